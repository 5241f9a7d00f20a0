import { expect, test } from "vitest";
import { ISSUE_TYPES, UPDATE_TYPES } from "#contract/catalogue.ts";
import { glyphOf, sumChanges } from "./glyph-of.ts";

test("every issue type has the sign of an issue, and no update type has", () => {
  expect(ISSUE_TYPES.map(glyphOf)).toEqual(ISSUE_TYPES.map(() => "issue"));
  expect(UPDATE_TYPES.filter((type) => glyphOf(type) === "issue")).toEqual([]);
});

test("the three numbers of a sync add up to its updates", () => {
  const byType = Object.fromEntries(UPDATE_TYPES.map((type, index) => [type, index + 1]));
  const { created, changed, removed } = sumChanges(byType);
  const all = Object.values(byType).reduce((sum, count) => sum + count, 0);
  expect(created + changed + removed).toBe(all);
  expect(
    sumChanges({ user_created: 2, team_created: 1, user_deactivated: 4, user_deleted: 8 }),
  ).toEqual({
    created: 3,
    changed: 0,
    removed: 12,
  });
});
