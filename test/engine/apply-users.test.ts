import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import type { PlannedUpdate } from "../support/planned-sync.ts";
import { planReactivation, planUpdate, tombstone } from "../support/planned-users.ts";

describe("applying updates of users", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  let newIds = 9_000_000;
  const creation = (externalId: string, email: string, values: object = {}): PlannedUpdate => {
    newIds += 1;
    return { type: "user_created", userId: newIds, externalId, email, after: { email, ...values } };
  };
  const removal = (
    type: "user_deleted" | "user_deactivated",
    userId: number,
    state: string,
  ): PlannedUpdate => ({ type, userId, externalId: `E${userId}`, params: { state } });
  const addInvitation = (userId: number) =>
    world.database.query(
      "insert into invitations (workspace_id, user_id, expires_at) values ($1, $2, now() + interval '1 day')",
      [world.place.workspaceId, userId],
    );
  const openInvitations = async () =>
    (
      await world.database.query<{ user_id: number }>(
        "select user_id from invitations where workspace_id = $1 and replaced_at is null order by user_id",
        [world.place.workspaceId],
      )
    ).rows.map((row) => row.user_id);

  describe("created", () => {
    it("adds the user with every value, claimed by the source", async () => {
      const ada = creation("A1", "ada@example.com", {
        firstName: "Ada",
        productAssignations: ["Muster"],
      });
      expect(await world.apply([ada])).toEqual([]);
      expect(await world.user(ada.userId!)).toMatchObject({
        ...{
          source_id: world.place.sourceId,
          external_id: "A1",
          email: "ada@example.com",
          state: "created",
        },
        profile: { firstName: "Ada", productAssignations: ["Muster"] },
      });
    });

    it("skips an address or an external id that is taken by now", async () => {
      await world.addUser({ email: "taken@example.com", external_id: "A2" });
      const first = creation("A1", "taken@example.com");
      const second = creation("A2", "free@example.com");
      const third = creation("A3", "other@example.com");
      expect(await world.apply([first, second, third])).toEqual([
        `user_created ${first.userId}`,
        `user_created ${second.userId}`,
      ]);
      expect((await world.user(third.userId!)).state).toBe("created");
    });

    it("gives the free seats in order and skips the rest", async () => {
      await world.addUser();
      await world.addUser({ state: "deactivated" });
      await world.database.query("update workspaces set seat_limit = 3 where id = $1", [
        world.place.workspaceId,
      ]);
      const all = ["a", "b", "c", "d"].map((name) => creation(name, `${name}@example.com`));
      const expected = all.slice(2).map((each) => `user_created ${each.userId}`);
      expect(await world.apply(all, { hooks: { batchSize: 3 } })).toEqual(expected);
    });
  });

  describe("linked", () => {
    const link = (
      userId: number,
      externalId: string,
      fromSourceId: number | null = null,
    ): PlannedUpdate => ({
      ...{
        type: "user_linked",
        userId,
        externalId,
        after: { externalId },
        params: { fromSourceId },
      },
    });

    it("claims unclaimed users and those of the source that the plan saw", async () => {
      const loose = await world.addUser({ source_id: null, external_id: null });
      const other = await world.addUser({ source_id: 77, external_id: "old" });
      expect(await world.apply([link(loose, "L1"), link(other, "L2", 77)])).toEqual([]);
      expect(await world.user(loose)).toMatchObject({
        source_id: world.place.sourceId,
        external_id: "L1",
      });
      expect(await world.user(other)).toMatchObject({
        source_id: world.place.sourceId,
        external_id: "L2",
      });
    });

    it("skips admins, deleted users, users claimed since, and ids taken since", async () => {
      const nobodys = { source_id: null, external_id: null };
      const admin = await world.addUser({ ...nobodys, role: "admin" });
      const gone = await world.addUser({ ...nobodys, ...tombstone("gone@example.com") });
      const claimed = await world.addUser({ source_id: 77, external_id: "x" });
      const late = await world.addUser(nobodys);
      await world.addUser({ external_id: "L4" });
      const links = [admin, gone, claimed, late].map((id, index) => link(id, `L${index + 1}`));
      const expected = [admin, gone, claimed, late].map((id) => `user_linked ${id}`);
      expect(await world.apply(links)).toEqual(expected);
      expect((await world.user(late)).external_id).toBeNull();
    });
  });

  describe("removed", () => {
    it("deactivates: places and lines stay, an open invitation ends", async () => {
      const boss = await world.addUser();
      const ada = await world.addUser({ manager_id: boss, state: "invited" });
      const team = await world.addTeam();
      await world.addPlace(team, ada, { member: true });
      await addInvitation(ada);
      expect(await world.apply([removal("user_deactivated", ada, "invited")])).toEqual([]);
      expect(await world.user(ada)).toMatchObject({
        ...{ state: "deactivated", state_before: "invited", removed_by: "sync", manager_id: boss },
        removed_at: expect.any(String),
      });
      expect(await world.places()).toEqual([`${team} ${ada} member`]);
      expect(await openInvitations()).toEqual([]);
    });

    it("deletes: places, the Direct Manager and being one go", async () => {
      const boss = await world.addUser();
      const ada = await world.addUser({ manager_id: boss, email: "ada@example.com" });
      const report = await world.addUser({ manager_id: ada });
      const team = await world.addTeam();
      await world.addPlace(team, ada, { member: true, manager: true });
      await world.addPlace(team, boss, { manager: true });
      expect(await world.apply([removal("user_deleted", ada, "active")])).toEqual([]);
      expect(await world.user(ada)).toMatchObject({
        ...{ state: "deleted", state_before: "active", removed_by: "sync", email: null },
        ...{ former_email: "ada@example.com", manager_id: null, external_id: `E${ada}` },
      });
      expect((await world.user(report)).manager_id).toBeNull();
      expect(await world.places()).toEqual([`${team} ${boss} manager`]);
    });

    it.each(["user_deactivated", "user_deleted"] as const)(
      "%s skips who changed since",
      async (type) => {
        const users = [
          await world.addUser({ state: "invited" }),
          await world.addUser({ role: "admin" }),
          await world.addUser({ external_id: "relinked" }),
          await world.addUser({ source_id: null, external_id: null }),
          await world.addUser({ source_id: 77 }),
        ];
        const expected = users.map((id) => `${type} ${id}`);
        expect(await world.apply(users.map((id) => removal(type, id, "active")))).toEqual(expected);
        expect((await world.user(users[0]!)).state).toBe("invited");
      },
    );
  });

  describe("reactivated", () => {
    it("returns users to the state they had, tombstones with their address", async () => {
      const off = { state: "deactivated", removed_by: "sync", removed_at: "2026-01-01" } as const;
      const ada = await world.addUser({ ...off, state_before: "created" });
      const bob = await world.addUser({ ...off, state_before: null });
      const cy = await world.addUser(tombstone("cy@example.com"));
      const updates = [
        ...[
          planReactivation(ada, "deactivated"),
          planReactivation(bob, "deactivated"),
          planReactivation(cy, "deleted"),
        ],
      ];
      expect(await world.apply(updates)).toEqual([]);
      expect(await world.user(ada)).toMatchObject({
        ...{ state: "created", state_before: null, removed_by: null, removed_at: null },
      });
      expect((await world.user(bob)).state).toBe("active");
      expect(await world.user(cy)).toMatchObject({
        ...{ state: "invited", email: "cy@example.com", former_email: null },
      });
    });

    it("skips who changed since, whose address is taken, and who finds no seat", async () => {
      await world.addUser({ email: "held@example.com" });
      const off = { state: "deactivated", state_before: "active", removed_by: "sync" } as const;
      const held = await world.addUser(tombstone("held@example.com"));
      const byHand = await world.addUser({ ...off, removed_by: "person" });
      const back = await world.addUser();
      const erased = await world.addUser({
        ...tombstone("x@example.com"),
        erased_at: "2026-01-01",
      });
      const loose = await world.addUser({ ...off, source_id: null, external_id: null });
      const twin = await world.addUser(tombstone("twin@example.com"));
      const second = await world.addUser(tombstone("twin@example.com"));
      const seated = await world.addUser(off);
      const unseated = await world.addUser(off);
      await world.database.query("update workspaces set seat_limit = 4 where id = $1", [
        world.place.workspaceId,
      ]);
      const misfits = [
        ...[planReactivation(held, "deleted"), planReactivation(byHand, "deactivated")],
        ...[planReactivation(back, "deactivated"), planReactivation(erased, "deleted")],
        planReactivation(loose, "deactivated"),
      ];
      const rest = [
        ...[planReactivation(twin, "deleted"), planReactivation(second, "deleted")],
        ...[planReactivation(seated, "deactivated"), planReactivation(unseated, "deactivated")],
      ];
      const skipped = [...misfits.map((each) => each.userId), second, unseated];
      expect(await world.apply([...misfits, ...rest])).toEqual(
        skipped.map((id) => `user_reactivated ${id}`),
      );
      expect((await world.user(seated)).state).toBe("active");
    });
  });

  it("invites created users with an invitation and its mail, and skips the others", async () => {
    const ada = creation("A1", "ada@example.com");
    const bob = await world.addUser({ state: "invited" });
    const invite = (userId: number): PlannedUpdate => ({ type: "user_invited", userId });
    expect(await world.apply([ada, invite(ada.userId!), invite(bob)])).toEqual([
      `user_invited ${bob}`,
    ]);
    expect((await world.user(ada.userId!)).state).toBe("invited");
    expect(await openInvitations()).toEqual([ada.userId]);
    const { rows } = await world.database.query(
      "select 1 from mail_outbox where workspace_id = $1",
      [world.place.workspaceId],
    );
    expect(rows).toHaveLength(1);
  });

  it("frees addresses and seats by removals before creations take them", async () => {
    const old = await world.addUser({ email: "shared@example.com" });
    await world.database.query("update workspaces set seat_limit = 1 where id = $1", [
      world.place.workspaceId,
    ]);
    const next = creation("A1", "shared@example.com");
    expect(await world.apply([next, removal("user_deleted", old, "active")])).toEqual([]);
    expect((await world.user(next.userId!)).email).toBe("shared@example.com");
  });

  it("touches no other workspace", async () => {
    const there = await world.addUser({ profile: { city: "Paris" } });
    await world.reset();
    const updates = [
      planUpdate(there, { city: "Paris" }, { city: "Rome" }),
      removal("user_deleted", there, "active"),
    ];
    const expected = [`user_updated ${there}`, `user_deleted ${there}`];
    expect(await world.apply(updates)).toEqual(expected);
    expect((await world.user(there)).state).toBe("active");
  });
});
