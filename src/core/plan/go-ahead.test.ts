import { expect, it } from "vitest";
import { UPDATE_TYPES } from "../../contract/catalogue.ts";
import { mayGoAhead } from "./go-ahead.ts";

it.each([
  ["user_created", "user_created", true],
  ["user_created", "direct_manager_assigned", true],
  ["team_created", "direct_manager_assigned", true],
  ["direct_manager_assigned", "direct_manager_assigned", true],
  ["subteam_added", "team_member_added", true],
  ["team_member_added", "team_member_added", true],
  ["user_updated", "user_created", false],
  ["user_deleted", "user_created", false],
  ["team_member_added", "team_manager_assigned", false],
  ["team_member_removed", "team_member_added", false],
  ["user_created", "user_invited", false],
] as const)("behind %s, %s: %s", (before, next, expected) => {
  expect(mayGoAhead(before, next)).toBe(expected);
});

it("never lets a type go ahead whose rows another one may be changing", () => {
  const many = ["user_created", "direct_manager_assigned", "team_member_added"];
  for (const next of UPDATE_TYPES.filter((type) => !many.includes(type))) {
    expect(UPDATE_TYPES.some((before) => mayGoAhead(before, next))).toBe(false);
  }
});
