import { expect, test } from "vitest";
import type { TrendItem } from "../../../api/sync-history.ts";
import { STRIP, sizeBars } from "./size-bars.ts";

const sync = (change: Partial<TrendItem>): TrendItem => ({
  ...{ id: "syn_1", number: 1, createdAt: "2026-11-23T12:00:00Z", badge: "completed" },
  ...{ dryRun: false, updates: { planned: 0, applied: 0 }, issues: 0, ...change },
});
const applied = (count: number) => ({ updates: { planned: count, applied: count } });

test("the largest fills the strip, and the smallest is still seen", () => {
  const [large, small, none] = sizeBars([
    sync({ ...applied(1_000_000), issues: 40 }),
    sync({ ...applied(1), issues: 1 }),
    sync({}),
  ]);
  expect(large!.body + large!.cap).toBeLessThanOrEqual(STRIP);
  expect(large!.body).toBeGreaterThan(45);
  expect(small!.body).toBeGreaterThan(0);
  expect(small!.cap).toBeGreaterThan(0);
  expect([none!.body, none!.outline, none!.cap]).toEqual([0, 0, 0]);
});

test("what is not applied is an outline, and never looks applied", () => {
  const [waits, partly] = sizeBars([
    sync({ badge: "needs_approval", updates: { planned: 50, applied: 0 } }),
    sync({ badge: "approved", updates: { planned: 50, applied: 20 } }),
  ]);
  expect([waits!.body, waits!.outline > 0]).toEqual([0, true]);
  expect([partly!.body > 0, partly!.outline]).toEqual([true, 0]);
});

test("a sync that failed has a bar of its own, whether or not anything was applied", () => {
  const [nothing, partly] = sizeBars([
    sync({ badge: "failed", updates: { planned: 90, applied: 0 } }),
    sync({ badge: "failed", ...applied(90) }),
  ]);
  expect(nothing!.body).toBeGreaterThan(0);
  expect(nothing!.outline).toBe(0);
  expect(partly!.body).toBeGreaterThan(nothing!.body);
  expect(sizeBars([])).toEqual([]);
});
