/** The generator and the model together: what must hold of every plan, and that evolutions reach every rule. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ISSUE_TYPES, UPDATE_TYPES } from "../../src/contract/catalogue.ts";
import { isLive, type ModelDirectory, userKey } from "./directory.ts";
import { type Evolution, evolutions } from "./generate.ts";
import { changeByHand } from "./manual-changes.ts";
import { type ModelPlan, planSync } from "./reference-model.ts";
import { findRings } from "./rings.ts";

/** Plays an evolution through, and looks at each plan with the directory that it was made for. */
function play(evolution: Evolution, look: (plan: ModelPlan, before: ModelDirectory) => void): void {
  let directory = evolution.start;
  for (const { changes, input, mode } of evolution.steps) {
    for (const change of changes) directory = changeByHand(directory, change).directory;
    const plan = planSync(directory, input, { mode });
    look(plan, directory);
    directory = plan.directoryAfter;
  }
}

function expectSound(directory: ModelDirectory): void {
  const present = directory.users.filter((user) => user.state !== "deleted");
  const emails = present.map((user) => user.email);
  expect(new Set(emails).size).toBe(emails.length);
  const claims = directory.users.filter((user) => user.linked).map((user) => user.externalId);
  expect(new Set(claims).size).toBe(claims.length);
  expect(present.some((user) => isLive(user) && user.role === "admin")).toBe(true);

  const ids = present.map((user) => user.id);
  const lines = new Map<string, string>();
  for (const user of directory.users) {
    if (user.managerId === null) continue;
    expect(ids).toContain(user.managerId);
    lines.set(user.id, user.managerId);
  }
  expect(findRings(lines)).toEqual([]);

  const parents = new Map<string, string>();
  for (const team of directory.teams) {
    for (const id of [...team.members, ...team.managers]) expect(ids).toContain(id);
    if (team.parentId !== null) parents.set(team.id, team.parentId);
  }
  expect(findRings(parents)).toEqual([]);
}

describe("every evolution", () => {
  it("leaves a sound directory; issues alone change nothing; seats are never overdrawn", () => {
    fc.assert(
      fc.property(evolutions(), (evolution) => {
        expectSound(evolution.start);
        play(evolution, (plan, before) => {
          expectSound(plan.directoryAfter);
          const { seatLimit } = before.settings;
          const used = before.users.filter(isLive).length;
          const usedAfter = plan.directoryAfter.users.filter(isLive).length;
          if (seatLimit !== null) expect(usedAfter).toBeLessThanOrEqual(Math.max(seatLimit, used));
          if (plan.entries.every((entry) => entry.kind === "issue"))
            expect(plan.directoryAfter).toEqual(before);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("reaches every type of entry that rows can cause, and every limit", () => {
    const types = new Set<string>();
    const limits = new Set<string>();
    for (const evolution of fc.sample(evolutions(), { numRuns: 600, seed: 7 })) {
      play(evolution, (plan) => {
        for (const entry of plan.entries) types.add(entry.type);
        for (const each of plan.held) limits.add(each.limit.replace(/:.*/, ""));
      });
    }
    // Unknown columns are found while reading, before there are rows.
    const expected = [...ISSUE_TYPES, ...UPDATE_TYPES].filter(
      (type) => type !== "unknown_property",
    );
    expect(expected.filter((type) => !types.has(type))).toEqual([]);
    expect([...limits].sort()).toEqual([
      "cleared",
      "directManagerRemovals",
      "emailTaken",
      "emptyMembers",
      "emptyTeamMappings",
      "emptyTeams",
      "identity",
      "reactivations",
      "teamManagerRemovals",
      "teamMemberRemovals",
      "teamRemovals",
      "teams",
      "userRemovals",
      "users",
    ]);
  });

  it("has several come for one address that is locked for who was deleted", () => {
    let [others, owners] = [0, 0];
    for (const evolution of fc.sample(evolutions(), { numRuns: 300, seed: 7 })) {
      play(evolution, ({ entries }, before) => {
        const gone = before.users.filter(
          ({ state, locks }) => state === "deleted" && locks.includes("email"),
        );
        const isOneOf = (key: string | undefined) => gone.some((user) => userKey(user) === key);
        for (const { reason, holder, subject } of entries) {
          if (reason !== "email_taken" || !isOneOf(holder)) continue;
          if (isOneOf(subject.key)) owners += 1;
          else others += 1;
        }
      });
    }
    expect(Math.min(others, owners)).toBeGreaterThan(10);
  });

  it("comes out the same for the same seed", () => {
    const sample = () => fc.sample(evolutions(), { numRuns: 5, seed: 3 });
    expect(sample()).toEqual(sample());
  });
});
