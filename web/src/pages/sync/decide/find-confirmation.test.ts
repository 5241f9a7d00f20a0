import { expect, test } from "vitest";
import { findConfirmation, isTyped } from "./find-confirmation.ts";

function confirm(byType: Record<string, number>, ...limits: [string, number][]) {
  const planned = Object.values(byType).reduce((sum, count) => sum + count, 0);
  return findConfirmation({
    updates: { planned, applied: 0, skipped: 0, byType },
    thresholds: limits.map(([limit, count]) => ({ limit, allowed: 1, planned: count })),
  });
}

test("nothing is typed below the limit for removals", () => {
  expect(confirm({ user_updated: 7 }, ["users", 7])).toEqual({
    ...{ removal: "none", count: 7, removals: 0, typed: null, isDanger: false },
  });
  expect(confirm({ user_updated: 7, user_deleted: 2 })).toEqual({
    ...{ removal: "deleteUsers", count: 2, removals: 2, typed: null, isDanger: true },
  });
});

test("losing access is named apart from being deleted", () => {
  const ending = confirm({ user_deactivated: 3 });
  expect(ending).toMatchObject({ removal: "endAccess", count: 3, isDanger: false });
  const both = confirm({ user_deactivated: 3, user_deleted: 1 });
  expect(both).toMatchObject({ removal: "removeUsers", count: 4, isDanger: true });
  expect(confirm({ team_deleted: 2 })).toMatchObject({ removal: "deleteTeams", count: 2 });
});

test("past the limit, what is typed is what the button names", () => {
  const users = confirm({ user_deleted: 40, user_created: 2 }, ["removalsPercent.users", 40]);
  expect(users).toMatchObject({ removal: "deleteUsers", count: 40, removals: 40 });
  expect(users.typed).toEqual({ number: 40, limit: "removalsPercent.users" });
  const all = confirm({ user_deleted: 1, team_deleted: 9 }, ["removalsPercent.teams", 9]);
  expect(all).toMatchObject({ removal: "removeUsersAndTeams", count: 10, typed: { number: 10 } });
  const members = confirm({ user_deactivated: 9 }, ["empty.members", 9]);
  expect(members).toMatchObject({ removal: "endAccess", count: 9, typed: { number: 9 } });
});

test("other removals past their limit are typed by their own number", () => {
  const limit = "removalsPercent.values.city";
  const values = confirm({ user_updated: 80, user_deleted: 1 }, ["users", 81], [limit, 60]);
  expect(values).toMatchObject({ removal: "none", count: 81, removals: 1, isDanger: true });
  expect(values.typed).toEqual({ number: 60, limit });
});

test.each([
  ["4003", true],
  ["4,003", true],
  ["4 003", true],
  ["4\u202f003", true],
  [" 4003 ", true],
  ["4004", false],
  ["400", false],
  ["", false],
  ["4003 users", false],
  ["-4003", false],
])("typed %j", (text, expected) => {
  expect(isTyped(text, 4003)).toBe(expected);
});
