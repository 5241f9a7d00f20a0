import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { badgeOf } from "../../src/contract/sync-badge.ts";
import { labelOf } from "./support/label-of.ts";
import { addressOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";

const test = setUpPages({ data: "demo" });

const table = (page: Page) => page.getByRole("table", { name: "Syncs, newest first" });
/** Rows of syncs, each with the link to its report. */
const rows = (page: Page) =>
  table(page)
    .getByRole("row")
    .filter({ has: page.locator(".row-link") });
const pick = (page: Page, name: string) => page.getByRole("menuitemcheckbox", { name }).click();

/** The numbers of the syncs that are shown, from the top. */
function numbersOn(page: Page): Promise<number[]> {
  return page
    .locator(".row-link")
    .evaluateAll((links) => links.map((link) => Number(link.getAttribute("href")!.slice(7))));
}

const newestFirst = (syncs: readonly Sync[]) => [...syncs].reverse();
const numbersOf = (syncs: readonly Sync[]) => syncs.map(({ number }) => number);

describe("the history", () => {
  test("lists syncs newest first, with what waits on top", async ({ open, server }) => {
    const syncs = newestFirst(await server.client.listSyncs());
    const waiting = syncs.filter(({ phase }) => phase === "awaiting_approval");
    const page = await open("/syncs");
    await rows(page).first().waitFor();
    const others = syncs.filter((sync) => !waiting.includes(sync));
    expect(await numbersOn(page)).toEqual(numbersOf([...waiting, ...others]));
    expect(await page.title()).toBe("Sync history · Provisioning");

    const first = rows(page).first();
    await first.getByText("Needs approval").waitFor();
    await first.getByText(`${waiting[0]!.updates.planned} ready`).waitFor();
    await first.getByText("API push (CSV)").waitFor();
    await first.getByText("HR system").waitFor();
    const failed = rows(page).filter({ hasText: "Failed" });
    const { updates } = syncs.find(({ status }) => status === "failed")!;
    await failed.getByText(`${updates.applied} of ${updates.planned}`).waitFor();
  });

  test("opens a report from anywhere in its row, and its issues from their number", async ({
    open,
    server,
  }) => {
    const [sync] = newestFirst(await server.client.listSyncs()).filter(
      (it) => badgeOf(it) === "completed_with_issues",
    );
    const page = await open("/syncs");
    const row = rows(page).filter({ has: page.locator(`[href="/syncs/${sync!.number}"]`) });
    await row.click({ position: { x: 620, y: 20 } });
    await page.getByRole("heading", { level: 1, name: /^Sync of/ }).waitFor();
    expect(addressOf(page)).toBe(`/syncs/${sync!.number}`);
    await page.goBack();
    const issues = sync!.issues.total - sync!.issues.expected;
    await row.getByRole("link", { name: `${issues} issue` }).click();
    await page.getByRole("tab", { name: /^Issues/, selected: true }).waitFor();
    expect(addressOf(page)).toBe(`/syncs/${sync!.number}?tab=issues`);
  });

  test("is filtered by status with counts; Back takes the filter away", async ({
    open,
    server,
  }) => {
    const syncs = newestFirst(await server.client.listSyncs());
    const of = (badge: string) => syncs.filter((sync) => badgeOf(sync) === badge);
    const page = await open("/syncs");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Status" }).click();
    const done = page.getByRole("menuitemcheckbox", { name: /^Completed (?!with)/ });
    await done.getByText(String(of("completed").length), { exact: true }).waitFor();
    await pick(page, "Failed");
    await pick(page, "Completed with issues");
    await page.keyboard.press("Escape");
    const wanted = syncs.filter((sync) =>
      ["failed", "completed_with_issues"].includes(badgeOf(sync)),
    );
    await expect.poll(() => numbersOn(page)).toEqual(numbersOf(wanted));
    expect(addressOf(page)).toBe("/syncs?status=failed,completed_with_issues");
    await page.getByText(`${wanted.length} syncs`, { exact: true }).waitFor();
    await page.goBack();
    await expect.poll(() => numbersOn(page)).toEqual(numbersOf(of("failed")));
    await page.locator(".filter-bar").getByRole("button", { name: "Clear", exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(syncs.length);
  });

  test("is filtered by source, by who started it and by days", async ({ open, server }) => {
    const syncs = newestFirst(await server.client.listSyncs());
    const page = await open("/syncs");
    await rows(page).first().waitFor();
    for (const [chip, option] of [
      ["Data source", "API push"],
      ["Started by", "HR system"],
    ] as const) {
      await page.getByRole("button", { name: chip }).click();
      const item = page.getByRole("menuitemcheckbox", { name: option });
      await item.getByText(String(syncs.length), { exact: true }).waitFor();
      await item.click();
      await page.keyboard.press("Escape");
    }
    await expect.poll(() => addressOf(page)).toBe("/syncs?source=src_1&by=HR+system");
    await page.locator(".filter-bar").getByRole("button", { name: "Clear", exact: true }).click();

    const day = (sync: Sync) => sync.createdAt.slice(0, 10);
    const [from, to] = [day(syncs[20]!), day(syncs[10]!)];
    await page.getByRole("button", { name: "Started", exact: true }).click();
    await labelOf(page.getByRole("radio", { name: "Between two days" })).click();
    await page.getByRole("textbox", { name: "From" }).fill(from);
    await page.getByRole("textbox", { name: "To", exact: true }).fill(to);
    const between = syncs.filter((sync) => day(sync) >= from && day(sync) <= to);
    await expect.poll(() => numbersOn(page)).toEqual(numbersOf(between));
    expect(addressOf(page)).toBe(`/syncs?after=${from}&before=${to}`);
    await labelOf(page.getByRole("radio", { name: "Last 7 days" })).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Started: Last 7 days" }).waitFor();
    expect(addressOf(page)).toBe("/syncs?within=7d");
    const week = syncs.filter(({ createdAt }) => Date.now() - Date.parse(createdAt) < 6 * 864e5);
    expect((await numbersOn(page)).length).toBeGreaterThanOrEqual(week.length);
  });

  test("is searched while one types, without filling the way back", async ({ open, server }) => {
    const syncs = await server.client.listSyncs();
    const page = await open("/users");
    await page.getByRole("link", { name: "Sync history" }).click();
    const search = page.getByRole("searchbox", { name: "Sync ID, source or person" });
    await search.pressSequentially("#7");
    await expect.poll(() => numbersOn(page)).toEqual([7]);
    await search.fill(syncs[3]!.id);
    await expect.poll(() => numbersOn(page)).toEqual([syncs[3]!.number]);
    await search.fill("nobody at all");
    await page.getByText("No syncs match these filters.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => rows(page).count()).toBe(syncs.length);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/users/);
  });

  test("says when a link names filters that are gone", async ({ open }) => {
    const page = await open("/syncs?status=failed,exploded");
    await page.getByText("Some filters in this link no longer exist.").waitFor();
    await expect.poll(() => addressOf(page)).toBe("/syncs?status=failed");
  });
});

describe("the last 30 days", () => {
  test("are a bar a sync, told in words, opened with the keyboard", async ({ open, server }) => {
    const since = Date.now() - 30 * 864e5;
    const recent = (await server.client.listSyncs()).filter(
      ({ createdAt }) => Date.parse(createdAt) > since,
    );
    const page = await open("/syncs");
    const strip = page.getByRole("region", { name: "Last 30 days" });
    const bars = strip.getByRole("link");
    await expect.poll(() => bars.count()).toBe(recent.length);
    await strip.getByText(`${recent.length} syncs`).waitFor();
    await bars.last().focus();
    const { updates, issues } = recent.at(-1)!;
    const planned = `${updates.planned} updates planned, ${issues.total} issues`;
    await page.getByRole("tooltip").getByText(planned).waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    const previous = recent.at(-2)!;
    await page.getByRole("tooltip").getByText(`${previous.updates.applied} updates`).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/syncs/${previous.number}`);
  });

  test("are narrowed to days by dragging over them", async ({ open, server }) => {
    const since = Date.now() - 30 * 864e5;
    const recent = (await server.client.listSyncs()).filter(
      ({ createdAt }) => Date.parse(createdAt) > since,
    );
    const page = await open("/syncs");
    const bars = page.locator(".trend-bar");
    await bars.last().waitFor();
    const middleOf = async (index: number) => {
      const box = (await bars.nth(index).boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await middleOf(recent.length - 6), await middleOf(recent.length - 3)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    const day = (at: number) => recent.at(at)!.createdAt.slice(0, 10);
    await expect.poll(() => addressOf(page)).toBe(`/syncs?after=${day(-6)}&before=${day(-3)}`);
  });
});

describe("a row", () => {
  test("has a menu: open, run again, download, copy the link", async ({ open }) => {
    const page = await open("/syncs");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const row = rows(page).nth(1);
    const path = await row.locator(".row-link").getAttribute("href");
    await row.hover();
    const menu = row.getByRole("button", { name: /^Actions for the sync of/ });
    await menu.click();
    await page.getByRole("menuitem", { name: "Copy link" }).click();
    await page.getByText(/^Link to sync \d+ copied$/).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(new URL(path!, page.url()).href);

    await menu.click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Download report" }).click();
    const report = readFileSync(await (await download).path(), "utf8");
    expect(report).toContain("Sync,Kind,Data type,Type");

    await menu.click();
    await page.getByRole("menuitem", { name: "Run again…" }).click();
    const number = path!.slice("/syncs/".length);
    const dialog = page.getByRole("dialog", { name: "Run new sync" });
    await dialog.getByText(`Data of sync #${number}, sent`).waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await menu.click();
    await page.getByRole("menuitem", { name: "Open" }).click();
    await page.waitForURL(`**${path}`);
  });

  test("is reached with J, K and the arrows, and opened with Enter", async ({ open }) => {
    const page = await open("/syncs");
    await rows(page).first().waitFor();
    const numbers = await numbersOn(page);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(`/syncs/${numbers[2]}`);
    await page.keyboard.press("k");
    expect(await focused()).toBe(`/syncs/${numbers[1]}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/syncs/${numbers[1]}`);
  });

  test("offers a viewer nothing that changes anything", async ({ open, server }) => {
    const viewer = await server.addAccount("Vera Viewer", "viewer");
    const page = await open("/syncs", { as: viewer });
    const row = rows(page).nth(1);
    await row.getByRole("button", { name: /^Actions/ }).click();
    await page.getByRole("menuitem", { name: "Download report" }).waitFor();
    expect(await page.getByRole("menuitem", { name: "Run again…" }).count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("button", { name: "Run new sync" }).count()).toBe(0);
  });
});

test("changes of settings stand between the syncs when asked for", async ({ open, server }) => {
  await server.client.call("PATCH", "/provisioning/settings", {
    thresholds: { removalsPercent: 12 },
    paused: true,
  });
  const page = await open("/syncs");
  const line = page.getByRole("cell", {
    name: /admin changed “Limit for removals” from 10% to 12%/,
  });
  await rows(page).first().waitFor();
  expect(await line.count()).toBe(0);
  await labelOf(page.getByRole("switch", { name: "Settings changes" })).click();
  await line.getByText("and “Syncing paused” from Off to On.").waitFor();
  expect(addressOf(page)).toBe("/syncs?settings=1");
  // What waits is pinned over it; it stands before the newest of the others.
  const cells = await table(page).getByRole("row").allTextContents();
  expect(cells[1]).toContain("Needs approval");
  expect(cells[2]).toContain("admin changed");
  await server.client.call("PATCH", "/provisioning/settings", {
    thresholds: { removalsPercent: 10 },
    paused: false,
  });
});
