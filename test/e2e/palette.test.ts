import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible } from "./support/expect-accessible.ts";
import { LOOKS } from "./support/look.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });
const placeOf = (page: Page) => new URL(page.url()).pathname;

describe("the palette", () => {
  test("leads to a page, a sync, a person and a pasted id", async ({ open, server }) => {
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    await page.keyboard.press("Control+k");
    const search = page.getByRole("searchbox", { name: "Page, sync, person, team, day or ID" });
    await search.fill("API k");
    await page.getByRole("menuitem", { name: "Workspace" }).waitFor({ state: "hidden" });
    await page.getByRole("menuitem", { name: "API keys" }).waitFor();
    await page.keyboard.press("Enter");
    await heading(page, "API keys").waitFor();

    const { items } = await server.client.call<{ items: { id: string; name: string }[] }>(
      "GET",
      "/users?limit=1",
    );
    const [person] = items;
    await page.keyboard.press("Control+k");
    await search.fill(person!.name);
    await page.getByRole("menuitem", { name: person!.name }).first().click();
    await expect.poll(() => placeOf(page)).toBe(`/users/${person!.id}`);

    const { items: syncs } = await server.client.call<{ items: { id: string }[] }>(
      "GET",
      "/syncs?limit=1",
    );
    await page.keyboard.press("Control+k");
    await search.fill(syncs[0]!.id);
    await page.getByRole("menuitem", { name: `Open ${syncs[0]!.id}` }).click();
    await expect.poll(() => placeOf(page)).toBe(`/syncs/${syncs[0]!.id}`);
  });

  test("leads to a team by its name, and to the person and the team of a pasted ID", async ({
    open,
    server,
  }) => {
    const first = async (path: string) => {
      const url = `${path}?limit=1`;
      const answer = await server.client.call<{ items: { id: string; name: string }[] }>(
        ...(["GET", url] as const),
      );
      return answer.items[0]!;
    };
    const [person, team] = [await first("/users"), await first("/teams")];
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    const search = page.getByRole("dialog").getByRole("searchbox");
    await page.keyboard.press("Control+k");
    await search.fill(team.name);
    const found = page.getByRole("group", { name: "Teams" });
    await found.getByRole("menuitem", { name: team.name, exact: true }).first().click();
    await heading(page, team.name).waitFor();
    expect(placeOf(page)).toBe(`/teams/${team.id}`);
    for (const [path, { id, name }] of [
      ["/users", person],
      ["/teams", team],
    ] as const) {
      await page.keyboard.press("Control+k");
      await search.fill(` ${id} `);
      await page.getByRole("menuitem", { name: `Open ${id}` }).waitFor();
      await page.keyboard.press("Enter");
      await heading(page, name).waitFor();
      expect(placeOf(page)).toBe(`${path}/${id}`);
    }
  });

  test("is moved through with the arrows while one types", async ({ open }) => {
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("menuitem", { name: "Users" }).waitFor();
    const search = page.getByRole("dialog").getByRole("searchbox");
    const chosen = async () => {
      const id = await search.getAttribute("aria-activedescendant");
      return id === null ? null : page.locator(`[id="${id}"]`).innerText();
    };
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).toBe("Sync history");
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).toBe("Users");
    await page.keyboard.press("Enter");
    await heading(page, "Users").waitFor();
  });

  test("says when nothing is found, and closes with Escape", async ({ open }) => {
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("searchbox").fill("qqqqzzzz");
    await page.getByText("Nothing found.").waitFor();
    await page.keyboard.press("Escape");
    if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test("is accessible in both languages and widths", async ({ open }) => {
    for (const look of LOOKS) {
      const page = await open("/syncs", look);
      await heading(page, /./).waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("menuitem").first().waitFor();
      await expectAccessible(page);
    }
  });
});

describe("single keys", () => {
  test("lead to the syncs, the users and the teams, from wherever one is", async ({ open }) => {
    const page = await open("/settings/workspace");
    await heading(page, "Workspace").waitFor();
    for (const [key, name, path] of [
      ["u", "Users", "/users"],
      ["s", "Sync history", "/syncs"],
      ["t", "Teams", "/teams"],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await heading(page, name).waitFor();
      expect(placeOf(page)).toBe(path);
    }
    // Alone, the second key leads nowhere.
    await page.keyboard.press("u");
    expect(placeOf(page)).toBe("/teams");
  });

  test("are listed by ?, lead on with G, and can be switched off", async ({ open }) => {
    const page = await open("/syncs");
    await heading(page, "Sync history").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await expect.poll(() => placeOf(page)).toBe("/teams");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByRole("switch", { name: "Single keys are shortcuts" }).press("Space");
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.keyboard.press("?");
    expect(await dialog.isVisible()).toBe(false);
    expect(placeOf(page)).toBe("/teams");
  });
});
