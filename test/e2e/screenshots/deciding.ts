import type { Page } from "playwright-core";
import { badgeOf, type SyncBadge } from "../../../src/contract/sync-badge.ts";
import { rowAt } from "../support/report-page.ts";
import { type StagedState, stageSync } from "../support/stage-sync.ts";
import type { TestServer } from "../support/test-server.ts";
import { holdQueue } from "../support/waiting-syncs.ts";
import type { Picture } from "./picture.ts";

const everywhere = { languages: ["en", "fr"], widths: [1440, 360] } as const;

function newest(badge: SyncBadge, rest = "") {
  return async (server: TestServer): Promise<string> => {
    const sync = (await server.client.listSyncs()).findLast((it) => badgeOf(it) === badge);
    if (sync === undefined) throw new Error(`The demo has no sync that is ${badge}.`);
    return `/syncs/${sync.number}${rest}`;
  };
}

const seeRows = (page: Page) => rowAt(page.getByRole("grid"), 0).waitFor();
/** A tab without rows yet. */
const seeTab = (page: Page) => page.getByRole("tabpanel").getByRole("searchbox").waitFor();
const seeActivity = (page: Page) => page.locator(".activity-log").waitFor();
const press = (page: Page, name: RegExp) => page.getByRole("button", { name }).click();
const impact = /of your directory|de votre annuaire/;

async function askToApprove(page: Page): Promise<void> {
  await seeRows(page);
  await press(page, /^(Approve|Approuver)…$/);
  await page.getByText(impact).waitFor();
}

/** The waiting sync, as a worker would have it at work; approved before where it says so. */
function staged(state: StagedState) {
  return async (server: TestServer): Promise<string> => {
    const path = await newest("needs_approval")(server);
    const number = path.split("/").at(-1) ?? "";
    if (state.status === "approved") {
      await holdQueue(server);
      await server.client.decide(number, "approve", "Agreed with HR.");
    }
    await stageSync(server, Number(number), state);
    return path;
  };
}

const ENDED = [
  "approved",
  "rejected",
  "expired",
  "superseded",
  "cancelled",
  "failed",
  "preview",
] as const;

/** The head of a report in every state, and the questions before a decision. */
export const pictures: Picture[] = [
  {
    name: "report-activity",
    path: newest("rejected", "?tab=activity"),
    ...everywhere,
    prepare: seeActivity,
  },
  ...ENDED.map((badge) => ({
    name: `report-${badge}`,
    path: newest(badge),
    ...(badge === "failed" ? everywhere : {}),
    prepare: seeRows,
  })),
  { name: "decide-approve", path: newest("needs_approval"), ...everywhere, prepare: askToApprove },
  {
    name: "decide-reject",
    path: newest("needs_approval"),
    prepare: (page) => press(page, /^(Reject|Refuser)$/),
  },
  {
    name: "decide-second",
    path: newest("needs_approval"),
    alone: true,
    ...everywhere,
    async prepare(page, server) {
      await press(page, /^(Reject|Refuser)$/);
      const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      await server.client.decide(number, "reject");
      await page.getByRole("dialog", { name: /Already decided|Décision déjà prise/ }).waitFor();
    },
  },
  {
    name: "report-queued",
    path: staged({ status: "pending", phase: "queued" }),
    alone: true,
    prepare: (page) => seeTab(page),
  },
  {
    name: "report-planning",
    path: staged({ status: "pending", phase: "planning" }),
    alone: true,
    prepare: (page) => seeTab(page),
  },
  {
    name: "report-applying",
    path: staged({ status: "approved", phase: "applying", done: 31, total: 79 }),
    alone: true,
    ...everywhere,
    prepare: seeRows,
  },
];
