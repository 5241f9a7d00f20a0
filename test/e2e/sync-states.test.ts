import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { badgeOf, type SyncBadge } from "../../src/contract/sync-badge.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages();

const bar = (page: Page) =>
  page.getByRole("region", { name: /State of this sync|État de cette synchronisation/ });

/** The newest sync of the story with a badge. */
async function findSync(server: TestServer, badge: SyncBadge) {
  const syncs = await server.client.listSyncs();
  const found = syncs.findLast((sync) => badgeOf(sync) === badge);
  if (found === undefined) throw new Error(`The story has no sync that is ${badge}.`);
  return found;
}

/** What a report says over its tabs, by its badge. */
const STATES: readonly (readonly [SyncBadge, string, RegExp | null, RegExp | null])[] = [
  ["completed", "Completed", null, null],
  ["completed_with_issues", "Completed with issues", null, null],
  ["needs_approval", "Needs approval", /Nothing has been changed yet/, /Rien n’a encore été/],
  ["approved", "Approved", /Approved by admin on .+ applied\./s, /Approuvée par admin le/],
  ["rejected", "Rejected", /Rejected by admin on .+ No updates were applied/s, /Refusée par admin/],
  [
    "expired",
    "Expired",
    /Nobody decided in time.+ No updates were applied/s,
    /Personne n’a décidé/,
  ],
  ["superseded", "Superseded", /A newer sync took the place/, /plus récente a remplacé/],
  ["cancelled", "Cancelled", /Cancelled by admin on/, /Annulée par admin le/],
  ["failed", "Failed", /stopped this sync.+ updates were applied before/s, /a arrêté cette/],
  ["preview", "Preview", /This is a preview. Nothing was changed/, /C’est un aperçu/],
];

describe.each(STATES)("%s", (badge, label, english, french) => {
  test("is said by badge, bar and title of the tab, accessibly", async ({ server, open }) => {
    const { number } = await findSync(server, badge);
    const page = await open(`/syncs/${number}?tab=activity`);
    await page.locator(".page-heading").getByText(label, { exact: true }).waitFor();
    await page.getByRole("table").first().waitFor();
    if (english === null) expect(await bar(page).count()).toBe(0);
    else await bar(page).filter({ hasText: english }).waitFor();
    await expect
      .poll(() => page.title())
      .toBe(`Sync report, ${label.toLowerCase()} · Provisioning`);
    await expectAccessible(page, { themes: ["light"] });
    await page.context().close();

    const narrow = await open(`/syncs/${number}`, { language: "fr", width: 360, height: 740 });
    await narrow
      .getByRole("grid")
      .or(narrow.getByRole("heading", { level: 2 }))
      .first()
      .waitFor();
    if (french !== null) await bar(narrow).filter({ hasText: french }).waitFor();
    await expectAccessible(narrow, { themes: ["dark"] });
  });
});

test("the numbers narrow the rows, and the keys lead to the syncs beside", async ({
  server,
  open,
}) => {
  const { number, updates } = await findSync(server, "needs_approval");
  const page = await open(`/syncs/${number}`);
  await page.getByRole("link", { name: /^Show only Teams/ }).click();
  await page.waitForURL(/entity=team/);
  await page.getByRole("link", { name: /to create$/ }).click();
  await page.waitForURL(/\?type=user_created$/);
  const created = new RegExp(`^${updates.byType.user_created} rows?$`);
  await page.getByText(created).waitFor();
  await page.getByRole("link", { name: "Troubleshooting" }).click();
  await page.waitForURL(/tab=troubleshooting/);

  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("link", { name: "Previous sync" }).waitFor();
  await page.keyboard.press("[");
  await page.waitForURL(`**/syncs/${number - 1}`);
  await page.getByRole("link", { name: "Next sync" }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe(heading);
  await page.keyboard.press("]");
  await page.waitForURL(`**/syncs/${number}`);
  expect(await page.getByRole("link", { name: "Next sync" }).count()).toBe(0);
});

test("a sync that stopped halfway leads to what it applied", async ({ server, open }) => {
  const { number, updates } = await findSync(server, "failed");
  expect(updates.applied).toBeGreaterThan(0);
  expect(updates.applied).toBeLessThan(updates.planned);
  const page = await open(`/syncs/${number}`);
  await bar(page)
    .getByText(`${updates.applied} of ${updates.planned} updates were applied`)
    .waitFor();
  await bar(page).getByRole("link", { name: "See applied updates" }).click();
  await page.waitForURL(/\?outcome=applied$/);
  await page
    .getByRole("status")
    .getByText(new RegExp(`^${updates.applied} rows?$`))
    .waitFor();
  await bar(page).getByRole("button", { name: "Run new sync" }).click();
  await page.getByRole("dialog", { name: "Run new sync" }).waitFor();
});

test("the activity tells who decided and what has changed in the settings since", async ({
  server,
  open,
}) => {
  const { number } = await findSync(server, "rejected");
  const page = await open(`/syncs/${number}`);
  await page.getByRole("button", { name: "Download report" }).waitFor();
  await page.keyboard.press("d");
  const item = page.getByRole("menuitem", { name: /^Full report/ });
  const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
  expect(download.suggestedFilename()).toContain(String(number));
  await page.getByRole("tab", { name: "Activity" }).click();
  const log = page.getByRole("list").filter({ hasText: "Sync started" });
  await log.getByText("Sync rejected").waitFor();
  await log.getByText("Report downloaded").first().waitFor();
  await page.getByText("2 settings have changed since this sync.").waitFor();
  const changed = page.getByRole("row", { name: /^Limit for user updates No limit/ });
  await changed.getByText("60", { exact: true }).waitFor();
});

test("the activity tells of a sync that was taken up again, and after a decision of what", async ({
  server,
  open,
}) => {
  const approved = await findSync(server, "approved");
  const completed = await findSync(server, "completed");
  const page = await open(`/syncs/${completed.number}?tab=activity`);
  await page.getByText("Sync started").waitFor();
  expect(await page.getByText(/taken up again/i).count()).toBe(0);
  await server.database.query("update syncs set attempts = 2 where number = any ($1)", [
    [approved.number, completed.number],
  ]);
  await page.reload();
  await page.getByText("Taken up again; attempt 2.").waitFor();
  await expectAccessible(page);
  await page.goto(`/syncs/${approved.number}?tab=activity`);
  await page.getByText("Applying was taken up again; attempt 2.").waitFor();
  const narrow = await open(`/syncs/${completed.number}?tab=activity`, {
    ...{ language: "fr", width: 360, height: 740 },
  });
  await narrow.getByText("Reprise après une interruption ; tentative 2.").waitFor();
  await expectAccessible(narrow);
});
