import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import { stageSync } from "./support/stage-sync.ts";
import { addLeavers, holdQueue, makeWaitingSync, STAYING_FILE } from "./support/waiting-syncs.ts";

const test = setUpPages({ data: "empty" });

const bar = (page: Page) => page.getByRole("region", { name: "State of this sync" });
const progress = (page: Page) => bar(page).getByRole("progressbar");

test("a sync that runs tells its phase, how far it is and about how long it takes, without a reload", async ({
  server,
  open,
}) => {
  const { number } = (await makeWaitingSync(server)).sync;
  await stageSync(server, number, { status: "pending", phase: "reading" });
  const page = await open(`/syncs/${number}`);
  await bar(page).getByText("Reading 40 rows").waitFor();
  await bar(page).getByText("Nothing has been changed yet.").waitFor();
  await expectAccessible(page);
  await stageSync(server, number, { status: "pending", phase: "planning" });
  await bar(page).getByText("Comparing 40 rows with the directory").waitFor();
  await bar(page).getByText("Nothing has been changed yet.").waitFor();
  expect(await progress(page).getAttribute("aria-valuenow")).toBeNull();
  expect(await page.getByRole("button", { name: "Download report" }).isDisabled()).toBe(true);
  await expectAccessible(page);

  const applying = { status: "pending", phase: "applying", total: 900 } as const;
  await stageSync(server, number, { ...applying, done: 100 });
  await bar(page).getByText("Applying 100 of 900 updates").waitFor();
  await bar(page).getByText("11%", { exact: true }).waitFor();
  expect(await progress(page).getAttribute("aria-valuenow")).toBe("11");
  // It is said how long is left once it went on for some seconds.
  await expect
    .poll(
      async () => {
        const done = Number((await server.client.readSync(String(number))).progress.done);
        await stageSync(server, number, { ...applying, done: Math.min(done + 10, 800) });
        return bar(page).textContent();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toMatch(/about .+ left/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Stop sync" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Stop this sync?" });
  await dialog.getByText(/What has been applied stays: \d+ of 900 updates so far/).waitFor();
  await dialog.getByRole("button", { name: "Stop the sync" }).click();
  await bar(page).getByText("Stopping.").waitFor();
  await stageSync(server, number, {
    ...{ status: "failed", phase: "done", done: 480, total: 900, failure: "stopped_by_person" },
  });
  await bar(page)
    .getByText(/^admin stopped this sync\./)
    .waitFor();
  expect(await page.getByRole("button", { name: "Download report" }).isDisabled()).toBe(false);
});

test("an approved sync says by whom, and how far it is", async ({ server, open }) => {
  const { sync, deleted } = await makeWaitingSync(server);
  const giveBack = await holdQueue(server);
  await server.client.call("POST", `/syncs/${sync.number}/approve`, { confirmRemovals: deleted });
  const page = await open(`/syncs/${sync.number}`);
  await bar(page)
    .getByText(/^Approved by admin on /)
    .waitFor();
  expect(await progress(page).count()).toBe(0);
  await stageSync(server, sync.number, {
    ...{ status: "approved", phase: "applying", done: 1204, total: 9310 },
  });
  await bar(page).getByText("Applying 1,204 of 9,310 updates").waitFor();
  await bar(page).getByText("12%", { exact: true }).waitFor();
  await page.locator(".page-heading").getByText("Approved", { exact: true }).waitFor();
  await expectAccessible(page);
  await stageSync(server, sync.number, { status: "approved", phase: "done" });
  await giveBack();
});

test("milestones are said aloud, and nothing between", async ({ server, open }) => {
  const { number } = (await makeWaitingSync(server)).sync;
  const page = await open(`/syncs/${number}`);
  await bar(page).waitFor();
  const region = page.locator("#live-region");
  const approved = { status: "approved", phase: "applying", total: 900 } as const;
  await stageSync(server, number, { ...approved, done: 100 });
  await expect.poll(() => region.textContent()).toBe("The updates are being applied.");
  await stageSync(server, number, { ...approved, done: 300 });
  await bar(page).getByText("Applying 300 of 900 updates").waitFor();
  expect(await region.textContent()).toBe("The updates are being applied.");
  await stageSync(server, number, { ...approved, done: 500 });
  await expect.poll(() => region.textContent()).toBe("Half of the updates are applied.");
  await stageSync(server, number, { status: "approved", phase: "done", done: 900, total: 900 });
  await expect.poll(() => region.textContent()).toBe("The sync has finished: Approved.");
});

test("follows by asking where the stream of events does not get through", async ({
  server,
  open,
}) => {
  await addLeavers(server);
  const giveBack = await holdQueue(server);
  const pushed = server.pushCsv({ members: STAYING_FILE });
  const isQueued = ({ phase }: Sync) => phase === "queued";
  await expect.poll(async () => (await server.client.listSyncs()).some(isQueued)).toBe(true);
  const { number } = (await server.client.listSyncs()).find(isQueued)!;
  const page = await open("/nowhere");
  page.faults.allow(/net::ERR_/);
  await page.route("**/events", (route) => route.abort());
  await page.goto(`/syncs/${number}`);
  await bar(page).getByText("Nothing has been changed yet.").waitFor();
  await giveBack();
  await bar(page).getByRole("button", { name: "Approve…" }).waitFor();
  // What hangs on the phase is asked for again, too.
  await page.getByRole("button", { name: "Type", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: /User deleted/ }).waitFor();
  await pushed;
});
