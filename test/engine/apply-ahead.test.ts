import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { withTransaction } from "../../src/db/database.ts";
import { readPlan } from "../../src/db/queries/apply-mark.ts";
import { lockDirectory } from "../../src/db/queries/lock-directory.ts";
import { type BatchAhead, beginAhead } from "../../src/engine/apply/apply-ahead.ts";
import { applySync } from "../../src/engine/apply/apply-sync.ts";
import type { Lease } from "../../src/engine/lease.ts";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import { insertPlannedSync, type PlannedUpdate, readSkipped } from "../support/planned-sync.ts";

const PEOPLE = [1, 2, 3, 4];
const BATCH = 2;
const STOP = new Error("stopped here");

describe.runIf(inject("testEngine").kind === "postgres")("a batch that goes ahead", () => {
  let world: ApplyWorld;
  let base = 7_000_000;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(async () => {
    await world.reset();
    base += 100;
  });
  afterAll(() => world.close());

  /** Four people, each the manager of the next: two batches of each. */
  async function plan(): Promise<Lease> {
    const updates = [
      ...PEOPLE.map(
        (n): PlannedUpdate => ({
          ...{ type: "user_created", userId: base + n, externalId: `N${n}` },
          ...{ email: `n${n}@example.com`, after: { email: `n${n}@example.com` } },
        }),
      ),
      ...PEOPLE.slice(1).map(
        (n): PlannedUpdate => ({
          ...{ type: "direct_manager_assigned", userId: base + n },
          before: { directManager: null },
          after: { directManager: { id: base + n - 1, name: `N${n - 1}` } },
        }),
      ),
    ];
    return insertPlannedSync(world.database, world.place, updates, { isUndisturbed: true });
  }

  const countUsers = async () =>
    (
      await world.database.query<{ count: number }>(
        "select count(*) from users where workspace_id = $1",
        [world.place.workspaceId],
      )
    ).rows[0]!.count;
  const finish = (lease: Lease) => applySync(world.database, lease, { batchSize: BATCH });

  /** Applies the first batch and stops, and begins the second one. */
  async function applyFirst(lease: Lease): Promise<BatchAhead> {
    const stop = () => {
      throw STOP;
    };
    const hooks = { batchSize: BATCH, afterBatch: stop };
    await expect(applySync(world.database, lease, hooks)).rejects.toBe(STOP);
    const { ranges } = (await readPlan(world.database, lease.workspaceId, lease.syncId))!;
    const batch = { type: "user_created" as const, step: 5, first: 1, last: BATCH };
    const behind = { batch, sourceId: world.place.sourceId, seatLimit: null };
    return beginAhead(world.database, lease, ranges, behind, BATCH)!;
  }

  it("is not seen before its turn, and then stands", async () => {
    const lease = await plan();
    const ahead = await applyFirst(lease);
    expect(await countUsers()).toBe(2);
    expect(await ahead.settle()).toMatchObject({ first: 3, last: 4 });
    expect(await countUsers()).toBe(4);
    expect(await finish(lease)).toBe("applied");
    expect(await readSkipped(world.database, lease)).toEqual([]);
    const { rows } = await world.database.query(
      "select step, position from applied_batches where workspace_id = $1 order by 1, 2",
      [lease.workspaceId],
    );
    expect(rows).toEqual([
      { step: 5, position: 2 },
      { step: 5, position: 4 },
      { step: 13, position: 6 },
      { step: 13, position: 7 },
    ]);
  });

  it("is taken back when its turn has not come", async () => {
    const lease = await plan();
    const ahead = await applyFirst(lease);
    await world.database.query("update syncs set applied_position = 1 where id = $1", [
      lease.syncId,
    ]);
    expect(await ahead.settle()).toBeNull();
    expect(await countUsers()).toBe(2);
  });

  it.each([
    ["somebody else has the claim", "update syncs set lease_owner = 'other' where id = $1"],
    ["somebody wants it stopped", "update syncs set cancel_requested_by = 'Ada' where id = $1"],
    ["an update was skipped", "update syncs set skipped_count = 1 where id = $1"],
  ])("is taken back when %s", async (_, change) => {
    const lease = await plan();
    const ahead = await applyFirst(lease);
    await world.database.query(change, [lease.syncId]);
    expect(await ahead.settle()).toBeNull();
    expect(await countUsers()).toBe(2);
  });

  it("makes room for whoever changes the directory meanwhile, also the same rows", async () => {
    const lease = await plan();
    const ahead = await applyFirst(lease);
    const byHand = withTransaction(world.database, async (transaction) => {
      await lockDirectory(transaction, lease.workspaceId);
      await transaction.query(
        "insert into users (workspace_id, email) values ($1, 'n4@example.com')",
        [lease.workspaceId],
      );
    });
    expect(await ahead.settle()).toBeNull();
    await byHand;
    expect(await finish(lease)).toBe("applied");
    expect(await readSkipped(world.database, lease)).toEqual([
      `user_created ${base + 4}`,
      `direct_manager_assigned ${base + 4}`,
    ]);
  });

  it("is not begun where seats are counted", async () => {
    const lease = await plan();
    const { ranges } = (await readPlan(world.database, lease.workspaceId, lease.syncId))!;
    const batch = { type: "user_created" as const, step: 5, first: 1, last: BATCH };
    const behind = { batch, sourceId: world.place.sourceId, seatLimit: 3 };
    expect(beginAhead(world.database, lease, ranges, behind, BATCH)).toBeNull();
  });

  it("leaves what batches one after the other leave", async () => {
    const lease = await plan();
    expect(await finish(lease)).toBe("applied");
    expect(await countUsers()).toBe(4);
    const { rows } = await world.database.query<{ user_id: number; manager_id: number }>(
      "select user_id, manager_id from direct_managers where workspace_id = $1 order by 1",
      [lease.workspaceId],
    );
    expect(rows.map((row) => row.manager_id)).toEqual([base + 1, base + 2, base + 3]);
  });
});
