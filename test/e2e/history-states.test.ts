import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { buildReport } from "../support/build-report.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { addressOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { stageSync } from "./support/stage-sync.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "empty" });

const links = (page: Page) => page.locator(".row-link");
const rowOf = (page: Page, number: number) =>
  page.getByRole("row").filter({ has: page.locator(`[href="/syncs/${number}"]`) });
const members = (count: number) =>
  `id,email\n${Array.from({ length: count }, (_, n) => `${n},p${n}@northwind.example`).join("\n")}`;

/** Syncs as the engine would have left them, an hour apart, the newest last. */
async function buildSyncs(
  { database }: TestServer,
  count: number,
  recipe: object = {},
): Promise<void> {
  const { rows } = await database.query<{ workspace_id: number; id: number }>(
    "select workspace_id, id from sources",
  );
  const { workspace_id: workspaceId, id: sourceId } = rows[0]!;
  const start = Date.now() - count * 3_600_000;
  for (let n = 0; n < count; n++) {
    const createdAt = new Date(start + n * 3_600_000).toISOString();
    await buildReport(database, { workspaceId, sourceId }, { entries: 3, createdAt, ...recipe });
  }
}

describe("before the first sync", () => {
  test("the page says what to do next", async ({ open }) => {
    const page = await open("/syncs");
    await page.getByText("No syncs yet").waitFor();
    await expectAccessible(page);
    expect(await page.getByRole("button", { name: "Status" }).count()).toBe(0);
    await page.getByRole("link", { name: "Create an API key" }).waitFor();
    await page.getByRole("link", { name: "Connect a data source" }).click();
    await page.getByRole("heading", { level: 1, name: "Data source" }).waitFor();
  });

  test("a viewer is told that nothing has come in", async ({ open, server }) => {
    const viewer = await server.addAccount("Vera Viewer", "viewer");
    const page = await open("/syncs", { as: viewer });
    await page.getByText("An admin has not sent any data yet.").waitFor();
    expect(await page.getByRole("link", { name: "Create an API key" }).count()).toBe(0);
  });

  test("the first sync appears by itself", async ({ open, server }) => {
    const page = await open("/syncs");
    await page.getByText("No syncs yet").waitFor();
    await server.pushCsv({ members: members(3) });
    await rowOf(page, 1).getByText("Completed").waitFor();
    await rowOf(page, 1).getByText("3", { exact: true }).waitFor();
  });
});

describe("while somebody looks", () => {
  test("new syncs are counted, and shown when asked for", async ({ open, server }) => {
    const page = await open("/syncs");
    await rowOf(page, 1).waitFor();
    await server.pushCsv({ members: members(4) });
    await page.getByText("1 new sync.").waitFor();
    expect(await links(page).count()).toBe(1);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await rowOf(page, 2).waitFor();
    expect(await page.getByText("1 new sync.").count()).toBe(0);
  });

  test("a sync that runs is followed to its end", async ({ open, server }) => {
    await stageSync(server, 2, { status: "approved", phase: "queued" });
    const page = await open("/syncs");
    const row = rowOf(page, 2);
    await row.getByText("In the queue").waitFor();
    expect(await row.getByRole("progressbar").count()).toBe(0);
    await stageSync(server, 2, { status: "pending", phase: "reading" });
    await row.getByText("Pending").waitFor();
    await row.getByRole("progressbar", { name: "Reading" }).waitFor();
    const icon = page.locator('link[rel="icon"]');
    await expect.poll(() => icon.getAttribute("href")).toBe("/favicon-running.svg");
    await expectAccessible(page);
    await stageSync(server, 2, { status: "approved", phase: "applying", done: 31, total: 50 });
    await row.getByRole("progressbar", { name: "Applying 62%" }).waitFor();
    await row.getByRole("button", { name: /^Actions/ }).click();
    const download = page.getByRole("menuitem", { name: "Download report" });
    expect(await download.getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");
    await stageSync(server, 2, { status: "approved", phase: "done", done: 50, total: 50 });
    await row.getByText("Approved").waitFor();
    await expect.poll(() => row.getByRole("progressbar").count()).toBe(0);
    await expect.poll(() => icon.getAttribute("href")).toBe("/favicon.svg");
  });

  test("three failures in a row are told over the list, with their cause", async ({
    open,
    server,
  }) => {
    const callout = /The last 3 syncs failed\. Something went wrong on the server/;
    await buildSyncs(server, 2, { status: "failed" });
    await server.database.query(
      "update syncs set failure_code = 'internal_error', failure_message = '' where status = 'failed'",
    );
    const page = await open("/syncs");
    await rowOf(page, 4).waitFor();
    expect(await page.getByText("syncs failed.").count()).toBe(0);
    await buildSyncs(server, 1, { status: "failed" });
    await server.database.query(
      "update syncs set failure_code = 'internal_error', failure_message = '' where status = 'failed'",
    );
    await page.reload();
    await page.locator(".callout").filter({ hasText: callout }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Open the last one" }).click();
    await page.waitForURL("**/syncs/5");
  });
});

describe("a long history", () => {
  test("loads 50 at a time, and Back shows the place that one left", async ({ open, server }) => {
    await buildSyncs(server, 130);
    const page = await open("/syncs");
    await expect.poll(() => links(page).count()).toBe(50);
    const row = rowOf(page, 40);
    await page.mouse.move(700, 600);
    const scroll = async () => {
      await page.mouse.wheel(0, 4000);
      return links(page).count();
    };
    await expect.poll(scroll).toBe(135);
    await row.scrollIntoViewIfNeeded();
    const before = (await row.boundingBox())!.y;
    await row.locator(".row-link").click();
    await page.getByRole("heading", { level: 1, name: /^Sync of/ }).waitFor();
    await page.goBack();
    await expect
      .poll(async () => Math.round((await row.boundingBox())?.y ?? 0))
      .toBe(Math.round(before));
    expect(addressOf(page)).toBe("/syncs");
  });
});

describe("when the server does not answer as it should", () => {
  test("the page says what failed, keeps its frame, and tries again", async ({ open }) => {
    const page = await open("/users");
    page.faults.allow(/answered 500/);
    let isBroken = true;
    await page.route(/\/api\/v1\/syncs\?(?!phase)/, (route) =>
      isBroken
        ? route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" })
        : route.continue(),
    );
    await page.getByRole("link", { name: "Sync history" }).click();
    await page.getByText("The syncs could not be loaded.").waitFor();
    await page.getByRole("heading", { level: 1, name: "Sync history" }).waitFor();
    await expectAccessible(page);
    isBroken = false;
    await page.getByRole("button", { name: "Retry" }).click();
    await links(page).first().waitFor();
  });
});
