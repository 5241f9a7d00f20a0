import { describe, expect } from "vitest";
import type { Cause } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { addressOf, detailsOn, issuesOf, rowAt, updatesOf } from "./support/report-page.ts";
import { setUpPages } from "./support/set-up-pages.ts";
import type { TestServer } from "./support/test-server.ts";

const test = setUpPages({ data: "demo" });

async function listCauses(server: TestServer, sync: Sync): Promise<Cause[]> {
  const { items } = await server.client.call<{ items: Cause[] }>(
    "GET",
    `/syncs/${sync.number}/causes`,
  );
  return items;
}

async function findSync(server: TestServer, isWanted: (sync: Sync) => boolean): Promise<Sync> {
  const found = (await server.client.listSyncs()).findLast(isWanted);
  if (found === undefined) throw new Error("The demo has no such sync.");
  return found;
}

const hasIssue = (type: string) => (sync: Sync) => (sync.issues.byType[type] ?? 0) > 0;

describe("troubleshooting", () => {
  test("has a card for each cause, most people first, and leads to its rows", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, hasIssue("workspace_limit_reached"));
    const causes = await listCauses(server, sync);
    const seats = causes.find(({ type }) => type === "workspace_limit_reached")!;
    const page = await open(`/syncs/${sync.number}?tab=troubleshooting`);
    const list = page.getByRole("list", { name: "Causes of issues, most people first" });
    await list.getByRole("heading", { level: 3 }).first().waitFor();
    const titles = await list.getByRole("heading", { level: 3 }).allTextContents();
    expect(titles[0]).toBe("Workspace limit reached");
    const card = list.getByRole("listitem", { name: "Workspace limit reached" });
    await card.getByText(`${seats.impactedUsers} users got no seat.`).waitFor();
    await card.getByRole("link", { name: "Open seats" }).waitFor();
    await card.getByRole("button", { name: "Why this happens" }).click();
    await card.getByText(/^People who lose access or are deleted in the run free/).waitFor();
    await card.getByRole("link", { name: `Show ${seats.count} rows` }).click();
    await expect
      .poll(() => addressOf(page))
      .toBe(`/syncs/${sync.number}?tab=issues&type=workspace_limit_reached&reason=seat_limit`);
    await page.getByRole("status").getByText(`${seats.count} rows`).waitFor();
    await rowAt(issuesOf(page), 0).getByText("Workspace limit reached").waitFor();
  });

  test("leads to the source row of a cause that no page mends, and further to the next", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, ({ phase }) => phase === "awaiting_approval");
    const causes = await listCauses(server, sync);
    const first = causes.find(({ reason }) => reason === "missing_email")!;
    const page = await open(`/syncs/${sync.number}?tab=troubleshooting`);
    await page.getByRole("link", { name: "Show the source row: No email" }).click();
    const at = `?tab=issues&type=user_skipped&reason=missing_email&row=${first.sourceRow}&record=1`;
    await expect.poll(() => addressOf(page)).toBe(`/syncs/${sync.number}${at}`);
    const record = detailsOn(page).getByRole("button", { name: /^Source record, members\.csv/ });
    await record.waitFor();
    expect(await record.getAttribute("aria-expanded")).toBe("true");
    await detailsOn(page).getByText("externalId", { exact: true }).waitFor();
    await expectAccessible(page);
    // Among all rows, the next one shows its record too.
    await page.goto(`/syncs/${sync.number}?tab=issues&row=${first.sourceRow}&record=1`);
    await issuesOf(page).getByRole("row", { selected: true }).waitFor();
    await issuesOf(page).focus();
    await page.keyboard.press("j");
    await expect.poll(() => addressOf(page)).toContain(`row=${first.sourceRow! + 1}&record=1`);
    await record.and(page.locator("[aria-expanded=true]")).click();
    await expect.poll(() => addressOf(page)).not.toContain("record");
    expect(await record.getAttribute("aria-expanded")).toBe("false");
  });

  test("offers the list where the input is kept no longer", async ({ open, server }) => {
    const sync = await findSync(server, ({ phase }) => phase === "awaiting_approval");
    const setEnd = (sql: string) =>
      server.database.query(
        `update inputs set expires_at = ${sql} where id = (select input_id from syncs where number = $1)`,
        [sync.number],
      );
    await setEnd("expires_at - interval '90 days'");
    const page = await open(`/syncs/${sync.number}?tab=troubleshooting`);
    await page.getByRole("link", { name: "Download the list: No email" }).waitFor();
    expect(await page.getByRole("link", { name: /source row/ }).count()).toBe(0);
    await setEnd("expires_at + interval '90 days'");
  });

  test("tells what is new, what stays, and what a later sync no longer had", async ({
    open,
    server,
  }) => {
    const tags: Record<string, (cause: Cause) => boolean> = {
      "New since last sync": (cause) => cause.newSinceLastSync,
      "Seen in": (cause) => cause.seenInSyncs > 0,
      "Fixed in the sync of": (cause) => cause.fixedIn !== null,
    };
    const left = new Set(Object.keys(tags));
    const syncs = (await server.client.listSyncs()).filter(({ issues }) => issues.total > 0);
    for (const sync of syncs.reverse()) {
      const causes = await listCauses(server, sync);
      if (![...left].some((tag) => causes.some(tags[tag]!))) continue;
      const page = await open(`/syncs/${sync.number}?tab=troubleshooting`);
      await page.getByRole("listitem").getByRole("heading", { level: 3 }).first().waitFor();
      for (const [words, isTagged] of Object.entries(tags)) {
        const shown = await page.locator(".cause .badge").filter({ hasText: words }).count();
        expect(shown, `${words} in sync ${sync.number}`).toBe(causes.filter(isTagged).length);
        if (shown > 0) left.delete(words);
      }
    }
    expect([...left]).toEqual([]);
  });

  test("leaves expected causes out of what needs attention, until they are not", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, ({ phase }) => phase === "awaiting_approval");
    const page = await open(`/syncs/${sync.number}?tab=troubleshooting`);
    const needed = page.getByRole("list", { name: "Causes of issues, most people first" });
    const expected = page.getByRole("list", { name: "Expected" });
    await needed.getByRole("listitem", { name: "No email" }).waitFor();
    const tab = page.getByRole("tab", { name: /^Troubleshooting/ });
    const before = Number((await tab.textContent())!.replace(/\D/g, ""));
    await page.getByRole("button", { name: "Mark as expected: No email" }).click();
    const card = expected.getByRole("listitem", { name: "No email" });
    const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric" });
    await card
      .getByText(`Marked as expected by admin on ${day.format(new Date())}.`, { exact: true })
      .waitFor();
    expect(await needed.getByRole("listitem", { name: "No email" }).count()).toBe(0);
    await tab.getByText(String(before - 1), { exact: true }).waitFor();
    await card.getByRole("button", { name: "No longer expected: No email" }).click();
    await needed.getByRole("listitem", { name: "No email" }).waitFor();
    await tab.getByText(String(before), { exact: true }).waitFor();
  });

  test("lets viewers read, and mark nothing", async ({ open, server }) => {
    const sync = await findSync(server, ({ phase }) => phase === "awaiting_approval");
    const page = await open(`/syncs/${sync.number}?tab=troubleshooting`, {
      as: await server.addAccount("Vera Viewer", "viewer"),
    });
    await page.getByRole("listitem", { name: "No email" }).waitFor();
    expect(await page.getByRole("button", { name: /^Mark as expected/ }).count()).toBe(0);
  });
});

test("how many users and teams have issues stands over the report", async ({ open, server }) => {
  const { number, issues } = await findSync(
    server,
    ({ issues: { impactedUsers, impactedTeams } }) => impactedUsers > 1 && impactedTeams > 1,
  );
  const page = await open(`/syncs/${number}`);
  await page
    .getByRole("region", { name: "Summary" })
    .getByText(`${issues.impactedUsers} users and ${issues.impactedTeams} teams affected.`)
    .waitFor();
});

describe("a report without rows", () => {
  test("says that everything was up to date, and how many people were checked", async ({
    open,
    server,
  }) => {
    const sync = await findSync(
      server,
      ({ updates, issues, status }) =>
        updates.planned === 0 && issues.total === 0 && status === "completed",
    );
    const people = sync.input.sections.find(({ section }) => section === "members")!.rows;
    const page = await open(`/syncs/${sync.number}`);
    // The summary above the tabs says the first part too.
    const rows = page.getByRole("tabpanel");
    await rows.getByText("Everything was already up to date.").waitFor();
    await rows.getByText(`${people} people checked, no changes.`).waitFor();
  });

  test("of issues says that all updates were applied", async ({ open, server }) => {
    const sync = await findSync(
      server,
      ({ updates, issues, status }) =>
        status === "completed" &&
        updates.applied > 0 &&
        updates.applied === updates.planned &&
        Object.keys(issues.byType).length === 0,
    );
    for (const tab of ["issues", "troubleshooting"]) {
      const page = await open(`/syncs/${sync.number}?tab=${tab}`);
      const shown = page.getByRole("tabpanel");
      await shown.getByText("No issues.", { exact: true }).waitFor();
      await shown.getByText(`All ${sync.updates.planned} updates were applied.`).waitFor();
    }
  });

  test("is of a sync that does not exist", async ({ open }) => {
    const page = await open("/syncs/99999");
    await page.getByText("No sync has this ID.").waitFor();
    await page.getByRole("link", { name: "Go to the sync history" }).waitFor();
  });

  test("is of a sync that is kept no longer", async ({ open, server }) => {
    await server.database.query("update syncs set number = 100000 where number = 3");
    try {
      const page = await open("/syncs/3");
      await page.getByText("This sync is older than your 365-day history.").waitFor();
    } finally {
      await server.database.query("update syncs set number = 3 where number = 100000");
    }
  });
});

describe("a sync that goes on", () => {
  test("fills its rows when the plan is ready, without loading the page again", async ({
    open,
    server,
  }) => {
    const sync = await findSync(
      server,
      ({ status, updates }) => status === "completed" && updates.applied > 10,
    );
    // As it stood while its plan was being made; a worker of another process holds it.
    const put = (phase: string, status: string, owner: string | null) =>
      server.database.query(
        `update syncs set phase = $2, status = $3, lease_owner = $4, lease_until = now() + interval '1 hour',
           finished_at = case when $2 = 'done' then now() end where number = $1`,
        [sync.number, phase, status, owner],
      );
    await put("planning", "pending", "another worker");
    try {
      const page = await open(`/syncs/${sync.number}`);
      await page.getByText("The rows appear here when the plan is ready.").waitFor();
      await page.evaluate(() => Object.assign(window, { isSamePage: true }));
      await put("done", "completed", null);
      await rowAt(updatesOf(page), 0).waitFor();
      await page.getByRole("status").getByText(`${sync.updates.planned} rows`).waitFor();
      expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    } finally {
      await put("done", "completed", null);
    }
  });

  test("shows each row's outcome as it is applied", async ({ open, server }) => {
    const sync = await findSync(
      server,
      ({ status, updates }) => status === "completed" && (updates.byType.user_invited ?? 0) > 0,
    );
    const { rows } = await server.database.query<{ step: number; position: number }>(
      "select applied_step as step, applied_position as position from syncs where number = $1",
      [sync.number],
    );
    const { step, position } = rows[0]!;
    const put = (phase: string, status: string, owner: string | null, mark: number[]) =>
      server.database.query(
        `update syncs set phase = $2, status = $3, lease_owner = $4, lease_until = now() + interval '1 hour',
           applied_step = $5, applied_position = $6, finished_at = case when $2 = 'done' then now() end
         where number = $1`,
        [sync.number, phase, status, owner, ...mark],
      );
    await put("applying", "pending", "another worker", [0, 0]);
    try {
      const page = await open(`/syncs/${sync.number}?type=user_invited`);
      const row = rowAt(updatesOf(page), 0);
      await row.getByText("Will be invited").waitFor();
      await put("done", "completed", null, [step, position]);
      await row.getByText("Invited", { exact: true }).waitFor();
    } finally {
      await put("done", "completed", null, [step, position]);
    }
  });
});

describe("a report as a file", () => {
  test("is whole whatever the filters; the rows shown are a choice beside it", async ({
    open,
    server,
  }) => {
    const sync = await findSync(server, ({ phase }) => phase === "awaiting_approval");
    const { total } = await server.client.call<{ total: number }>(
      "GET",
      `/syncs/${sync.number}/facets?kind=update&type=user_deactivated`,
    );
    const page = await open(`/syncs/${sync.number}?type=user_deactivated`);
    await rowAt(updatesOf(page), 0).waitFor();
    const lines = async (name: RegExp) => {
      await page.getByRole("button", { name: "Download report" }).click();
      const started = page.waitForEvent("download");
      await page.getByRole("menuitem", { name }).click();
      const stream = await (await started).createReadStream();
      let text = "";
      for await (const piece of stream) text += piece;
      return text.trimEnd().split("\r\n");
    };
    const whole = await lines(/^Full report \(CSV\)/);
    expect(whole[0]).toContain("Sync,Kind,Data type,Type,Name");
    expect(whole.some((line) => line.includes("Team member added"))).toBe(true);
    const rows = await lines(new RegExp(`^These ${total} rows \\(CSV\\)`));
    expect(rows).toHaveLength(total + 1);
    expect(rows.slice(1).every((line) => line.includes("User deactivated"))).toBe(true);

    await page.getByRole("tab", { name: "Activity" }).click();
    const downloads = page.getByRole("listitem").filter({ hasText: "Report downloaded by admin" });
    await downloads.nth(0).getByText(`Filtered, ${total} rows`).waitFor();
    await downloads
      .nth(1)
      .getByText(/^Full report, [\d,]+ rows$/)
      .waitFor();
  });
});
