import { expect, test } from "vitest";
import type { SyncBadge } from "#contract/sync-badge.ts";
import { countLastFailures } from "./count-last-failures.ts";

test.each<[SyncBadge[], number]>([
  [[], 0],
  [["completed"], 0],
  [["failed"], 1],
  [["failed", "completed", "failed", "failed"], 2],
  [["completed", "failed", "preview", "failed", "failed", "pending"], 3],
  [["failed", "failed", "needs_approval"], 0],
])("after %j so many failed last: %i", (badges, count) => {
  expect(countLastFailures(badges.map((badge) => ({ badge })))).toBe(count);
});
