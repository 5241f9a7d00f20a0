import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ApplyWorld, openApplyWorld } from "../support/apply-world.ts";
import { planReactivation, planUpdate, tombstone } from "../support/planned-users.ts";

describe("applying updates of users: updated", () => {
  let world: ApplyWorld;
  beforeAll(async () => {
    world = await openApplyWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

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
    expect(await world.apply([planUpdate(ada, before, after)])).toEqual([]);
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
      planUpdate(city!, { city: "Paris", jobTitle: "Dev" }, { city: "Rome", jobTitle: "Lead" }),
      planUpdate(filled!, { jobTitle: null }, { jobTitle: "Lead" }),
      planUpdate(products!, { productAssignations: ["A"] }, { productAssignations: ["B"] }),
      planUpdate(email!, { email: "before@example.com" }, { email: "after@example.com" }),
      planUpdate(erased!, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
      planUpdate(loose!, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
      planUpdate(8_888_888, { jobTitle: "Dev" }, { jobTitle: "Lead" }),
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
      planUpdate(city, profile, { city: "Rome", jobTitle: "Lead" }),
      planUpdate(email, { email: "a@example.com" }, { email: "b@example.com" }),
      planUpdate(other, profile, { city: "Rome", jobTitle: "Lead" }),
    ];
    expect(await world.apply(updates)).toEqual([`user_updated ${city}`, `user_updated ${email}`]);
    expect((await world.user(other)).profile).toEqual({ city: "Rome", jobTitle: "Lead" });
  });

  it("skips an address that is taken, and the address of who became an admin", async () => {
    const ada = await world.addUser({ email: "ada@example.com" });
    const boss = await world.addUser({ email: "boss@example.com", role: "admin" });
    await world.addUser({ email: "taken@example.com" });
    const updates = [
      planUpdate(ada, { email: "ada@example.com" }, { email: "taken@example.com" }),
      planUpdate(boss, { email: "boss@example.com" }, { email: "new@example.com" }),
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
    planUpdate(id, { email: `${from}@example.com` }, { email: `${to}@example.com` });

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
      planUpdate(back, { email: "old@example.com" }, { email: "new@example.com" }),
      planUpdate(gone, { email: "gone@example.com" }, { email: "new2@example.com" }),
      planUpdate(byHand, { email: "hand@example.com" }, { email: "new3@example.com" }),
      ...[planReactivation(back, "deleted"), planReactivation(byHand, "deleted")],
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
