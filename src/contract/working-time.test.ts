import { expect, test } from "vitest";
import { type SyncTimes, workingTimeOf } from "./working-time.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
const now = Date.parse(at(50));
const minutes = (ms: number | null) => (ms === null ? null : ms / 60_000);
const decided = (reason: "approved_by_person" | "rejected_by_person" | "expired") => ({
  ...{ by: "Ada", at: at(40), comment: null, reason },
});

test.each<[string, Partial<SyncTimes>, number | null]>([
  ["queued", { startedAt: null }, null],
  ["planning", { startedAt: at(0) }, 50],
  ["waiting", { startedAt: at(0), plannedAt: at(4), phase: "awaiting_approval" }, 4],
  ["applying", { startedAt: at(0), plannedAt: at(4), phase: "applying" }, 50],
  [
    "completed",
    { startedAt: at(0), plannedAt: at(4), finishedAt: at(9), status: "completed", phase: "done" },
    9,
  ],
  [
    "approved after 36 minutes",
    {
      ...{ startedAt: at(0), plannedAt: at(4), finishedAt: at(43) },
      ...{ status: "approved", phase: "done", decision: decided("approved_by_person") },
    },
    7,
  ],
  [
    "approved and being applied",
    {
      ...{ startedAt: at(0), plannedAt: at(4), status: "approved", phase: "applying" },
      decision: decided("approved_by_person"),
    },
    14,
  ],
  [
    "rejected",
    {
      ...{ startedAt: at(0), plannedAt: at(4), finishedAt: at(40) },
      ...{ status: "rejected", phase: "done", decision: decided("rejected_by_person") },
    },
    4,
  ],
  [
    "cancelled while it was planned",
    { startedAt: at(0), finishedAt: at(2), status: "cancelled", phase: "done" },
    2,
  ],
  [
    "failed while it was applied",
    { startedAt: at(0), plannedAt: at(4), finishedAt: at(6), status: "failed", phase: "done" },
    6,
  ],
])("%s", (_, given, expected) => {
  const sync: SyncTimes = {
    ...{ status: "pending", phase: "queued", startedAt: null, plannedAt: null },
    ...{ finishedAt: null, decision: null },
    ...given,
  };
  expect(minutes(workingTimeOf(sync, now))).toBe(expected);
});
