import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../contract/settings.ts";
import { findExceededLimits, type PlanCounts } from "./check-limits.ts";

const NOTHING: PlanCounts = {
  ...{ userUpdates: 0, teamUpdates: 0, reactivations: 0 },
  removals: {},
  identities: { base: 100, planned: 0 },
  takenAddresses: { rows: 100, planned: 0 },
  emptySections: [],
};

const limitsOf = (counts: Partial<PlanCounts>, thresholds = {}) =>
  findExceededLimits(
    { ...NOTHING, ...counts },
    { ...DEFAULT_SETTINGS.thresholds, ...thresholds },
  ).map(({ limit }) => limit);

describe("limits", () => {
  it("are exceeded by one more than is allowed, never by as many", () => {
    const users = (base: number, planned: number) =>
      limitsOf({ removals: { users: { base, planned } } });
    expect(users(100, 10)).toEqual([]);
    expect(users(100, 11)).toEqual(["removalsPercent.users"]);
    expect(limitsOf({ userUpdates: 5 }, { users: 5 })).toEqual([]);
    expect(limitsOf({ userUpdates: 6 }, { users: 5 })).toEqual(["users"]);
  });

  it("of 0 hold every change, and none where nothing changes", () => {
    const none = { users: 0, teams: 0, removalsPercent: 0, identityPercent: 0, reactivations: 0 };
    expect(limitsOf({}, none)).toEqual([]);
    expect(limitsOf({ userUpdates: 1, teamUpdates: 1 }, none)).toEqual(["users", "teams"]);
    expect(limitsOf({ removals: { users: { base: 5, planned: 1 } } }, none)).toEqual([
      "removalsPercent.users",
    ]);
  });

  it("come in the same order, whatever order the values were counted in", () => {
    const cleared = { base: 100, planned: 50 };
    const one = { users: cleared, "values.city": cleared, "values.jobTitle": cleared };
    const other = { users: cleared, "values.jobTitle": cleared, "values.city": cleared };
    expect(limitsOf({ removals: other })).toEqual(limitsOf({ removals: one }));
  });
});
