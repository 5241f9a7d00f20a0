import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import { addressOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushCompany } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
/** The company, and some who are of no source, of another role, without access, or have come. */
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
  const { client } = server;
  const add = (firstName: string, more: object = {}) =>
    client.call<{ user: User }>("POST", "/users", {
      ...{ email: `${firstName.toLowerCase()}@hand.example`, firstName, lastName: "Hand" },
      ...more,
    });
  await add("Root", { role: "admin" });
  await add("Exa", { role: "executive" });
  const { user: gone } = await add("Gone");
  await client.call("POST", `/users/${gone.id}/deactivate`);
  await client.call("POST", `/users/${(await findUser(server, "max@")).id}/activate`);
}

const grid = (page: Page) => page.getByRole("grid", { name: "Users by name" });

/** Picks an option of a filter, and answers who is listed then. */
async function pick(page: Page, filter: string, option: string, count: number): Promise<string[]> {
  await page.getByRole("button", { name: filter, exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: new RegExp(`^${option}`) }).click();
  await page.keyboard.press("Escape");
  return listed(page, count);
}

async function listed(page: Page, count: number): Promise<string[]> {
  const words = count === 1 ? "1 user" : `${count} users`;
  await page.getByRole("main").getByText(words, { exact: true }).waitFor();
  const names = () => grid(page).locator("[data-row-link]").allTextContents();
  await expect.poll(async () => (await names()).length).toBe(count);
  return names();
}

describe("the list of users is narrowed", () => {
  test.for([
    ["Source", "Not in a source", ["Exa Hand", "Gone Hand", "Root Hand"], "?source=out"],
    ["Role", "Admin", ["Root Hand"], "?role=admin"],
    ["Role", "Executive", ["Exa Hand"], "?role=executive"],
    ["Status", "Deactivated", ["Gone Hand"], "?status=deactivated"],
    ["Status", "Active", ["Max Middle"], "?status=active"],
    ["Team", "Crew", ["Max Middle", "Mia Roy", "Zoé Adam"], /^\?team=team_\d+$/],
    ["Team", "Everybody", ["Bea Boss"], /^\?team=team_\d+$/],
  ] as const)("%s: %s", async ([filter, option, names, address], { server, open }) => {
    await fill(server);
    const page = await open("/users");
    expect(await pick(page, filter, option, names.length)).toEqual(names);
    const { search } = new URL(page.url());
    if (typeof address === "string") expect(search).toBe(address);
    else expect(search).toMatch(address);
    await page.reload();
    expect(await listed(page, names.length)).toEqual(names);
  });

  test("to who is in no team, or has no manager; together they are both", async ({
    server,
    open,
  }) => {
    await fill(server);
    const page = await open("/users?q=hand");
    await listed(page, 3);
    await page.goto("/users?q=northwind.example");
    const main = page.getByRole("main");
    await main.getByText("304 users", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Team", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "In no team" }).click();
    await page.keyboard.press("Escape");
    await main.getByText("300 users", { exact: true }).waitFor();
    expect(addressOf(page)).toBe("/users?q=northwind.example&team=none");
    await expect.poll(() => grid(page).getByText("Bea Boss").count()).toBe(0);
    await page.goto("/users?team=none&q=hand");
    expect(await pick(page, "Manager", "Without a manager", 3)).toEqual([
      ...["Exa Hand", "Gone Hand", "Root Hand"],
    ]);
    await page.goto("/users");
    await page.getByRole("button", { name: "Manager", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "Without a manager" }).click();
    await page.keyboard.press("Escape");
    // All but the three of the line.
    await main.getByText("304 users", { exact: true }).waitFor();
    await page.goto("/users?manager=none&team=none&q=max");
    await page.getByText("No users match these filters.").waitFor();
  });
});

describe("several at once", () => {
  test("are deactivated after a question, each told of", async ({ server, open }) => {
    await fill(server);
    for (const firstName of ["Uma", "Udo"]) {
      await server.client.call("POST", "/users", {
        ...{ email: `${firstName.toLowerCase()}@leave.example`, firstName, lastName: "Leaver" },
      });
    }
    const page = await open("/users?q=leave.example");
    await listed(page, 2);
    for (const name of ["Udo", "Uma"]) {
      await page.getByRole("checkbox", { name: `Select ${name} Leaver` }).click();
    }
    const bar = page.getByRole("region", { name: "Selected users" });
    await bar.getByRole("button", { name: "Deactivate 2 users" }).click();
    const dialog = page.getByRole("dialog", { name: "Deactivate 2 users" });
    await dialog.getByText("They lose access at once.").waitFor();
    await dialog.getByRole("button", { name: "Deactivate 2 users" }).click();
    await dialog.getByText("Done for 2 users.").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    for (const name of ["Udo", "Uma"]) {
      const row = grid(page).getByRole("row", { name: `${name} Leaver` });
      await row.getByText("Deactivated", { exact: true }).waitFor();
      expect((await findUser(server, `${name.toLowerCase()}@`)).status).toBe("deactivated");
    }
    expect(await bar.count()).toBe(0);
  });
});

describe("a row", () => {
  test("of a user tells the last change", async ({ server, open }) => {
    await fill(server);
    const { id } = await findUser(server, "mia@");
    await server.database.query(
      "update users set updated_at = '2025-03-04T05:06:00Z' where 'usr_' || id = $1",
      [id],
    );
    await server.database.query(
      "update direct_managers set updated_at = '2025-03-03T05:06:00Z' where 'usr_' || user_id = $1",
      [id],
    );
    const page = await open("/users?q=mia");
    await grid(page).getByRole("columnheader", { name: "Last change" }).waitFor();
    const row = grid(page).getByRole("row", { name: "Mia Roy" });
    await row.getByText("Mar 4, 2025, 05:06").waitFor();
  });

  test("of a team tells its source", async ({ server, open }) => {
    await fill(server);
    await server.client.call("POST", "/teams", { name: "Crew by hand" });
    const page = await open("/teams?q=crew");
    const teams = page.getByRole("table");
    await teams.getByRole("columnheader", { name: "Source" }).waitFor();
    await teams
      .getByRole("row", { name: /^Crew by hand/ })
      .getByText("Added by hand")
      .waitFor();
    const synced = teams.getByRole("row").filter({ hasText: "API push" });
    expect(await synced.count()).toBe(1);
  });
});
