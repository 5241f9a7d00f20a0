import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApplyWorld, openApplyWorld, type UserColumns } from "../support/apply-world.ts";
import type { PlannedUpdate } from "../support/planned-sync.ts";

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
  const update = (userId: number, before: object, after: object): PlannedUpdate => ({
    ...{ type: "user_updated", userId, before, after },
  });
  const removal = (
    type: "user_deleted" | "user_deactivated",
    userId: number,
    state: string,
  ): PlannedUpdate => ({ type, userId, externalId: `E${userId}`, params: { state } });
  const reactivation = (userId: number, state: string): PlannedUpdate => ({
    ...{ type: "user_reactivated", userId, externalId: `E${userId}`, params: { state } },
  });
  const tombstone = (email: string): Partial<UserColumns> => ({
    ...{ state: "deleted", state_before: "invited", removed_by: "sync", email: null },
    ...{ former_email: email, removed_at: "2026-01-01" },
  });
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

  describe("updated", () => {
    it("sets and clears values and leaves the others", async () => {
      const profile = {
        firstName: "Ada",
        city: "Paris",
        jobTitle: "Dev",
        productAssignations: ["A", "B"],
      };
      const ada = await world.addUser({ profile });
      const before = {
        city: "Paris",
        jobTitle: "Dev",
        department: null,
        productAssignations: ["A", "B"],
      };
      const after = { city: "Rome", jobTitle: null, department: "R&D", productAssignations: ["B"] };
      expect(await world.apply([update(ada, before, after)])).toEqual([]);
      expect((await world.user(ada)).profile).toEqual({
        ...{ firstName: "Ada", city: "Rome", department: "R&D", productAssignations: ["B"] },
      });
    });

    it("skips the whole update when one value is not what the plan saw", async () => {
      const profile = { city: "Oslo", jobTitle: "Dev", productAssignations: ["A", "B"] };
      const [city, filled, products, email, erased, loose] = await Promise.all([
        world.addUser({ profile }),
        world.addUser({ profile }),
        world.addUser({ profile }),
        world.addUser({ profile }),
        world.addUser({ profile, erased_at: "2026-01-01" }),
        world.addUser({ profile, source_id: null, external_id: null }),
      ]);
      const updates = [
        update(city!, { city: "Paris", jobTitle: "Dev" }, { city: "Rome", jobTitle: "Lead" }),
        update(filled!, { jobTitle: null }, { jobTitle: "Lead" }),
        update(products!, { productAssignations: ["A"] }, { productAssignations: ["B"] }),
        update(email!, { email: "before@example.com" }, { email: "after@example.com" }),
        update(erased!, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
        update(loose!, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
        update(8_888_888, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
      ];
      expect(await world.apply(updates)).toEqual(
        updates.map((each) => `user_updated ${each.userId}`),
      );
      expect((await world.user(city!)).profile).toEqual(profile);
    });

    it("skips the whole update when one of its values was locked since, and no other", async () => {
      const profile = { city: "Oslo", jobTitle: "Dev" };
      const city = await world.addUser({ profile });
      const email = await world.addUser({ email: "a@example.com" });
      const other = await world.addUser({ profile });
      await world.database.query(
        `insert into value_locks (workspace_id, user_id, property, locked_by)
         select $1, unnest($2::bigint[]), unnest($3::text[]), 'Ada'`,
        [world.place.workspaceId, [city, email, other], ["city", "email", "department"]],
      );
      const updates = [
        update(city, profile, { city: "Rome", jobTitle: "Lead" }),
        update(email, { email: "a@example.com" }, { email: "b@example.com" }),
        update(other, profile, { city: "Rome", jobTitle: "Lead" }),
      ];
      expect(await world.apply(updates)).toEqual([`user_updated ${city}`, `user_updated ${email}`]);
      expect((await world.user(other)).profile).toEqual({ city: "Rome", jobTitle: "Lead" });
    });

    it("skips an address that is taken, and the address of who became an admin", async () => {
      const ada = await world.addUser({ email: "ada@example.com" });
      const boss = await world.addUser({ email: "boss@example.com", role: "admin" });
      await world.addUser({ email: "taken@example.com" });
      const updates = [
        update(ada, { email: "ada@example.com" }, { email: "taken@example.com" }),
        update(boss, { email: "boss@example.com" }, { email: "new@example.com" }),
      ];
      expect(await world.apply(updates)).toEqual([`user_updated ${ada}`, `user_updated ${boss}`]);
    });

    const chain = async (names: string[]): Promise<number[]> => {
      const ids: number[] = [];
      for (const name of names) ids.push(await world.addUser({ email: `${name}@example.com` }));
      return ids;
    };
    const mails = async (ids: number[]) =>
      Promise.all(ids.map(async (id) => (await world.user(id)).email?.replace("@example.com", "")));
    const move = (id: number, from: string, to: string) =>
      update(id, { email: `${from}@example.com` }, { email: `${to}@example.com` });

    it("swaps and rotates addresses", async () => {
      const ids = await chain(["a", "b", "c", "d", "e"]);
      const [a, b, c, d, e] = ids as [number, number, number, number, number];
      const updates = [
        ...[move(a, "a", "b"), move(b, "b", "a")],
        ...[move(c, "c", "d"), move(d, "d", "e"), move(e, "e", "c")],
      ];
      const options = { emailHandovers: true, hooks: { batchSize: 2 } };
      expect(await world.apply(updates, options)).toEqual([]);
      expect(await mails(ids)).toEqual(["b", "a", "d", "e", "c"]);
    });

    it("skips everyone down the line when somebody keeps the address after all", async () => {
      const ids = await chain(["a", "b", "c", "x"]);
      const [a, b, c, x] = ids as [number, number, number, number];
      const updates = [
        ...[move(a, "a", "b"), move(b, "b", "c"), move(c, "changed", "new"), move(x, "x", "y")],
      ];
      expect(await world.apply(updates, { emailHandovers: true })).toEqual(
        [a, b, c].map((id) => `user_updated ${id}`),
      );
      expect(await mails(ids)).toEqual(["a", "b", "c", "y"]);
    });

    it("keeps a tombstone's new address until the user is back, and leaves other tombstones alone", async () => {
      const back = await world.addUser(tombstone("old@example.com"));
      const gone = await world.addUser(tombstone("gone@example.com"));
      const byHand = await world.addUser({
        ...tombstone("hand@example.com"),
        removed_by: "person",
      });
      const updates = [
        update(back, { email: "old@example.com" }, { email: "new@example.com" }),
        update(gone, { email: "gone@example.com" }, { email: "new2@example.com" }),
        update(byHand, { email: "hand@example.com" }, { email: "new3@example.com" }),
        ...[reactivation(back, "deleted"), reactivation(byHand, "deleted")],
      ];
      expect(await world.apply(updates)).toEqual([
        `user_updated ${gone}`,
        `user_updated ${byHand}`,
        `user_reactivated ${byHand}`,
      ]);
      expect(await world.user(back)).toMatchObject({
        ...{ email: "new@example.com", former_email: null, state: "invited" },
      });
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
          reactivation(ada, "deactivated"),
          reactivation(bob, "deactivated"),
          reactivation(cy, "deleted"),
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
        ...[reactivation(held, "deleted"), reactivation(byHand, "deactivated")],
        ...[reactivation(back, "deactivated"), reactivation(erased, "deleted")],
        reactivation(loose, "deactivated"),
      ];
      const rest = [
        ...[reactivation(twin, "deleted"), reactivation(second, "deleted")],
        ...[reactivation(seated, "deactivated"), reactivation(unseated, "deactivated")],
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
      update(there, { city: "Paris" }, { city: "Rome" }),
      removal("user_deleted", there, "active"),
    ];
    const expected = [`user_updated ${there}`, `user_deleted ${there}`];
    expect(await world.apply(updates)).toEqual(expected);
    expect((await world.user(there)).state).toBe("active");
  });
});
