import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FINISHED_STEP } from "../../src/core/plan/apply-steps.ts";
import { type ApplyHooks, applySync } from "../../src/engine/apply/apply-sync.ts";
import { type Lease, LeaseLostError } from "../../src/engine/lease.ts";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import { insertPlannedSync, type PlannedUpdate, readSkipped } from "../support/planned-sync.ts";

describe("the run of applying", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  /** A directory and a plan with some of everything, with ids counted from `base`. */
  async function build(base: number): Promise<Lease> {
    const id = (offset: number) => base + offset;
    const { database, place } = world;
    for (const offset of [1, 2, 3, 4, 5, 6]) {
      const state = offset === 6 ? "invited" : "active";
      await database.query(
        `insert into users (workspace_id, id, source_id, external_id, email, state, profile)
         values ($1, $2, $3, $4, $5, $6, '{"city": "Paris"}')`,
        [
          place.workspaceId,
          id(offset),
          place.sourceId,
          `E${offset}`,
          `u${offset}@example.com`,
          state,
        ],
      );
    }
    const end = (offset: number) => ({ directManager: { id: id(offset), name: "" } });
    const names = ["u1", "u2", "u3"].map((name) => `${name}@example.com`);
    const updates: PlannedUpdate[] = [
      ...names.map(
        (email, index): PlannedUpdate => ({
          ...{ type: "user_updated", userId: id(index + 1) },
          before: { email, city: index === 2 ? "Paris" : "Paris" },
          after: { email: names[(index + 1) % 3], city: null },
        }),
      ),
      { type: "user_updated", userId: id(4), before: { city: "Oslo" }, after: { city: "Rome" } },
      { type: "user_deactivated", userId: id(5), externalId: "E5", params: { state: "active" } },
      { type: "user_deleted", userId: id(6), externalId: "E6", params: { state: "invited" } },
      ...[7, 8, 9, 10, 11].map(
        (offset): PlannedUpdate => ({
          ...{ type: "user_created", userId: id(offset), externalId: `E${offset}` },
          ...{
            email: `u${offset}@example.com`,
            after: { email: `u${offset}@example.com`, city: "Bonn" },
          },
        }),
      ),
      ...[7, 8, 9, 10, 11].map(
        (offset): PlannedUpdate => ({ type: "user_invited", userId: id(offset) }),
      ),
      ...[7, 8, 9, 10, 11].map(
        (offset): PlannedUpdate => ({
          ...{ type: "direct_manager_assigned", userId: id(offset) },
          ...{ before: { directManager: null }, after: end(offset - 1) },
        }),
      ),
      ...[12, 13].map(
        (offset): PlannedUpdate => ({
          ...{ type: "team_created", teamId: id(offset), externalId: `T${offset}` },
          after: { teamName: `Team ${offset}` },
        }),
      ),
      {
        ...{ type: "subteam_added", teamId: id(12) },
        after: { subteam: { id: id(13), name: "Team 13" } },
      },
      ...[1, 5, 6, 7].map(
        (offset): PlannedUpdate => ({
          type: "team_member_added",
          teamId: id(12),
          userId: id(offset),
        }),
      ),
      { type: "team_manager_assigned", teamId: id(12), userId: id(7) },
    ];
    return insertPlannedSync(database, place, updates, { emailHandovers: true });
  }

  /** Everything a run leaves behind, without what differs by nature: times, workspace, the base of the ids. */
  async function describeResult(lease: Lease, base: number): Promise<unknown> {
    const read = async (sql: string) =>
      (await world.database.query(sql, [lease.workspaceId, base])).rows;
    return {
      users: await read(
        `select id - $2 as id, external_id, email, former_email, profile, state, state_before, removed_by,
                (select manager_id from direct_managers l where l.workspace_id = $1 and l.user_id = users.id) - $2 as manager
           from users where workspace_id = $1 order by 1`,
      ),
      teams: await read(
        "select id - $2 as id, name, parent_id - $2 as parent from teams where workspace_id = $1 order by 1",
      ),
      places: await read(
        `select team_id - $2 as team, user_id - $2 as user, is_member, is_manager
           from team_places where workspace_id = $1 order by 1, 2`,
      ),
      invitations: await read(
        "select user_id - $2 as user, replaced_at is null as open from invitations where workspace_id = $1 order by 1",
      ),
      entries: await read(
        "select position, skipped from entries where workspace_id = $1 and $2::bigint > 0 order by 1",
      ),
      batches: await read(
        "select step, position from applied_batches where workspace_id = $1 and $2::bigint > 0 order by 1, 2",
      ),
      sync: await read(
        `select applied_step, skipped_count, progress_done, progress_total, status, phase
           from syncs where workspace_id = $1 and $2::bigint > 0`,
      ),
    };
  }

  it("moves the mark, notes each batch, counts progress and skips, and renews the lease", async () => {
    const lease = await build(1_000_000);
    await world.database.query("update syncs set lease_until = now() where id = $1", [
      lease.syncId,
    ]);
    const seen: string[] = [];
    const hooks: ApplyHooks = {
      batchSize: 2,
      async afterBatch({ type, step, last }) {
        const { rows } = await world.database.query<{
          step: number;
          position: number;
          held: boolean;
        }>(
          `select applied_step as step, applied_position as position, lease_until > now() as held
             from syncs where id = $1`,
          [lease.syncId],
        );
        expect(rows[0]).toEqual({ step, position: last, held: true });
        seen.push(type);
      },
    };
    expect(await applySync(world.database, lease, hooks)).toBe("applied");
    expect([...new Set(seen)]).toEqual([
      ...[
        "user_deleted",
        "user_deactivated",
        "user_updated",
        "user_created",
        "user_invited",
        "team_created",
      ],
      ...["direct_manager_assigned", "subteam_added", "team_member_added", "team_manager_assigned"],
    ]);
    expect(seen.filter((type) => type === "user_created")).toHaveLength(3);
    expect(seen.filter((type) => type === "user_updated")).toHaveLength(1);
    const { rows } = await world.database.query(
      `select applied_step, skipped_count, progress_done, progress_total, phase,
              (select count(*) from applied_batches b where b.sync_id = s.id) as batches
         from syncs s where id = $1`,
      [lease.syncId],
    );
    expect(rows[0]).toMatchObject({
      ...{ applied_step: FINISHED_STEP, skipped_count: 3, progress_done: 29, progress_total: 29 },
      ...{ phase: "applying", batches: seen.length },
    });
    expect(await readSkipped(world.database, lease)).toEqual([
      ...["user_updated 1000004", "direct_manager_assigned 1000007", "team_member_added 1000006"],
    ]);
  });

  it("taken up after a crash anywhere, ends as an undisturbed run", async () => {
    const base = 2_000_000;
    const whole = await build(base);
    await applySync(world.database, whole, { batchSize: 2 });
    const expected = await describeResult(whole, base);

    await world.reset();
    const other = 3_000_000;
    const lease = await build(other);
    let crashes = 0;
    const hooks: ApplyHooks = {
      batchSize: 2,
      afterBatch() {
        crashes += 1;
        throw new Error("crash");
      },
    };
    for (;;) {
      const result = await applySync(world.database, lease, hooks).catch(
        (error: Error) => error.message,
      );
      if (result === "applied") break;
      expect(result).toBe("crash");
    }
    expect(crashes).toBeGreaterThan(10);
    expect(await describeResult(lease, other)).toEqual(expected);
    // Once more: nothing is left to do, nothing changes.
    expect(await applySync(world.database, lease, hooks)).toBe("applied");
    expect(await describeResult(lease, other)).toEqual(expected);
  });

  it("changes nothing when a batch breaks halfway", async () => {
    const [ada, bob] = [await world.addUser(), await world.addUser()];
    // Two users may not have one id: the second insert breaks, after the first step's commit.
    const updates: PlannedUpdate[] = [
      { type: "user_deactivated", userId: ada, externalId: `E${ada}`, params: { state: "active" } },
      {
        type: "user_created",
        userId: 4_000_001,
        externalId: "N1",
        email: "n1@example.com",
        after: {},
      },
      { type: "user_created", userId: bob, externalId: "N2", email: "n2@example.com", after: {} },
    ];
    const lease = await insertPlannedSync(world.database, world.place, updates);
    await expect(applySync(world.database, lease)).rejects.toThrow(/users_pkey/);
    const { rows } = await world.database.query(
      "select applied_step, applied_position, progress_done from syncs where id = $1",
      [lease.syncId],
    );
    expect(rows[0]).toEqual({ applied_step: 2, applied_position: 3, progress_done: 1 });
    expect(await world.user(4_000_001)).toBeUndefined();
  });

  it("writes nothing once the lease is lost", async () => {
    const ada = await world.addUser({ profile: { city: "Paris" } });
    const update: PlannedUpdate = {
      ...{ type: "user_updated", userId: ada, before: { city: "Paris" }, after: { city: "Rome" } },
    };
    const lease = await insertPlannedSync(world.database, world.place, [update]);
    await expect(applySync(world.database, { ...lease, owner: "somebody else" })).rejects.toThrow(
      LeaseLostError,
    );
    expect((await world.user(ada)).profile.city).toBe("Paris");
  });

  it("notices between batches that the lease is lost", async () => {
    const lease = await build(5_000_000);
    let batches = 0;
    const hooks: ApplyHooks = {
      batchSize: 2,
      async afterBatch() {
        batches += 1;
        await world.database.query("update syncs set lease_owner = 'thief' where id = $1", [
          lease.syncId,
        ]);
      },
    };
    await expect(applySync(world.database, lease, hooks)).rejects.toThrow(LeaseLostError);
    expect(batches).toBe(1);
  });

  it("stops after the batch in which a person asks for it", async () => {
    const lease = await build(6_000_000);
    const hooks: ApplyHooks = {
      async afterBatch({ type }) {
        if (type !== "user_created") return;
        await world.database.query("update syncs set cancel_requested_by = 'Ada' where id = $1", [
          lease.syncId,
        ]);
      },
    };
    expect(await applySync(world.database, lease, hooks)).toBe("stopped");
    const { rows } = await world.database.query<{ applied_step: number }>(
      "select applied_step from syncs where id = $1",
      [lease.syncId],
    );
    expect(rows[0]?.applied_step).toBe(5);
  });

  it("is done at once when nothing is planned", async () => {
    const lease = await insertPlannedSync(world.database, world.place, []);
    expect(await applySync(world.database, lease)).toBe("applied");
  });
});
