import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const rows = (page: Page) => page.getByRole("row").filter({ has: page.locator("td") });

interface Done {
  user: User;
  sync: Sync;
}

const done = new WeakMap<TestServer, Done>();

/** Something of each kind, once a server: a user by hand, settings, a sync. */
async function doThings(server: TestServer): Promise<Done> {
  const known = done.get(server);
  if (known !== undefined) return known;
  const given = { email: "amelie@northwind.example", firstName: "Amélie", jobTitle: "Analyst" };
  const { user } = await server.client.call<{ user: User }>("POST", "/users", given);
  await server.client.call("PATCH", `/users/${user.id}`, { jobTitle: "Lead" });
  await server.client.call("PATCH", "/provisioning/settings", {
    ...{ paused: true, thresholds: { users: 60, removalsPercent: null } },
  });
  await server.client.call("PATCH", "/provisioning/settings", { paused: false });
  await server.client.call("PATCH", "/workspace", { seatLimit: 500, defaultLanguage: "fr" });
  const members = "externalMemberId,email\nm-1,m1@northwind.example\n";
  const sync = await server.pushCsv({ members });
  done.set(server, { user, sync });
  return { user, sync };
}

test("tells who did what, with old and new values in words, and leads there", async ({
  server,
  open,
}) => {
  const { user, sync } = await doThings(server);
  const page = await open("/settings/audit");
  const changed = page.getByRole("row", { name: /User updated Amélie/ });
  expect(await changed.innerText()).toMatch(/Job title\s+Analyst → Lead/);
  expect(await changed.innerText()).toContain("127.0.0.1");
  const settings = rows(page).filter({ hasText: "Limit for user updates" });
  expect(await settings.innerText()).toMatch(/Limit for user updates\s+No limit → 60/);
  expect(await settings.innerText()).toMatch(/Limit for removals\s+10% → No limit/);
  expect(await settings.innerText()).toMatch(/Syncing paused\s+Off → On/);
  const workspace = rows(page).filter({ hasText: "Workspace changed" });
  expect(await workspace.innerText()).toMatch(/Seats\s+No limit → 500/);
  expect(await workspace.innerText()).toMatch(/Default language\s+English → French/);
  const started = page.getByRole("row", { name: new RegExp(`Sync started #${sync.number}`) });
  await started.getByRole("cell", { name: "Bootstrap key API key", exact: true }).waitFor();
  expect(await started.getByRole("link").first().getAttribute("href")).toBe(`/syncs/${sync.id}`);
  // No code stands anywhere.
  expect(await page.getByRole("table").innerText()).not.toMatch(/\b[a-z]+[A-Z]\w*|\b[a-z]+_[a-z]/);
  await changed.getByRole("link", { name: "Amélie" }).click();
  await page.waitForURL(`**/users/${user.id}`);
});

test("is filtered by chips and search, which the address keeps; the file has the same rows", async ({
  server,
  open,
}) => {
  await doThings(server);
  const page = await open("/settings/audit");
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Done to" }).click();
  await page.getByRole("menuitemcheckbox", { name: "User", exact: true }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/on=user/);
  await expect.poll(() => rows(page).count()).toBe(2);
  await page.getByRole("button", { name: "Action", exact: true }).click();
  await page.getByRole("searchbox", { name: /./ }).last().fill("user upd");
  await page.getByRole("menuitemcheckbox", { name: "User updated" }).click();
  // The first takes away what was typed.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => rows(page).count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("action")).toBe("user_updated");

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download these as CSV" }).click();
  const text = await readFile(await (await waiting).path(), "utf8");
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("user_updated");

  await page.reload();
  await page.getByRole("button", { name: "Action (1)" }).waitFor();
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByRole("searchbox", { name: "Name or ID it was done to" }).fill("somebody else");
  await page.getByText("No entries match these filters.").waitFor();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page
    .getByRole("row", { name: /Sync started/ })
    .first()
    .waitFor();
  await page.goBack();
  await page.getByText("No entries match these filters.").waitFor();
});

test("is filtered by who did it, also by a part of a name", async ({ server, open }) => {
  await doThings(server);
  const page = await open("/settings/audit");
  await page.getByRole("button", { name: "Who" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Bootstrap key (API key)" }).click();
  await page.keyboard.press("Escape");
  await page.waitForURL(/by=key_/);
  await expect
    .poll(async () => (await rows(page).allInnerTexts()).join("\n"))
    .not.toContain("User updated");
  await page.goto("/settings/audit?by=boots&on=sync,moon");
  await page.getByText("Some filters in this link no longer exist.").waitFor();
  await page
    .getByRole("row", { name: /Sync started/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Who (1)" }).click();
  await page.getByRole("menuitemcheckbox", { name: "“boots” in the name" }).waitFor();
});

test("goes on as far as it reaches", async ({ server, open }) => {
  for (let at = 0; at < 60; at++) {
    await server.client.call("PATCH", "/workspace", { name: `Northwind ${at}` });
  }
  const page = await open("/settings/audit?action=workspace_updated");
  await rows(page).first().waitFor();
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 20_000);
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(60);
});
