import { expect, test } from "vitest";
import { describeStatus, type StatusOf } from "./describe-status.ts";

const sync: StatusOf = {
  status: "completed",
  phase: "done",
  dryRun: false,
  issues: { total: 0 },
  decision: null,
};

test.each<[Partial<StatusOf>, string, string]>([
  [{ status: "pending", phase: "reading" }, "info", "Pending"],
  [{ status: "pending", phase: "awaiting_approval" }, "caution", "Needs approval"],
  [{ status: "pending", phase: "planning", dryRun: true }, "info", "Pending"],
  [{}, "good", "Completed"],
  [{ issues: { total: 3 } }, "caution", "Completed with issues"],
  [{ dryRun: true, issues: { total: 3 } }, "neutral", "Preview"],
  [{ status: "approved", phase: "applying", issues: { total: 3 } }, "good", "Approved"],
  [{ status: "rejected", decision: { reason: "rejected_by_person" } }, "neutral", "Rejected"],
  [{ status: "rejected", decision: { reason: "expired" } }, "neutral", "Expired"],
  [{ status: "rejected", decision: { reason: "superseded" } }, "neutral", "Superseded"],
  [{ status: "failed" }, "danger", "Failed"],
  [{ status: "cancelled" }, "neutral", "Cancelled"],
])("a sync with %o is %s: %s", (change, tone, label) => {
  const look = describeStatus({ ...sync, ...change });
  expect(look.tone).toBe(tone);
  expect(look.label.en).toBe(label);
});
