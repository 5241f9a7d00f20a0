import { expect, test } from "vitest";
import { UPDATE_TYPES } from "#contract/catalogue.ts";
import { countEffects, countSubjects } from "./count-updates.ts";

test("who loses access is not counted with who is deleted", () => {
  const byType = { user_created: 3, user_deactivated: 5, user_deleted: 2, team_deleted: 1 };
  expect(countEffects(byType)).toEqual([
    { effect: "created", count: 3, types: ["user_created"] },
    { effect: "endingAccess", count: 5, types: ["user_deactivated"] },
    { effect: "deleted", count: 3, types: ["user_deleted", "team_deleted"] },
  ]);
});

test("every update has one effect and one subject", () => {
  const byType = Object.fromEntries(UPDATE_TYPES.map((type, at) => [type, at + 1]));
  const total = Object.values(byType).reduce((all, count) => all + count, 0);
  const effects = countEffects(byType);
  expect(effects.flatMap(({ types }) => types).sort()).toEqual([...UPDATE_TYPES].sort());
  expect(effects.reduce((all, { count }) => all + count, 0)).toBe(total);
  const { user, team } = countSubjects(byType);
  expect(user + team).toBe(total);
  expect(countSubjects({ team_member_added: 4, user_updated: 1 })).toEqual({ user: 1, team: 4 });
});
