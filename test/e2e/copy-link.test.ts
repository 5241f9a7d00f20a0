import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { setUpPages } from "./support/set-up-pages.ts";
import { findUser, pushCompany } from "./support/small-company.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const filled = new WeakSet<TestServer>();
async function fill(server: TestServer): Promise<void> {
  if (filled.has(server)) return;
  filled.add(server);
  await pushCompany(server);
}

/** What is in the clipboard, as the address of a page of this server. */
async function copiedOn(page: Page): Promise<string> {
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const { origin, pathname, search } = new URL(text);
  expect(origin).toBe(new URL(page.url()).origin);
  return decodeURIComponent(pathname + search);
}

const allow = (page: Page) =>
  page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
const toast = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

describe("the link of a view is copied by its button, and by C", () => {
  test.for([
    ["/users?status=created&q=roy", "row", "Mia Roy"],
    ["/teams?q=crew", "row", "Crew"],
    ["/settings/audit?on=sync", "cell", "Sync started"],
  ] as const)("%s", async ([path, role, name], { server, open }) => {
    await fill(server);
    const page = await open(path);
    await allow(page);
    await page.getByRole(role, { name }).first().waitFor();
    await page.getByRole("button", { name: "Copy link to this view" }).click();
    await toast(page, "Link to this view copied").waitFor();
    expect(await copiedOn(page)).toBe(path);
    await page.evaluate(() => navigator.clipboard.writeText("https://nothing.example"));
    await page.keyboard.press("c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(path);
  });
});

describe("the link of a row is copied by C while the keys are on it", () => {
  test("in the list of users and in a team", async ({ server, open }) => {
    await fill(server);
    const { id } = await findUser(server, "mia@");
    const page = await open("/users?q=roy");
    await allow(page);
    const grid = page.getByRole("grid", { name: "Users" });
    await grid.getByRole("row", { name: "Mia Roy" }).waitFor();
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("c");
    await toast(page, "Link to Mia Roy copied").waitFor();
    expect(await copiedOn(page)).toBe(`/users/${id}`);
  });

  test("in the list of teams that a search finds, and of syncs", async ({ server, open }) => {
    await fill(server);
    const page = await open("/teams?q=crew");
    await allow(page);
    const link = page.getByRole("link", { name: "Crew" }).first();
    await link.focus();
    await page.keyboard.press("c");
    await toast(page, "Link to Crew copied").waitFor();
    expect(await copiedOn(page)).toBe(await link.getAttribute("href"));
    await page.goto("/syncs");
    await page.getByRole("row").nth(1).waitFor();
    await page.keyboard.press("c");
    await toast(page, "Link to this view copied").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await toast(page, "Link to sync 1 copied").waitFor();
    expect(await copiedOn(page)).toBe("/syncs/1");
  });

  test("but letters in the tree of teams find, and copy nothing", async ({ server, open }) => {
    await fill(server);
    const page = await open("/teams");
    await allow(page);
    await page.evaluate(() => navigator.clipboard.writeText("as before"));
    const row = page.getByRole("row", { name: /Everybody/ });
    await row.focus();
    await page.keyboard.press("c");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("as before");
  });
});

test("of one person and one team, also for who may only look", async ({ server, open }) => {
  await fill(server);
  const viewer = await server.addAccount("Vera", "viewer");
  const { id, teams } = await findUser(server, "mia@");
  for (const path of [`/users/${id}`, `/teams/${teams[0]!.id}?tab=history`]) {
    const page = await open(path, { as: viewer });
    await allow(page);
    await page.getByRole("button", { name: "Copy link", exact: true }).click();
    await toast(page, "Link copied").waitFor();
    expect(await copiedOn(page)).toBe(path);
    await page.evaluate(() => navigator.clipboard.writeText("https://nothing.example"));
    await page.keyboard.press("c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(path);
  }
});

test("a browser that refuses to copy is told of", async ({ server, open }) => {
  await fill(server);
  const page = await open("/users");
  await page.getByRole("row", { name: "Bea Boss" }).first().waitFor();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await page.getByRole("button", { name: "Copy link to this view" }).click();
  await page.getByText("Your browser refused to copy.").waitFor();
});
