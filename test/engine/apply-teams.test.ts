import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import type { PlannedUpdate } from "../support/planned-sync.ts";

describe("applying updates of teams", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const nest = (parent: number, child: number): PlannedUpdate => ({
    ...{ type: "subteam_added", teamId: parent, after: { subteam: { id: child, name: "" } } },
  });
  const unnest = (parent: number, child: number): PlannedUpdate => ({
    ...{ type: "subteam_removed", teamId: parent, before: { subteam: { id: child, name: "" } } },
  });

  it("creates, links and renames teams", async () => {
    const loose = await world.addTeam({ source_id: null, external_id: null, name: "Sales" });
    const old = await world.addTeam({ name: "Old" });
    const updates: PlannedUpdate[] = [
      { type: "team_created", teamId: 9_100_001, externalId: "T-1", after: { teamName: "New" } },
      ...[
        {
          type: "team_linked",
          teamId: loose,
          externalId: "T-2",
          params: { fromSourceId: null },
        } as const,
      ],
      {
        type: "team_renamed",
        teamId: old,
        before: { teamName: "Old" },
        after: { teamName: "Renamed" },
      },
    ];
    expect(await world.apply(updates)).toEqual([]);
    const source_id = world.place.sourceId;
    expect(await world.team(9_100_001)).toMatchObject({
      source_id,
      external_id: "T-1",
      name: "New",
    });
    expect(await world.team(loose)).toMatchObject({ source_id, external_id: "T-2", name: "Sales" });
    expect((await world.team(old))?.name).toBe("Renamed");
  });

  it("deletes teams with their places and nesting", async () => {
    const team = await world.addTeam();
    const child = await world.addTeam({ parent_id: team });
    const user = await world.addUser();
    await world.addPlace(team, user, { member: true });
    await world.addPlace(child, user, { member: true });
    const update: PlannedUpdate = { type: "team_deleted", teamId: team, externalId: `T${team}` };
    expect(await world.apply([update])).toEqual([]);
    expect(await world.team(team)).toBeUndefined();
    expect((await world.team(child))?.parent_id).toBeNull();
    expect(await world.places()).toEqual([`${child} ${user} member`]);
  });

  it("skips teams that changed since", async () => {
    const taken = await world.addTeam({ external_id: "T-1" });
    const claimed = await world.addTeam({ source_id: 77, external_id: "x" });
    const loose = await world.addTeam({ source_id: null, external_id: null });
    const params = { fromSourceId: null };
    const updates: PlannedUpdate[] = [
      { type: "team_created", teamId: 9_200_001, externalId: "T-1", after: { teamName: "New" } },
      { type: "team_linked", teamId: claimed, externalId: "T-2", params },
      { type: "team_linked", teamId: loose, externalId: "T-1", params },
      { type: "team_linked", teamId: 9_200_002, externalId: "T-3", params },
      {
        type: "team_renamed",
        teamId: taken,
        before: { teamName: "Before" },
        after: { teamName: "A" },
      },
      { type: "team_deleted", teamId: loose, externalId: `T${loose}` },
    ];
    expect(await world.apply(updates)).toEqual(
      updates.map((each) => `${each.type} ${each.teamId}`),
    );
    expect(await world.team(loose)).toBeDefined();
  });

  it("adds and ends what users are in teams, one place for both", async () => {
    const [a, b] = [await world.addTeam(), await world.addTeam()];
    const [ada, bob] = [await world.addUser(), await world.addUser({ state: "deactivated" })];
    await world.addPlace(a, ada, { member: true, manager: true });
    await world.addPlace(a, bob, { member: true });
    await world.addPlace(b, bob, { manager: true });
    const updates: PlannedUpdate[] = [
      { type: "team_member_removed", teamId: a, userId: ada },
      { type: "team_member_removed", teamId: a, userId: bob },
      { type: "team_manager_removed", teamId: b, userId: bob },
      { type: "team_member_added", teamId: b, userId: bob },
      { type: "team_member_added", teamId: b, userId: ada },
      { type: "team_manager_assigned", teamId: b, userId: ada },
    ];
    expect(await world.apply(updates)).toEqual([]);
    expect(await world.places()).toEqual([
      ...[`${a} ${ada} manager`, `${b} ${ada} member manager`, `${b} ${bob} member`],
    ]);
  });

  it("skips places that are there or gone by now, and those that lack an end", async () => {
    const team = await world.addTeam();
    const ada = await world.addUser();
    const bob = await world.addUser();
    const gone = await world.addUser({ state: "deleted", email: null });
    await world.addPlace(team, ada, { member: true });
    await world.addPlace(team, bob, { manager: true });
    const updates: PlannedUpdate[] = [
      { type: "team_member_added", teamId: team, userId: ada },
      { type: "team_member_added", teamId: team, userId: gone },
      { type: "team_member_added", teamId: 9_300_001, userId: ada },
      { type: "team_member_removed", teamId: team, userId: bob },
      { type: "team_manager_assigned", teamId: team, userId: bob },
      { type: "team_manager_removed", teamId: team, userId: ada },
    ];
    const expected = updates.map((each) => `${each.type} ${each.userId}`);
    expect(await world.apply(updates)).toHaveLength(expected.length);
    expect(await world.places()).toEqual([`${team} ${ada} member`, `${team} ${bob} manager`]);
  });

  it("nests, and moves by removing first", async () => {
    const [a, b, child] = [await world.addTeam(), await world.addTeam(), await world.addTeam()];
    expect(await world.apply([nest(a, child)])).toEqual([]);
    expect((await world.team(child))?.parent_id).toBe(a);
    expect(await world.apply([nest(b, child), unnest(a, child)])).toEqual([]);
    expect((await world.team(child))?.parent_id).toBe(b);
    expect(await world.apply([unnest(b, child)])).toEqual([]);
    expect((await world.team(child))?.parent_id).toBeNull();
  });

  it("skips nestings that changed since, and those that lack a team", async () => {
    const [a, b] = [await world.addTeam(), await world.addTeam()];
    const child = await world.addTeam({ parent_id: a });
    const alone = await world.addTeam();
    const updates = [nest(b, child), nest(9_400_001, alone), nest(a, 9_400_002), unnest(b, child)];
    expect(await world.apply(updates)).toHaveLength(4);
    expect((await world.team(child))?.parent_id).toBe(a);
    expect((await world.team(alone))?.parent_id).toBeNull();
  });

  it("skips nestings that would close a loop with one made by hand", async () => {
    const [a, b, c] = [await world.addTeam(), await world.addTeam(), await world.addTeam()];
    await world.database.query("update teams set parent_id = $2 where id = $1", [a, c]);
    expect(await world.apply([nest(a, b), nest(b, c)], { changed: true })).toEqual([
      ...[`subteam_added ${a}`, `subteam_added ${b}`],
    ]);
    expect((await world.team(b))?.parent_id).toBeNull();
    expect((await world.team(c))?.parent_id).toBeNull();
  });
});
