/** The reference model against the rules for teams and mappings (sections 4, 7 and 11). */

import { describe, expect, it } from "vitest";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { Flaw, TeamMappingRow, TeamRow } from "../../src/core/input/rows.ts";
import {
  makeDirectory,
  makeTeam,
  makeUnlinked,
  makeUser,
  memberRow,
  nestingRow,
  placeRow,
  teamRow,
  tell,
} from "./build.ts";
import type { ModelDirectory, ModelTeam } from "./directory.ts";
import { type ModelInput, planSync } from "./reference-model.ts";

const told = (directory: ModelDirectory, input: ModelInput, mode: SyncMode = "full") =>
  planSync(directory, input, { mode }).entries.map(tell);
const mapped = (directory: ModelDirectory, rows: TeamMappingRow[], mode: SyncMode = "full") =>
  told(directory, { teamMappings: rows }, mode);
const parentsAfter = (directory: ModelDirectory, teamMappings: TeamMappingRow[]) =>
  planSync(directory, { teamMappings }, { mode: "full" }).directoryAfter.teams.map(
    (team) => team.parentId,
  );
const flaw = (reason: Flaw["reason"]): Flaw => ({
  type: "team_skipped",
  reason,
  column: "c",
  value: null,
  skips: true,
});
const mappingFlaw = (reason: Flaw["reason"]): Flaw => ({
  ...flaw(reason),
  type: "team_mapping_skipped",
});

describe("team rows", () => {
  const unclaimed = (name: string, id = name): ModelTeam =>
    makeTeam(name, { id, linked: false, externalId: null });
  const teams = (directory: ModelDirectory, rows: TeamRow[], mode: SyncMode = "full") =>
    told(directory, { teams: rows }, mode);

  it("create, rename and delete linked teams; the unlinked are left alone", () => {
    const directory = makeDirectory([], [makeTeam("T1"), makeTeam("T2"), unclaimed("Hand")]);
    const rows = [teamRow(2, "T1", { name: "Sales" }), teamRow(3, "T3")];
    expect(teams(directory, rows)).toEqual([
      "team_created T3 name ->T3",
      "team_renamed T1 name T1>Sales",
      "team_deleted T2 name T2>-",
    ]);
    expect(teams(directory, rows, "partial")).toHaveLength(2);
  });

  it("link by exact name where one unclaimed and one incoming team bear it", () => {
    const row = teamRow(2, "T1", { name: "Hand" });
    expect(teams(makeDirectory([], [unclaimed("Hand")]), [row])).toEqual([
      "team_linked T1 externalId ->T1",
    ]);
    const created = "team_created T1 name ->Hand";
    expect(teams(makeDirectory([], [unclaimed("hand")]), [row])).toEqual([created]);
    const twins = [unclaimed("Hand", "h1"), unclaimed("Hand", "h2")];
    expect(teams(makeDirectory([], twins), [row])).toEqual([created]);
    const two = [row, teamRow(3, "T2", { name: "Hand" })];
    expect(teams(makeDirectory([], [unclaimed("Hand")]), two)).toEqual([
      created,
      "team_created T2 name ->Hand",
    ]);
  });

  it("that are skipped name their team all the same", () => {
    const directory = makeDirectory([], [makeTeam("T1"), makeTeam("T2")]);
    const rows = [
      teamRow(2, "T1", { name: null, flaws: [flaw("missing_name")] }),
      teamRow(3, "T2"),
      teamRow(4, "T2", { name: "Other" }),
      teamRow(5, "", { externalId: null, name: "X", flaws: [flaw("missing_external_id")] }),
    ];
    expect(teams(directory, rows)).toEqual([
      "team_skipped/missing_name T1",
      "team_skipped/duplicate_external_id T2",
      "team_skipped/missing_external_id X",
    ]);
  });

  it("that delete a team list its links; users and subteams stay without entries", () => {
    const directory = makeDirectory(
      [makeUser("A")],
      [
        makeTeam("T1", { members: new Set(["A"]), managers: new Set(["A"]), parentId: "T2" }),
        makeTeam("T2"),
        makeTeam("T3", { parentId: "T1" }),
      ],
    );
    const plan = planSync(
      directory,
      { teams: [teamRow(2, "T2"), teamRow(3, "T3")] },
      { mode: "full" },
    );
    expect(plan.entries.map(tell)).toEqual(["team_deleted T1 name T1>-"]);
    expect(plan.entries[0]?.links).toEqual({
      members: ["A"],
      managers: ["A"],
      parent: ["T2"],
      subteams: ["T3"],
    });
    expect(plan.directoryAfter.teams.map((team) => team.parentId)).toEqual([null, null]);
  });
});

describe("a section that is missing", () => {
  const world = () =>
    makeDirectory(
      [makeUser("A"), makeUser("B", { managerId: "A" })],
      [
        makeTeam("T1", { members: new Set(["A"]), managers: new Set(["B"]) }),
        makeTeam("T2", { parentId: "T1" }),
      ],
    );

  it.each<[string, ModelInput]>([
    ["members", { members: [memberRow(2, "A"), memberRow(3, "B")] }],
    ["teams", { teams: [teamRow(2, "T1"), teamRow(3, "T2")] }],
    [
      "mappings",
      {
        teamMappings: [
          placeRow(2, "T1", "A"),
          placeRow(3, "T1", "B", { isMember: false, isManager: true }),
          nestingRow(4, "T1", "T2"),
        ],
      },
    ],
  ])("is left alone: %s alone change nothing of the rest", (_name, input) => {
    expect(told(world(), input)).toEqual([]);
  });
});

describe("mapping rows", () => {
  const world = (): ModelDirectory =>
    makeDirectory(
      [makeUser("A"), makeUser("B"), makeUnlinked("H"), makeUser("D", { state: "deleted" })],
      [
        makeTeam("T1", { members: new Set(["B", "H"]), managers: new Set(["B"]) }),
        makeTeam("Hand", { linked: false, externalId: null, members: new Set(["A"]) }),
      ],
    );

  it("are authoritative for the places of linked users in linked teams", () => {
    expect(mapped(world(), [placeRow(2, "T1", "A")])).toEqual([
      "team_member_added T1 member ->A",
      "team_member_removed T1 member B>-",
      "team_manager_removed T1 manager B>-",
    ]);
  });

  it("only add in partial mode, except that both flags false end both places", () => {
    expect(mapped(world(), [placeRow(2, "T1", "A")], "partial")).toEqual([
      "team_member_added T1 member ->A",
    ]);
    expect(mapped(world(), [placeRow(2, "T1", "B", { isMember: false })], "partial")).toEqual([
      "team_member_removed T1 member B>-",
      "team_manager_removed T1 manager B>-",
    ]);
  });

  it("of one pair add up; a manager alone is no member", () => {
    const asManager = placeRow(2, "T1", "B", { isMember: false, isManager: true });
    expect(mapped(world(), [asManager])).toEqual(["team_member_removed T1 member B>-"]);
    expect(mapped(world(), [asManager, placeRow(3, "T1", "B")])).toEqual([]);
  });

  it("that lead nowhere are skipped with the reason", () => {
    const rows = [
      placeRow(2, "T9", "A"),
      placeRow(3, "T1", "X"),
      placeRow(4, "T1", "D"),
      placeRow(5, "T1", null, { flaws: [mappingFlaw("no_target")] }),
      placeRow(6, "T1", "B", { subteamExternalId: "T1", flaws: [mappingFlaw("both_targets")] }),
      nestingRow(7, "T1", "T9"),
      placeRow(8, null, "A"),
      placeRow(9, "Hand", "A"),
    ];
    const plan = planSync(world(), { teamMappings: rows }, { mode: "full" });
    expect(Object.fromEntries(plan.entries.map((entry) => [entry.line, entry.reason]))).toEqual({
      2: "unknown_team",
      3: "unknown_member",
      4: "unknown_member",
      5: "no_target",
      6: "both_targets", // and keeps B's places, which it names
      7: "unknown_team",
      8: "unknown_team",
      9: "unknown_team",
    });
  });

  it("count for teams that this run creates, and not for those it deletes or skips", () => {
    const input = {
      teams: [teamRow(2, "T2"), teamRow(3, "T3", { name: null, flaws: [flaw("missing_name")] })],
      teamMappings: [placeRow(2, "T2", "A"), placeRow(3, "T1", "A"), placeRow(4, "T3", "A")],
    };
    expect(told(world(), input)).toEqual([
      "team_skipped/missing_name T3",
      "team_mapping_skipped/unknown_team T1",
      "team_mapping_skipped/unknown_team T3",
      "team_created T2 name ->T2",
      "team_deleted T1 name T1>-",
      "team_member_added T2 member ->A",
    ]);
  });

  it("keep a deactivated user's place or end it, like anybody's", () => {
    const directory = world();
    Object.assign(directory.users[1] ?? {}, { state: "deactivated", removedBy: "sync" });
    expect(mapped(directory, [placeRow(2, "T1", "B", { isManager: true })])).toEqual([]);
    expect(mapped(directory, [])).toHaveLength(2);
  });
});

describe("subteams", () => {
  const world = (...nested: [string, string | null][]): ModelDirectory =>
    makeDirectory(
      [],
      nested.map(([name, parentId]) => makeTeam(name, { parentId })),
    );

  it("are added, moved and removed", () => {
    const directory = world(["T1", null], ["T2", null], ["T3", "T1"], ["T4", "T1"]);
    expect(mapped(directory, [nestingRow(2, "T2", "T3"), nestingRow(3, "T1", "T2")])).toEqual([
      "subteam_added T1 subteam ->T2",
      "subteam_added T2 subteam ->T3",
      "subteam_removed T1 subteam T4>-",
      "subteam_removed T1 subteam T3>-",
    ]);
  });

  it("stay in partial mode, and where either end is not linked", () => {
    const directory = world(["T1", null], ["T2", "T1"]);
    expect(mapped(directory, [], "partial")).toEqual([]);
    const hand = directory.teams[0] as ModelTeam;
    Object.assign(hand, { linked: false, externalId: null });
    expect(mapped(directory, [])).toEqual([]);
  });

  it("have the first row's parent where the input names two", () => {
    const directory = world(["T1", null], ["T2", null], ["T3", null]);
    const rows = [
      nestingRow(2, "T1", "T3"),
      nestingRow(3, "T2", "T3"),
      nestingRow(4, "T1", "T3"),
      nestingRow(5, "T2", "T3"),
    ];
    const plan = planSync(directory, { teamMappings: rows }, { mode: "full" });
    expect(plan.entries.map((entry) => [entry.type, entry.line])).toEqual([
      ["subteam_conflict", 3],
      ["subteam_conflict", 5],
      ["subteam_added", 2],
    ]);
  });

  it("in a ring: every row is skipped and present parents stay", () => {
    const directory = world(["T1", null], ["T2", "T3"], ["T3", null]);
    const rows = [nestingRow(2, "T1", "T2"), nestingRow(3, "T2", "T1"), nestingRow(4, "T2", "T1")];
    const plan = planSync(directory, { teamMappings: rows }, { mode: "full" });
    expect(plan.entries.map((entry) => [entry.type, entry.reason, entry.line, entry.ring])).toEqual(
      [
        ["subteam_cycle", "loop", 2, ["T1", "T2"]],
        ["subteam_cycle", "loop", 3, ["T1", "T2"]],
        ["subteam_cycle", "loop", 4, ["T1", "T2"]],
      ],
    );
    expect(plan.directoryAfter).toEqual(directory);
  });

  it("turned round are no ring in full mode, and are one in partial mode", () => {
    const directory = world(["T1", null], ["T2", "T1"]);
    expect(parentsAfter(directory, [nestingRow(2, "T2", "T1")])).toEqual(["T2", null]);
    expect(mapped(directory, [nestingRow(2, "T2", "T1")], "partial")).toEqual([
      "subteam_cycle/loop T2",
    ]);
  });

  it("that a parent put back would turn into a ring are skipped as well", () => {
    const directory = world(["T1", "T3"], ["T2", null], ["T3", null]);
    const rows = [nestingRow(2, "T2", "T1"), nestingRow(3, "T1", "T2"), nestingRow(4, "T1", "T3")];
    expect(mapped(directory, rows)).toEqual([
      "subteam_cycle/loop T1",
      "subteam_cycle/loop T1",
      "subteam_cycle/loop T2",
    ]);
  });

  it("are never the team itself", () => {
    expect(mapped(world(["T1", null]), [nestingRow(2, "T1", "T1")])).toEqual([
      "subteam_cycle/self_subteam T1",
    ]);
  });

  it("of a deleted parent may get a new one, without an end of the old", () => {
    const directory = world(["T1", null], ["T2", "T1"], ["T3", null]);
    const input = {
      teams: [teamRow(2, "T2"), teamRow(3, "T3")],
      teamMappings: [nestingRow(2, "T3", "T2")],
    };
    expect(told(directory, input)).toEqual([
      "team_deleted T1 name T1>-",
      "subteam_added T3 subteam ->T2",
    ]);
  });
});
