import { expect, test } from "vitest";
import { exitCodeOf, isSettled } from "./exit-codes.ts";

const issues = (total: number) => ({
  total,
  impactedUsers: 0,
  impactedTeams: 0,
  expected: 0,
  byType: {},
});

test.each([
  ["completed", "done", 0, 0],
  ["completed", "done", 2, 3],
  ["pending", "awaiting_approval", 2, 4],
  ["rejected", "done", 2, 5],
  ["failed", "done", 2, 1],
  ["cancelled", "done", 0, 1],
] as const)("%s in %s with %i issues ends with %i", (status, phase, count, code) => {
  expect(exitCodeOf({ status, phase, issues: issues(count) })).toBe(code);
  expect(isSettled({ phase })).toBe(true);
});

test("a sync at work is not settled", () => {
  for (const phase of ["queued", "reading", "planning", "applying"] as const) {
    expect(isSettled({ phase })).toBe(false);
  }
});
