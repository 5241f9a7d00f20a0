/** The reference model against the limits that hold a run (sections 3, 9 and 11). */

import { describe, expect, it } from "vitest";
import type { MemberRow } from "../../src/core/input/rows.ts";
import {
  makeDirectory,
  makeTeam,
  makeUnlinked,
  makeUser,
  memberRow,
  placeRow,
  teamRow,
} from "./build.ts";
import type { ModelDirectory, ModelThresholds, ModelUser } from "./directory.ts";
import { type ModelInput, planSync } from "./reference-model.ts";

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `P${String(index).padStart(3, "0")}`);
const people = (count: number, parts: Partial<ModelUser> = {}): ModelUser[] =>
  names(count).map((name) => makeUser(name, structuredClone(parts)));
const rows = (count: number, parts: (index: number) => Partial<MemberRow> = () => ({})) =>
  names(count).map((name, index) => memberRow(index + 2, name, parts(index)));
const withLimits = (directory: ModelDirectory, limits: Partial<ModelThresholds>) => {
  Object.assign(directory.settings.thresholds, limits);
  return directory;
};
const held = (directory: ModelDirectory, input: ModelInput) =>
  planSync(directory, input, { mode: "full" }).held.map(
    ({ limit, allowed, planned }) => `${limit} ${planned}/${allowed}`,
  );

describe("removals", () => {
  it("of users: at most 10 % from 20 users up, at most 2 below", () => {
    expect(held(makeDirectory(people(20)), { members: rows(18) })).toEqual([]);
    expect(held(makeDirectory(people(20)), { members: rows(17) })).toEqual(["userRemovals 3/2"]);
    expect(held(makeDirectory(people(40)), { members: rows(36) })).toEqual([]);
    expect(held(makeDirectory(people(40)), { members: rows(35) })).toEqual(["userRemovals 5/4"]);
    expect(held(makeDirectory(people(3)), { members: rows(1) })).toEqual([]);
    expect(held(makeDirectory(people(19)), { members: rows(16) })).toEqual(["userRemovals 3/2"]);
  });

  it("leave administrators, the deactivated and the unlinked out of the base", () => {
    const users = [
      ...people(20),
      makeUser("X", { role: "admin" }),
      makeUser("Y", { state: "deactivated", removedBy: "sync" }),
      ...names(20).map((name) => makeUnlinked(`U${name}`)),
    ];
    expect(held(makeDirectory(users), { members: rows(17) })).toEqual(["userRemovals 3/2"]);
  });

  it("are never held without a limit, and always with 0", () => {
    const free = withLimits(makeDirectory(people(20)), { removalsPercent: null });
    expect(held(free, { members: rows(1) })).toEqual([]);
    const strict = withLimits(makeDirectory(people(20)), { removalsPercent: 0 });
    expect(held(strict, { members: rows(19) })).toEqual(["userRemovals 1/0"]);
  });

  it("go by the share as soon as there are 20 users", () => {
    const limits = { removalsPercent: 25 };
    const twenty = withLimits(makeDirectory(people(20)), limits);
    expect(held(twenty, { members: rows(15) })).toEqual([]);
    expect(held(twenty, { members: rows(14) })).toEqual(["userRemovals 6/5"]);
    const nineteen = withLimits(makeDirectory(people(19)), limits);
    expect(held(nineteen, { members: rows(16) })).toEqual(["userRemovals 3/2"]);
  });

  it("of teams, places and Direct Managers count each on their own base", () => {
    const ids = names(30);
    const teams = names(30).map((name) => makeTeam(`T${name}`));
    Object.assign(teams[0] ?? {}, { members: new Set(ids), managers: new Set(ids.slice(0, 5)) });
    const directory = makeDirectory(people(30), teams);
    for (const user of directory.users.slice(1)) user.managerId = "P000";

    const kept = teams.slice(0, 26).map((team, index) => teamRow(index + 2, team.name));
    expect(held(directory, { teams: kept })).toEqual(["teamRemovals 4/3"]);

    const places = ids.slice(0, 26).map((id, index) => placeRow(index + 2, "TP000", id));
    expect(held(directory, { teamMappings: places })).toEqual([
      "teamMemberRemovals 4/3",
      "teamManagerRemovals 5/2",
    ]);

    const blank = { manager: { externalId: null, email: null } };
    const members = rows(30, (index) => (index > 0 && index < 5 ? blank : {}));
    expect(held(directory, { members })).toEqual(["directManagerRemovals 4/2.9"]);
  });

  it("of values count per property", () => {
    const directory = makeDirectory(people(30, { profile: { city: "Lyon", firstName: "Ann" } }));
    const members = rows(30, (index) => ({
      profile: { ...(index < 4 ? { city: null } : {}), ...(index > 26 ? { firstName: null } : {}) },
    }));
    expect(held(directory, { members })).toEqual(["cleared:city 4/3"]);
  });
});

describe("identities", () => {
  it("that change in more than 5 % and at least 3 users hold the run", () => {
    const directory = makeDirectory(people(40));
    const changing = (count: number) =>
      rows(40, (index) => (index < count ? { email: `new${index}@x.test` } : {}));
    expect(held(directory, { members: changing(2) })).toEqual([]);
    expect(held(directory, { members: changing(3) })).toEqual(["identity 3/2"]);
  });

  it("change with the first and the last name together, not with one", () => {
    const directory = makeDirectory(people(10, { profile: { firstName: "Ann", lastName: "Bo" } }));
    const one = rows(10, () => ({ profile: { firstName: "Eve", lastName: "Bo" } }));
    const both = rows(10, () => ({ profile: { firstName: "Eve", lastName: "Fox" } }));
    expect(held(directory, { members: one })).toEqual([]);
    expect(held(directory, { members: both })).toEqual(["identity 10/2"]);
  });
});

describe("counts", () => {
  it("of users leave out invitations and the Direct Managers of new users", () => {
    const directory = withLimits(makeDirectory(people(2), [], { automaticInvite: true }), {
      users: 3,
    });
    const manager = { manager: { externalId: "P000", email: null } };
    const members = (count: number) => rows(count, (index) => (index > 0 ? manager : {}));
    // P001 gets a manager (1), P002 and P003 are created (2) and get theirs (not counted).
    expect(held(directory, { members: members(4) })).toEqual([]);
    expect(held(directory, { members: members(5) })).toEqual(["users 4/3"]);
  });

  it("of teams are all updates of teams; 0 holds every run with changes", () => {
    const directory = withLimits(makeDirectory([], [makeTeam("T1")]), { teams: 0 });
    expect(held(directory, { teams: [teamRow(2, "T1")] })).toEqual([]);
    expect(held(directory, { teams: [teamRow(2, "T1"), teamRow(3, "T2")] })).toEqual(["teams 1/0"]);
  });

  it("of reactivations hold from the sixth on", () => {
    const gone = { state: "deactivated", removedBy: "sync", stateBefore: "active" } as const;
    const directory = makeDirectory(people(6, gone));
    expect(held(directory, { members: rows(5) })).toEqual([]);
    expect(held(directory, { members: rows(6) })).toEqual(["reactivations 6/5"]);
  });
});

describe("empty sections", () => {
  it("hold only where they would remove something", () => {
    const directory = makeDirectory(people(1), [makeTeam("T1", { members: new Set(["P000"]) })]);
    expect(held(directory, { members: [] })).toEqual(["emptyMembers 1/0"]);
    expect(held(directory, { teams: [] })).toEqual(["emptyTeams 1/0"]);
    expect(held(directory, { teamMappings: [] })).toEqual(["emptyTeamMappings 1/0"]);
    expect(held(makeDirectory([makeUnlinked("A")]), { members: [], teams: [] })).toEqual([]);
    expect(planSync(directory, { members: [] }, { mode: "partial" }).held).toEqual([]);
  });
});

describe("taken addresses", () => {
  // The first rows are under new external ids with the addresses of linked users.
  const taking = (total: number, count: number) =>
    rows(total, (index) => (index < count ? { externalId: `N${index}` } : {}));

  it("hold the run over 5 % of the rows, from 3 on, or over 10", () => {
    expect(held(makeDirectory(people(10)), { members: taking(10, 2) })).toEqual([]);
    expect(held(makeDirectory(people(10)), { members: taking(10, 3) })).toEqual(["emailTaken 3/2"]);
    expect(held(makeDirectory(people(100)), { members: taking(100, 5) })).toEqual([]);
    expect(held(makeDirectory(people(100)), { members: taking(100, 6) })).toEqual([
      "emailTaken 6/5",
    ]);
    expect(held(makeDirectory(people(300)), { members: taking(300, 10) })).toEqual([]);
    expect(held(makeDirectory(people(300)), { members: taking(300, 11) })).toEqual([
      "emailTaken 11/10",
    ]);
  });
});
