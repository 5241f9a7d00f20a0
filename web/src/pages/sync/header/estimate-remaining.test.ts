import { expect, test } from "vitest";
import { addSample, estimateRemaining, type ProgressSample } from "./estimate-remaining.ts";

const collect = (...given: [number, number][]) =>
  given.reduce<readonly ProgressSample[]>(
    (samples, [at, done]) => addSample(samples, { at, done }),
    [],
  );

test("is not known before something was measured", () => {
  expect(estimateRemaining([], 100, 0)).toBeNull();
  expect(estimateRemaining(collect([0, 10], [1000, 20]), 100, 1000)).toBeNull();
  expect(estimateRemaining(collect([0, 10], [9000, 10]), 100, 9000)).toBeNull();
});

test("follows from how fast it went, rounded up", () => {
  const samples = collect([0, 0], [10_000, 100]);
  expect(estimateRemaining(samples, 330, 10_000)).toBe(25_000);
  expect(estimateRemaining(samples, 330, 14_000)).toBe(20_000);
  expect(estimateRemaining(samples, 1100, 10_000)).toBe(120_000);
  expect(estimateRemaining(samples, 10_100, 10_000)).toBe(1_020_000);
});

test("never says that nothing is left", () => {
  const samples = collect([0, 0], [10_000, 100]);
  expect(estimateRemaining(samples, 101, 60_000)).toBe(5000);
});

test("forgets what was long ago, and begins anew when it goes back", () => {
  const slowThenFast = collect([0, 0], [100_000, 10], [110_000, 1010]);
  expect(estimateRemaining(slowThenFast, 2010, 110_000)).toBe(10_000);
  expect(collect([0, 50], [5000, 90], [6000, 0])).toEqual([{ at: 6000, done: 0 }]);
});
