import { expect, test } from "vitest";
import { countUpdates } from "./count-updates.ts";

type Counted = Parameters<typeof countUpdates>[0];
const sync = (change: Partial<Counted> & { planned?: number; applied?: number }): Counted => ({
  ...{ status: "completed", phase: "done", dryRun: false, plannedAt: "2026-11-23T12:00:00Z" },
  updates: { planned: change.planned ?? 10, applied: change.applied ?? 0, skipped: 0, byType: {} },
  ...change,
});

test.each<[string, Parameters<typeof sync>[0], string | null, boolean]>([
  ["done", { applied: 10 }, "applied 10", true],
  ["done with nothing to do", { planned: 0 }, "applied 0", true],
  ["done, some skipped", { applied: 9 }, "part 9", false],
  ["waiting", { status: "pending", phase: "awaiting_approval" }, "ready 10", true],
  ["reading", { status: "pending", phase: "reading", plannedAt: null, planned: 0 }, null, false],
  ["applying", { status: "pending", phase: "applying", applied: 4 }, "soFar 4", false],
  ["approved, in the queue", { status: "approved", phase: "queued" }, "soFar 0", false],
  ["a preview", { dryRun: true }, "planned 10", true],
  ["rejected", { status: "rejected" }, "applied 0", false],
  ["failed half way", { status: "failed", applied: 4 }, "part 4", false],
  ["failed before its plan", { status: "failed", plannedAt: null, planned: 0 }, "applied 0", false],
])("a sync that is %s", (_, change, said, hasSigns) => {
  const counted = countUpdates(sync(change));
  expect(counted && `${counted.shows} ${counted.count}`).toBe(said);
  expect(counted?.hasSigns ?? false).toBe(hasSigns);
});
