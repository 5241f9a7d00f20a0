import { expect, test } from "vitest";
import type { ReportEntry } from "../../contract/entry.ts";
import type { Sync } from "../../contract/sync.ts";
import { describeProgress, showProgressOn } from "../show-progress.ts";
import { formatEntries } from "./entry-lines.ts";
import { formatSummary } from "./sync-summary.ts";
import { formatTable, shorten, widthOf } from "./table.ts";
import { describeLimit, nameBadge } from "./words.ts";

const SYNC: Sync = {
  id: "syn_12",
  number: 12,
  status: "completed",
  phase: "done",
  dryRun: false,
  mode: "full",
  source: { id: "src_1", kind: "push", name: "API push" },
  input: { form: "csv", sections: [], acceptedAt: null, keptUntil: null },
  trigger: { kind: "api_key", actor: "Payroll" },
  progress: { done: 0, total: 0 },
  updates: {
    planned: 1204,
    applied: 1203,
    skipped: 1,
    byType: { user_updated: 4, user_created: 1200 },
  },
  issues: {
    total: 3,
    impactedUsers: 2,
    impactedTeams: 0,
    expected: 0,
    byType: { manager_profile_missing: 1, user_skipped: 2 },
  },
  thresholds: [],
  hold: null,
  decision: null,
  failure: null,
  createdAt: "2026-03-01T08:00:30.000Z",
  startedAt: null,
  plannedAt: null,
  finishedAt: null,
  expiresAt: null,
  rerunOf: null,
  supersededBy: null,
  links: { self: "", entries: "", report: "" },
};
const WAITING: Partial<Sync> = { status: "pending", phase: "awaiting_approval" };

test("a summary counts by type, in report order, under the deployment's name", () => {
  expect(formatSummary(SYNC, "Rally")).toEqual([
    "Sync 12: Completed with issues",
    "Source API push, full push, by Payroll on 2026-03-01 08:00 UTC",
    "",
    "1,203 updates applied, 1 skipped",
    "  1,200  User created",
    "      4  User updated",
    "",
    "3 issues, impacting 2 users",
    "  2  User skipped",
    "  1  No Rally profile for Direct Manager",
  ]);
});

test("a sync that waits says what it exceeds and how to decide", () => {
  const thresholds = [{ limit: "removalsPercent.users", allowed: 10, planned: 250 }];
  const expiresAt = "2026-03-08T08:00:00.000Z";
  const lines = formatSummary({ ...SYNC, ...WAITING, thresholds, expiresAt }, "Muster");
  expect(lines).toContain("1,204 updates planned");
  expect(lines).toContain("  Users to lose access or be deleted: 250 planned, 10 allowed");
  expect(lines).toContain(
    "Nothing is changed until somebody decides. It waits until 2026-03-08 08:00 UTC.",
  );
  expect(lines.join("\n")).toContain("muster approve 12");
  expect(formatSummary(SYNC, "Muster").join("\n")).not.toContain("muster approve");
});

test("a sync that waits without exceeding a limit says why", () => {
  const older = { reason: "older_input" as const, date: "2026-02-27T08:00:00.000Z" };
  expect(formatSummary({ ...SYNC, ...WAITING, hold: older }, "M")).toContain(
    "It waits because its input, of 2026-02-27 08:00 UTC, is older than what was accepted last.",
  );
  const paused = { reason: "paused" as const, date: null };
  expect(formatSummary({ ...SYNC, ...WAITING, hold: paused }, "M")).toContain(
    "It waits because provisioning is paused.",
  );
  expect(formatSummary({ ...SYNC, hold: paused }, "M").join()).not.toContain("paused");
});

test.each([
  ["users", "User updates: 2 planned, 1 allowed"],
  ["removalsPercent.values.jobTitle", "Values of Job title to be emptied: 2 planned, 1 allowed"],
  [
    "empty.teams",
    "Teams to be deleted because the teams section has no rows: 2 planned, 1 allowed",
  ],
  ["somethingNew", "somethingNew: 2 planned, 1 allowed"],
])("the limit %s is named", (limit, text) => {
  expect(describeLimit({ limit, allowed: 1, planned: 2 })).toBe(text);
});

test("an approved sync that is over tells what was applied", () => {
  expect(formatSummary({ ...SYNC, status: "approved" }, "Muster")).toContain(
    "1,203 updates applied, 1 skipped",
  );
});

test("a failure and a decision are told", () => {
  const failure = { code: "x", message: "The file ends in the middle of a row." };
  expect(formatSummary({ ...SYNC, status: "failed", failure }, "M")).toContain(failure.message);
  const decision = {
    ...{ by: "Ada", at: "2026-03-02T09:00:00.000Z", comment: "Not\u001b[31m yet" },
    reason: "rejected_by_person" as const,
  };
  expect(formatSummary({ ...SYNC, status: "rejected", decision }, "M")).toContain(
    "Decided by Ada on 2026-03-02 09:00 UTC: Not\ufffd[31m yet",
  );
});

test("badges", () => {
  const badges: [Partial<Sync>, string][] = [
    [{}, "Completed with issues"],
    [{ issues: { ...SYNC.issues, total: 0 } }, "Completed"],
    [{ dryRun: true }, "Preview"],
    [WAITING, "Needs approval"],
    [{ status: "failed" }, "Failed"],
  ];
  for (const [changes, badge] of badges) expect(nameBadge({ ...SYNC, ...changes })).toBe(badge);
});

test("tables align by what a terminal shows", () => {
  expect(widthOf("Zoé")).toBe(3);
  expect(widthOf("Zoe\u0301")).toBe(3);
  expect(widthOf("山田")).toBe(4);
  expect(
    formatTable(
      [{}, { align: "right" }, {}],
      [
        ["山田", "1", "a"],
        ["Zoé Roy", "20", "b"],
      ],
    ),
  ).toEqual(["山田      1  a", "Zoé Roy  20  b"]);
  expect(shorten("山田太郎", 5)).toBe("山田…");
  expect(formatTable([{}], [["a\nb"]])).toEqual(["a\ufffdb"]);
});

const ENTRY: ReportEntry = {
  ...{ seq: 1, kind: "update", type: "user_updated", label: "User updated", outcome: "applied" },
  ...{ reason: null, message: null, suggestion: null, causedBy: null, source: null, at: null },
  subject: { type: "user", id: "usr_1", name: "Ada Roy", email: "ada@x.co", externalId: "E1" },
  changes: [
    { property: "jobTitle", before: "Clerk", after: null },
    { property: "products", before: [], after: ["A", "B"] },
    { property: "salary", before: null, after: null, sensitive: true },
  ],
};

test("entries tell where, whom and what", () => {
  expect(formatEntries([ENTRY])).toEqual([
    "  Ada Roy <ada@x.co>  jobTitle: Clerk → (none); products: A, B; salary: changed",
  ]);
  expect(
    formatEntries([{ ...ENTRY, changes: [], outcome: "skipped", message: "It has changed." }]),
  ).toEqual(["  Ada Roy <ada@x.co>    skipped: It has changed."]);
  const issue: ReportEntry = {
    ...ENTRY,
    ...{ kind: "issue", type: "user_skipped", outcome: null, changes: [], subject: null },
    ...{
      message: "Line 3: no email.",
      suggestion: "Give one.",
      source: { file: "a.csv", line: 3 },
    },
  };
  expect(formatEntries([issue])).toEqual(["  a.csv:3  -  Line 3: no email. Give one."]);
});

test("progress is one line written over on a terminal, and a line a phase elsewhere", () => {
  const steps: Sync[] = [
    { ...SYNC, status: "pending", phase: "reading" },
    { ...SYNC, status: "pending", phase: "applying", progress: { done: 500, total: 1204 } },
    { ...SYNC, status: "pending", phase: "applying", progress: { done: 900, total: 1204 } },
    SYNC,
  ];
  expect(describeProgress(steps[1]!)).toBe("Sync 12: Applying, 500 of 1,204");
  const written = (isTTY: boolean) => {
    let text = "";
    const show = showProgressOn({ isTTY, columns: 80, write: (more) => (text += more) });
    for (const step of steps) show(step);
    return text;
  };
  expect(written(false)).toBe("Sync 12: Reading\nSync 12: Applying\n");
  const over = "\r\u001b[2K";
  expect(written(true)).toBe(
    `${over}Sync 12: Reading${over}Sync 12: Applying, 500 of 1,204${over}Sync 12: Applying, 900 of 1,204${over}`,
  );
});
