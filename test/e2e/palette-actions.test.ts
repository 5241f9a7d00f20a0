import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { addressOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushRows } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });

/** Opens the palette and types. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill(text);
}

async function choose(page: Page, text: string, name: string): Promise<void> {
  await type(page, text);
  await item(page, name).click();
}

const made = new WeakSet<TestServer>();
/** Some people, with external ids that begin alike, and a sync on a day of its own. */
async function fill(server: TestServer): Promise<void> {
  if (made.has(server)) return;
  made.add(server);
  const others = Array.from({ length: 12 }, (_, at) => `HR-7${at},a${at}@x.example,Abe,${at},,,`);
  await pushRows(server, ...others, "HR-7,zoe@northwind.example,Zoé,Zuber,,,");
  for (let at = 0; at < 7; at++) await pushRows(server, `HR-7,zoe@x.example,Zoé,N${at},,,`);
  await server.database.query(
    `update syncs set created_at = days.day, started_at = days.day
       from (select id, case when number = 1 then timestamptz '2026-03-03T12:00:00Z' else '2026-03-05T12:00:00Z' end as day
               from syncs) as days
      where days.id = syncs.id`,
  );
}

describe("the palette does from anywhere", () => {
  test("a sync: its dialog, by words in any order", async ({ open }) => {
    const page = await open("/teams");
    await choose(page, "sync run", "Run new sync");
    await page.getByRole("dialog", { name: "Run new sync" }).waitFor();
    await expectAccessible(page);
    await page
      .getByRole("button", { name: "Cancel" })
      .or(page.getByRole("button", { name: "Close" }))
      .first()
      .click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(addressOf(page)).toBe("/teams");
  });

  test("a user and a team, whose pages are then shown", async ({ server, open }) => {
    const page = await open("/syncs");
    await choose(page, "add u", "Add user");
    const sheet = page.getByRole("dialog", { name: "Add user" });
    await sheet.getByRole("textbox", { name: "Email" }).fill("nina@hand.example");
    await sheet.getByRole("button", { name: "Add user" }).click();
    await heading(page, "nina@hand.example").waitFor();
    await choose(page, "team add", "Add team");
    const dialog = page.getByRole("dialog", { name: "Add team" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Night crew");
    await dialog.getByRole("button", { name: "Add team" }).click();
    await heading(page, "Night crew").waitFor();
    expect((await findUser(server, "nina@")).email).toBe("nina@hand.example");
  });

  test("an API key, shown once over the same page", async ({ open }) => {
    const page = await open("/users");
    await choose(page, "api key", "Create an API key");
    const dialog = page.getByRole("dialog", { name: "Create an API key" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("From the palette");
    await dialog.getByRole("button", { name: "Create a key" }).click();
    const issued = page.getByRole("dialog", { name: /From the palette/ });
    expect(await issued.getByRole("textbox").inputValue()).toMatch(/^mus_/);
    await expectAccessible(page);
    await issued.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Close without copying" }).click();
    expect(addressOf(page)).toBe("/users");
  });

  test("the theme, the language, the list of keys, and signing out", async ({ server, open }) => {
    const other = await server.addAccount("Olga Own", "admin");
    const page = await open("/syncs", { as: other });
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? "system");
    await choose(page, "dark", "Theme: Dark");
    await expect.poll(theme).toBe("dark");
    await type(page, "theme");
    await item(page, "Theme: Light").waitFor();
    expect(await item(page, "Theme: Dark").count()).toBe(0);
    await item(page, "Theme: As on this device").click();
    await expect.poll(theme).toBe("system");
    await choose(page, "francais", "Language: Français");
    await heading(page, "Historique des synchronisations").waitFor();
    await choose(page, "english", "Langue : English");
    await heading(page, "Sync history").waitFor();
    await choose(page, "shortcuts", "Keyboard shortcuts");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await choose(page, "sign out", "Sign out");
    await heading(page, "Sign in").waitFor();
    await page.goto("/users");
    await heading(page, "Sign in").waitFor();
  });

  test("for who may only look, nothing that would be refused", async ({ server, open }) => {
    const page = await open("/syncs", { as: await server.addAccount("Vera", "viewer") });
    await type(page, "");
    await item(page, "Sign out").waitFor();
    await item(page, "Theme: Dark").waitFor();
    for (const name of ["Run new sync", "Add user", "Add team", "Create an API key"]) {
      expect(await item(page, name).count()).toBe(0);
    }
  });
});

describe("the palette finds", () => {
  test("the syncs of a day that is typed", async ({ server, open }) => {
    await fill(server);
    const page = await open("/users");
    await type(page, "Mar 3, 2026");
    await page.getByRole("group", { name: "Syncs of Mar 3, 2026" }).waitFor();
    await page.getByRole("menuitem", { name: "Sync 1" }).click();
    await expect.poll(() => addressOf(page)).toMatch(/^\/syncs\/syn_\d+$/);
    await type(page, "5 mars 2026");
    await page.getByRole("group", { name: "Syncs of Mar 5, 2026" }).waitFor();
    expect(await page.getByRole("menuitem", { name: /^Sync \d/ }).count()).toBe(5);
    await item(page, "All syncs of Mar 5, 2026").click();
    await expect.poll(() => addressOf(page)).toBe("/syncs?after=2026-03-05&before=2026-03-05");
    await expect.poll(() => page.getByRole("row", { name: /Mar 5/ }).count()).toBe(7);
    await type(page, "2026-03-04");
    await page.getByText("There was no sync on Mar 4, 2026.").waitFor();
    await expectAccessible(page);
  });

  test("a day on the clock that the pages show", async ({ server, open }) => {
    await fill(server);
    const tokyo = await server.addAccount("Tomo Tokyo", "admin");
    await server.database.query(
      "update syncs set created_at = '2026-02-10T20:00:00Z' where number = 1",
    );
    const page = await open("/account", { as: tokyo });
    await page.getByRole("button", { name: /Account of/ }).click();
    await page.getByRole("menuitemradio", { name: /Of this device/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.request.patch("/api/v1/me", {
      data: { preferences: { timeZone: "Asia/Tokyo" } },
      headers: { origin: new URL(server.url).origin },
    });
    await page.reload();
    await type(page, "2026-02-10");
    await page.getByText("There was no sync on Feb 10, 2026.").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await type(page, "2026-02-11");
    await page.getByRole("menuitem", { name: "Sync 1" }).waitFor();
    await server.database.query(
      "update syncs set created_at = '2026-03-03T12:00:00Z' where number = 1",
    );
  });

  test("the person of exactly the external ID that is typed, before others", async ({
    server,
    open,
  }) => {
    await fill(server);
    const { id } = await findUser(server, "zoe@");
    const page = await open("/syncs");
    await type(page, "HR-7");
    const people = page.getByRole("group", { name: "Users" }).getByRole("menuitem");
    await expect.poll(() => people.first().innerText()).toMatch(/^Zoé .*\bHR-7$/s);
    expect(await people.count()).toBe(5);
    await people.first().click();
    await expect.poll(() => addressOf(page)).toBe(`/users/${id}`);
    await server.client.call("DELETE", `/users/${id}`);
    await type(page, "HR-7 ");
    await expect.poll(() => people.first().innerText()).toMatch(/^Zoé/);
  });

  test("the key of an ID that is pasted: its row is marked and has the focus", async ({
    server,
    open,
  }) => {
    const names = Array.from({ length: 55 }, (_, at) => `Filler ${at}`);
    const keys: { id: string; name: string }[] = [];
    for (const name of ["Sought", ...names]) {
      const body = { name, scope: "read", expiresAt: null };
      keys.push(await server.client.call("POST", "/api-keys", body));
    }
    const [sought, , near] = keys;
    const page = await open("/syncs");
    await choose(page, near!.id, `Open ${near!.id}`);
    await heading(page, "API keys").waitFor();
    const row = (name: string) => page.getByRole("row", { name: new RegExp(`^${name} `) });
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused).toBe(near!.id);
    expect(await row(near!.name).getAttribute("aria-current")).toBe("true");
    await expectAccessible(page);
    // Another one, further down than the first rows of the list.
    await choose(page, sought!.id, `Open ${sought!.id}`);
    await expect.poll(focused).toBe(sought!.id);
    expect(await row("Sought").getAttribute("aria-current")).toBe("true");
    expect(addressOf(page)).toBe("/provisioning/keys");
    await choose(page, "key_999999", "Open key_999999");
    await page.getByText("No key of this workspace has this ID.").waitFor();
  });
});

test.for(LOOKS)("is accessible: $language, $width px", async (look, { server, open }) => {
  await fill(server);
  const page = await open("/users", look);
  await type(page, "");
  await page.getByRole("menuitem").first().waitFor();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("searchbox").fill("2026-03-05");
  await page.getByRole("menuitem").first().waitFor();
  await expectAccessible(page);
});
