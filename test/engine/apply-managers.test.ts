import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import type { PlannedUpdate } from "../support/planned-sync.ts";

describe("applying Direct Managers", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const end = (id: number | null) => ({ directManager: id === null ? null : { id, name: "" } });
  const assign = (userId: number, from: number | null, to: number): PlannedUpdate => ({
    ...{ type: "direct_manager_assigned", userId, before: end(from), after: end(to) },
  });
  const remove = (userId: number, from: number): PlannedUpdate => ({
    ...{ type: "direct_manager_removed", userId, before: end(from) },
  });
  const addUsers = async (count: number): Promise<number[]> => {
    const ids: number[] = [];
    for (let index = 0; index < count; index++) ids.push(await world.addUser());
    return ids;
  };
  const managers = (ids: number[]) =>
    Promise.all(ids.map(async (id) => (await world.user(id)).manager_id));

  it("assigns, changes and removes", async () => {
    const [a, b, c, d] = (await addUsers(4)) as [number, number, number, number];
    await world.setUser(c, { manager_id: a });
    await world.setUser(d, { manager_id: a });
    expect(await world.apply([assign(b, null, a), assign(c, a, b), remove(d, a)])).toEqual([]);
    expect(await managers([b, c, d])).toEqual([a, b, null]);
  });

  it("takes a manager deleted by the same run for nobody", async () => {
    const [gone, boss, ada] = (await addUsers(3)) as [number, number, number];
    await world.setUser(ada, { manager_id: gone });
    const deletion: PlannedUpdate = {
      ...{
        type: "user_deleted",
        userId: gone,
        externalId: `E${gone}`,
        params: { state: "active" },
      },
    };
    expect(await world.apply([assign(ada, gone, boss), deletion])).toEqual([]);
    expect(await managers([ada])).toEqual([boss]);
  });

  it("skips lines that changed since, and managers without access", async () => {
    const [a, b, c, d, e, f] = (await addUsers(6)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const off = await world.addUser({ state: "deactivated" });
    const gone = await world.addUser({ state: "deleted", email: null });
    await world.setUser(b, { manager_id: a });
    await world.setUser(f, { source_id: null, external_id: null });
    const updates = [
      ...[assign(b, null, c), assign(c, a, b), assign(d, null, off), assign(e, null, gone)],
      ...[assign(gone, null, a), assign(f, null, a), remove(b, c)],
    ];
    const expected = updates.map((each) => `${each.type} ${each.userId}`);
    expect(await world.apply(updates)).toEqual(expected);
    expect(await managers([b, c, d, e, f])).toEqual([a, null, null, null, null]);
  });

  it("skips assignments that would close a loop with a line drawn by hand", async () => {
    const [a, b, c, d] = (await addUsers(4)) as [number, number, number, number];
    // Drawn after the plan was made: a reports to c.
    await world.setUser(a, { manager_id: c });
    const updates = [assign(b, null, a), assign(c, null, b), assign(d, null, a)];
    expect(await world.apply(updates, { changed: true, hooks: { batchSize: 1 } })).toEqual([
      `direct_manager_assigned ${b}`,
      `direct_manager_assigned ${c}`,
    ]);
    expect(await managers([a, b, c, d])).toEqual([c, null, null, a]);
  });

  it("seeks loops when an update was skipped, and again after putting a present manager back", async () => {
    const [a, b, c] = (await addUsers(3)) as [number, number, number];
    await world.setUser(a, { manager_id: b });
    await world.setUser(b, { manager_id: c });
    // Planned: a leaves b, b leaves c for a, c goes under a. The first one does not fit (its manager lost access).
    const off = await world.addUser({ state: "deactivated" });
    const updates = [assign(a, b, off), assign(b, c, a), assign(c, null, a)];
    expect(await world.apply(updates)).toEqual(
      updates.map((each) => `${each.type} ${each.userId}`),
    );
    expect(await managers([a, b, c])).toEqual([b, c, null]);
  });

  it("turns a line round in one batch, so that no run stops where it looks like a loop", async () => {
    const [a, b, c] = (await addUsers(3)) as [number, number, number];
    await world.setUser(a, { manager_id: b });
    const updates = [assign(b, null, a), assign(a, b, c)];
    const seen: (number | null)[][] = [];
    const hooks = {
      batchSize: 1,
      async afterBatch() {
        seen.push(await managers([a, b]));
      },
    };
    expect(await world.apply(updates, { hooks })).toEqual([]);
    expect(seen).toEqual([[c, a]]);
    expect(await world.apply([assign(a, c, b), assign(b, a, c)], { changed: true, hooks })).toEqual(
      [],
    );
    expect(await managers([a, b])).toEqual([b, c]);
  });
});
