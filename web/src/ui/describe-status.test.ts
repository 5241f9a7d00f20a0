import { expect, test } from "vitest";
import { describeStatus, type StatusOf } from "./describe-status.ts";

const sync: StatusOf = {
  status: "completed",
  phase: "done",
  dryRun: false,
  issues: { total: 0, expected: 0 },
  decision: null,
};

const decided = (reason: NonNullable<StatusOf["decision"]>["reason"]) => ({
  by: "Zoé Okafor",
  at: "2026-11-23T12:00:00Z",
  comment: null,
  reason,
});

test.each<[Partial<StatusOf>, string, string]>([
  [{ status: "pending", phase: "reading" }, "info", "Pending"],
  [{ status: "pending", phase: "awaiting_approval" }, "caution", "Needs approval"],
  [{ status: "pending", phase: "planning", dryRun: true }, "info", "Pending"],
  [{}, "good", "Completed"],
  [{ issues: { total: 3, expected: 0 } }, "caution", "Completed with issues"],
  [{ dryRun: true, issues: { total: 3, expected: 0 } }, "neutral", "Preview"],
  [
    { status: "approved", phase: "applying", issues: { total: 3, expected: 0 } },
    "good",
    "Approved",
  ],
  [{ status: "rejected", decision: decided("rejected_by_person") }, "neutral", "Rejected"],
  [{ status: "rejected", decision: decided("expired") }, "neutral", "Expired"],
  [{ status: "rejected", decision: decided("superseded") }, "neutral", "Superseded"],
  [{ status: "failed" }, "danger", "Failed"],
  [{ status: "cancelled" }, "neutral", "Cancelled"],
])("a sync with %o is %s: %s", (change, tone, label) => {
  const look = describeStatus({ ...sync, ...change }, "en");
  expect(look.tone).toBe(tone);
  expect(look.label).toBe(label);
});
