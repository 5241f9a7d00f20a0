import type { Page } from "playwright-core";
import type { Sync } from "../../../src/contract/sync.ts";
import { rowAt } from "../support/report-page.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Picture } from "./picture.ts";

/** The address of the newest sync of a kind, with what follows it. */
function newest(isWanted: (sync: Sync) => boolean, rest = "") {
  return async (server: TestServer): Promise<string> => {
    const sync = (await server.client.listSyncs()).findLast(isWanted);
    if (sync === undefined) throw new Error("The demo has no such sync.");
    return `/syncs/${sync.number}${rest}`;
  };
}

/** The address of the newest issue that has a reason. */
function newestWith(reason: string) {
  return async ({ client }: TestServer): Promise<string> => {
    for (const { id, number } of (await client.listSyncs()).reverse()) {
      const url = `/syncs/${id}/entries?limit=1&reason=${reason}`;
      const { items } = await client.call<{ items: { seq: number }[] }>("GET", url);
      if (items[0] !== undefined) return `/syncs/${number}?tab=issues&row=${items[0].seq}`;
    }
    throw new Error(`The demo has no issue with reason ${reason}.`);
  };
}

const isWaiting = ({ phase }: Sync) => phase === "awaiting_approval";
const isQuiet = ({ status, updates, issues }: Sync) =>
  status === "completed" && updates.planned === 0 && issues.total === 0;
const hasSkips = ({ updates }: Sync) => updates.skipped > 0;
const keepsValue = ({ issues }: Sync) => (issues.byType.value_locked ?? 0) > 0;
const isFirstImport = ({ updates, dryRun }: Sync) => updates.planned > 1000 && !dryRun;

const everywhere = { languages: ["en", "fr"], widths: [1440, 360] } as const;
const seeRows = (page: Page) => rowAt(page.getByRole("grid"), 0).waitFor();
const seeDetails = (page: Page) => page.locator(".entry-steps").waitFor();

/** The rows of a report, their details, and its causes. */
export const pictures: Picture[] = [
  { name: "report-updates", path: newest(isWaiting), ...everywhere, prepare: seeRows },
  {
    name: "report-details",
    isInReadme: true,
    path: newest(isWaiting, "?type=user_updated,user_deleted&row=8"),
    ...everywhere,
    prepare: seeDetails,
  },
  {
    name: "report-details-created",
    path: newest(isFirstImport, "?row=300"),
    widths: [1440, 1000],
    prepare: seeDetails,
  },
  {
    name: "report-details-locked",
    path: newest(keepsValue, "?tab=issues&type=value_locked"),
    ...everywhere,
    prepare: async (page) => {
      await rowAt(page.getByRole("grid"), 0).click();
      await seeDetails(page);
    },
  },
  { name: "report-team-deleted", path: newest(isWaiting, "?row=69"), prepare: seeDetails },
  {
    name: "report-skipped",
    path: newest(hasSkips, "?outcome=skipped"),
    prepare: async (page) => {
      await rowAt(page.getByRole("grid"), 0).click();
      await seeDetails(page);
    },
  },
  {
    name: "report-type-menu",
    path: newest(isWaiting),
    ...everywhere,
    prepare: async (page) => {
      await seeRows(page);
      await page.getByRole("button", { name: "Type", exact: true }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "report-issues",
    path: newest(isWaiting, "?tab=issues&row=2"),
    ...everywhere,
    prepare: async (page) => {
      await seeDetails(page);
      await page.locator(".entry-advice .button").click();
    },
  },
  {
    name: "report-email-taken",
    path: newestWith("email_taken"),
    ...everywhere,
    prepare: (page) => page.locator(".holder-ways").waitFor(),
  },
  {
    name: "report-record",
    path: newest(isWaiting, "?row=8"),
    prepare: async (page) => {
      await seeDetails(page);
      const record = page.getByRole("button", { name: /^Source record/ });
      await record.click();
      await record.scrollIntoViewIfNeeded();
    },
  },
  {
    name: "report-print",
    path: newest(isWaiting),
    languages: ["en", "fr"],
    widths: [794],
    prepare: async (page) => {
      await seeRows(page);
      await page.emulateMedia({ media: "print" });
    },
  },
  {
    name: "troubleshooting-print",
    path: newest(isWaiting, "?tab=troubleshooting"),
    widths: [794],
    prepare: async (page) => {
      await page.locator(".cause").first().waitFor();
      await page.emulateMedia({ media: "print" });
    },
  },
  {
    name: "report-none-match",
    path: newest(isWaiting, "?q=nobody+of+this+name"),
    ...everywhere,
    prepare: (page) => page.locator(".empty-state").waitFor(),
  },
  {
    name: "report-up-to-date",
    path: newest(isQuiet),
    ...everywhere,
    prepare: (page) => page.locator(".empty-state").waitFor(),
  },
  {
    name: "report-troubleshooting",
    path: newest(isWaiting, "?tab=troubleshooting"),
    ...everywhere,
    prepare: (page) => page.locator(".cause").first().waitFor(),
  },
  {
    name: "report-troubleshooting-why",
    path: newest(({ issues }) => (issues.byType.admin_protected ?? 0) > 0, "?tab=troubleshooting"),
    prepare: (page) => page.locator(".cause .button.is-link").first().click(),
  },
  {
    name: "report-causes-many",
    path: newest(({ issues }) => issues.total > 6, "?tab=troubleshooting"),
    ...everywhere,
    prepare: async (page) => {
      await page.locator(".cause").first().waitFor();
      await page.locator(".cause").last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: "report-source-row",
    path: async (server) => `${await newestWith("missing_email")(server)}&record=1`,
    ...everywhere,
    prepare: (page) => page.locator(".entry-details dl code").first().waitFor(),
  },
  {
    name: "report-taken-up",
    path: newest(({ status }) => status === "approved", "?tab=activity"),
    alone: true,
    widths: [1440, 360],
    languages: ["en", "fr"],
    prepare: async (page, { database }) => {
      await database.query("update syncs set attempts = 2 where status = 'approved'");
      await page.reload();
      await page.locator(".activity-taken-up").waitFor();
    },
  },
  {
    name: "report-no-such-row",
    path: newest(isWaiting, "?row=99999"),
    prepare: (page) => page.getByText("This report has no such row.").waitFor(),
  },
  {
    name: "report-not-found",
    path: "/syncs/99999",
    prepare: (page) => page.getByText("No sync has this ID.").waitFor(),
  },
  {
    name: "report-million",
    data: "million",
    path: "/syncs/1?row=765432",
    prepare: seeDetails,
  },
];
