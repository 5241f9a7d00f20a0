/** The reference model against sections 3 to 6 of the domain rules, row by row. */

import { describe, expect, it } from "vitest";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { Flaw, MemberRow } from "../../src/core/input/rows.ts";
import {
  makeDirectory,
  makeTeam,
  makeUnlinked,
  makeUser,
  memberRow,
  placeRow,
  tell,
} from "./build.ts";
import type { ModelDirectory } from "./directory.ts";
import { planSync } from "./reference-model.ts";

const sync = (directory: ModelDirectory, members: MemberRow[], mode: SyncMode = "full") =>
  planSync(directory, { members }, { mode });
const told = (directory: ModelDirectory, members: MemberRow[], mode: SyncMode = "full") =>
  sync(directory, members, mode).entries.map(tell);
const stateOf = (directory: ModelDirectory, email: string) =>
  directory.users.find((user) => user.email === email)?.state;

const flaw = (reason: Flaw["reason"], skips = true): Flaw => ({
  type: skips ? "user_skipped" : "invalid_value",
  reason,
  column: "c",
  value: "v",
  skips,
});

describe("in the source, unknown", () => {
  it("is created with every value and the default product", () => {
    const plan = sync(makeDirectory([]), [memberRow(2, "A", { profile: { firstName: "Ann" } })]);
    expect(plan.entries.map(tell)).toEqual([
      "user_created A email ->a@x.test, firstName ->Ann, productAssignations ->Muster",
    ]);
    expect(plan.directoryAfter.users).toMatchObject([
      { externalId: "A", linked: true, state: "created", role: "employee" },
    ]);
  });

  it("is invited too where Automatic Invite is on and there is a product", () => {
    const plan = sync(makeDirectory([], [], { automaticInvite: true }), [memberRow(2, "A")]);
    expect(plan.entries.map(tell)).toContain("user_invited A");
    expect(stateOf(plan.directoryAfter, "a@x.test")).toBe("invited");
  });

  it("is not invited without a product", () => {
    const settings = { automaticInvite: true, products: [], defaultProduct: null };
    expect(told(makeDirectory([], [], settings), [memberRow(2, "A")])).toEqual([
      "invitation_not_sent/no_product A",
      "user_created A email ->a@x.test",
    ]);
  });
});

describe("in the source, known", () => {
  it("says nothing when nothing differs", () => {
    const directory = makeDirectory([makeUser("A", { profile: { city: "Lyon" } })]);
    const plan = sync(directory, [memberRow(2, "A", { profile: { city: "Lyon" } })]);
    expect(plan.entries).toEqual([]);
    expect(plan.directoryAfter).toEqual(directory);
  });

  it("updates changed values, clears blank cells and leaves missing columns alone", () => {
    const directory = makeDirectory([
      makeUser("A", { profile: { city: "Lyon", firstName: "Ann", jobTitle: "Cook" } }),
    ]);
    const row = memberRow(2, "A", {
      email: "new@x.test",
      profile: { city: "Nice", jobTitle: null },
    });
    const plan = sync(directory, [row]);
    expect(plan.entries.map(tell)).toEqual([
      "user_updated A email a@x.test>new@x.test, city Lyon>Nice, jobTitle Cook>-",
    ]);
    expect(plan.directoryAfter.users[0]?.profile).toEqual({ city: "Nice", firstName: "Ann" });
  });

  it("is not invited when Automatic Invite was turned on since", () => {
    const users = [makeUser("A", { state: "created" }), makeUnlinked("B", { state: "created" })];
    const rows = [memberRow(2, "A"), memberRow(3, "B")];
    expect(told(makeDirectory(users, [], { automaticInvite: true }), rows)).toEqual([
      "user_linked B externalId ->B",
    ]);
  });

  it("leaves the directory that was given as it was", () => {
    const directory = makeDirectory([makeUser("A"), makeUser("B")]);
    const copy = structuredClone(directory);
    sync(directory, [memberRow(2, "A", { email: "q@x.test" })]);
    expect(directory).toEqual(copy);
  });
});

describe("matching", () => {
  it("links by email among people whom no source has claimed", () => {
    const directory = makeDirectory([makeUnlinked("A", { profile: { city: "Lyon" } })]);
    const plan = sync(directory, [
      memberRow(2, "E1", { email: "a@x.test", profile: { city: "Nice" } }),
    ]);
    expect(plan.entries.map(tell)).toEqual([
      "user_linked E1 externalId ->E1",
      "user_updated E1 city Lyon>Nice",
    ]);
    expect(plan.directoryAfter.users[0]).toMatchObject({ id: "A", linked: true, externalId: "E1" });
  });

  it("takes a claim by an inactive source for none", () => {
    const directory = makeDirectory([makeUser("A", { linked: false })]);
    expect(told(directory, [memberRow(2, "E1", { email: "a@x.test" })])).toEqual([
      "user_linked E1 externalId ->E1",
    ]);
  });

  it("minds the case of external ids", () => {
    const directory = makeDirectory([makeUser("A")]);
    expect(told(directory, [memberRow(2, "a", { email: "b@x.test" })])).toEqual([
      "user_created a email ->b@x.test, productAssignations ->Muster",
      "user_deactivated A",
    ]);
  });

  it("never takes over the address of a user linked under another external id; neither is removed", () => {
    const directory = makeDirectory([makeUser("A")]);
    const plan = sync(directory, [memberRow(2, "E1", { email: "a@x.test" })]);
    expect(plan.entries.map(tell)).toEqual(["user_skipped/email_taken E1"]);
    expect(plan.entries[0]?.holder).toBe("A");
  });
});

describe("addresses", () => {
  const directory = makeDirectory([makeUser("A"), makeUser("B"), makeUser("C")]);

  it("lets two linked users swap, and three rotate", () => {
    const rotated = told(directory, [
      memberRow(2, "A", { email: "b@x.test" }),
      memberRow(3, "B", { email: "c@x.test" }),
      memberRow(4, "C", { email: "a@x.test" }),
    ]);
    expect(rotated).toEqual([
      "user_updated A email a@x.test>b@x.test",
      "user_updated B email b@x.test>c@x.test",
      "user_updated C email c@x.test>a@x.test",
    ]);
  });

  it("follows refusals down the chain: a skipped row frees nothing", () => {
    // C is told to take an address that an unlinked user keeps, so C keeps c, B keeps b and A keeps a.
    const chained = makeDirectory([...directory.users, makeUnlinked("Z")]);
    const plan = sync(chained, [
      memberRow(2, "A", { email: "b@x.test" }),
      memberRow(3, "B", { email: "c@x.test" }),
      memberRow(4, "C", { email: "z@x.test" }),
    ]);
    expect(plan.entries.map(tell)).toEqual([
      "user_skipped/email_taken A",
      "user_skipped/email_taken B",
      "user_skipped/email_taken C",
    ]);
    expect(plan.entries.map((entry) => entry.holder)).toEqual(["B", "C", "z@x.test"]);
    expect(plan.directoryAfter).toEqual(chained);
  });

  it("gives an address to somebody new when its holder gives it up", () => {
    expect(
      told(directory, [
        memberRow(2, "A", { email: "new@x.test" }),
        memberRow(3, "B"),
        memberRow(4, "C"),
        memberRow(5, "E1", { email: "a@x.test" }),
      ]),
    ).toEqual([
      "user_created E1 email ->a@x.test, productAssignations ->Muster",
      "user_updated A email a@x.test>new@x.test",
    ]);
  });

  it("keeps the absent holder of a contested address, where it would have been deactivated", () => {
    const two = makeDirectory([makeUser("A"), makeUser("B")]);
    const plan = sync(two, [memberRow(2, "A", { email: "b@x.test" })]);
    expect(plan.entries.map(tell)).toEqual(["user_skipped/email_taken A"]);
    expect(plan.directoryAfter).toEqual(two);
  });

  it("is free when its holder is deleted in the run, and tombstones hold none", () => {
    const two = makeDirectory([makeUser("A"), makeUser("B", { state: "invited" })]);
    const plan = sync(two, [memberRow(2, "A", { email: "b@x.test" })]);
    expect(plan.entries.map(tell)).toEqual([
      "user_updated A email a@x.test>b@x.test",
      "user_deleted B email b@x.test>-",
    ]);
    const tombstone = makeUser("D", { state: "deleted", removedBy: "sync", stateBefore: "active" });
    expect(told(makeDirectory([tombstone]), [memberRow(2, "E1", { email: "d@x.test" })])).toEqual([
      "user_created E1 email ->d@x.test, productAssignations ->Muster",
    ]);
  });
});

describe("in the source, removed before", () => {
  it("reactivates whom a sync deactivated, in the state before", () => {
    const gone = makeUser("A", { state: "deactivated", removedBy: "sync", stateBefore: "invited" });
    const plan = sync(makeDirectory([gone]), [memberRow(2, "A", { profile: { city: "Lyon" } })]);
    expect(plan.entries.map(tell)).toEqual(["user_updated A city ->Lyon", "user_reactivated A"]);
    expect(plan.directoryAfter.users[0]).toMatchObject({ state: "invited", removedBy: null });
  });

  it("reactivates whom a sync deleted, under the same id", () => {
    const gone = makeUser("A", { state: "deleted", removedBy: "sync", stateBefore: "created" });
    const plan = sync(makeDirectory([gone]), [memberRow(2, "A")]);
    expect(plan.entries.map(tell)).toEqual(["user_reactivated A"]);
    expect(plan.directoryAfter.users).toMatchObject([{ id: "A", state: "created" }]);
  });

  it("skips whom a person deactivated or deleted", () => {
    const parts = { removedBy: "hand" as const, stateBefore: "active" as const };
    const directory = makeDirectory([
      makeUser("A", { state: "deactivated", ...parts }),
      makeUser("B", { state: "deleted", ...parts }),
      makeUnlinked("C", { state: "deactivated", ...parts }),
    ]);
    const plan = sync(directory, [memberRow(2, "A"), memberRow(3, "B"), memberRow(4, "C")]);
    expect(plan.entries.map(tell)).toEqual([
      "user_skipped/deactivated_manually A",
      "user_skipped/deleted_manually B",
      "user_skipped/deactivated_manually C",
    ]);
    expect(plan.directoryAfter).toEqual(directory);
  });

  it("links and reactivates somebody unclaimed whom a sync deactivated", () => {
    const gone = makeUnlinked("A", {
      state: "deactivated",
      removedBy: "sync",
      stateBefore: "active",
    });
    expect(told(makeDirectory([gone]), [memberRow(2, "E1", { email: "a@x.test" })])).toEqual([
      "user_linked E1 externalId ->E1",
      "user_reactivated E1",
    ]);
  });
});

describe("a tombstone", () => {
  it("is found by external id alone: its address is nobody's", () => {
    const gone = makeUnlinked("A", { state: "deleted", removedBy: "hand", stateBefore: "active" });
    expect(told(makeDirectory([gone]), [memberRow(2, "E1", { email: "a@x.test" })])).toEqual([
      "user_created E1 email ->a@x.test, productAssignations ->Muster",
    ]);
  });
});

describe("linked, absent", () => {
  const directory = makeDirectory([
    makeUser("A"),
    makeUser("B", { state: "created" }),
    makeUser("C", { state: "invited" }),
    makeUser("D", { state: "deactivated", removedBy: "sync", stateBefore: "active" }),
    makeUser("E", { role: "admin" }),
    makeUnlinked("F"),
    makeUser("G", { linked: false }),
  ]);

  it("deactivates the active, deletes the others, keeps administrators and the unlinked", () => {
    const plan = sync(directory, []);
    expect(plan.entries.map(tell)).toEqual([
      "admin_protected/removal_refused E",
      "user_deactivated A",
      "user_deleted B email b@x.test>-",
      "user_deleted C email c@x.test>-",
    ]);
    const states = plan.directoryAfter.users.map((user) => user.state).join();
    expect(states).toBe("deactivated,deleted,deleted,deactivated,active,active,active");
    expect(plan.directoryAfter.users[0]).toMatchObject({
      removedBy: "sync",
      stateBefore: "active",
    });
  });

  it("deactivates all of them where the setting says so", () => {
    directory.settings.absentInvited = "deactivate";
    expect(told(directory, []).filter((line) => line.startsWith("user_"))).toEqual([
      "user_deactivated A",
      "user_deactivated B",
      "user_deactivated C",
    ]);
  });

  it("removes nobody in partial mode or without the section", () => {
    expect(told(directory, [], "partial")).toEqual([]);
    expect(planSync(directory, {}, { mode: "full" }).entries).toEqual([]);
  });

  it("is absent although a row names it as Direct Manager or in a team", () => {
    const two = makeDirectory([makeUser("A"), makeUser("B")], [makeTeam("T")]);
    const input = {
      members: [memberRow(2, "A", { manager: { externalId: "B", email: null } })],
      teamMappings: [placeRow(2, "T", "B")],
    };
    expect(planSync(two, input, { mode: "full" }).entries.map(tell)).toEqual([
      "manager_profile_missing/leaves A",
      "user_deactivated B",
      "team_member_added T member ->B",
    ]);
  });

  it("is not absent when a skipped row names it, by external id or else by email", () => {
    const two = makeDirectory([makeUser("A"), makeUser("B")]);
    const rows = [
      memberRow(2, "A", { email: null, flaws: [flaw("missing_email")] }),
      memberRow(3, "B", { externalId: null, flaws: [flaw("missing_external_id")] }),
    ];
    expect(told(two, rows)).toEqual([
      "user_skipped/missing_email A",
      "user_skipped/missing_external_id b@x.test",
    ]);
  });

  it("is absent although a row bears its email, when that row's external id names another user", () => {
    const two = makeDirectory([makeUser("A"), makeUser("B")]);
    const row = memberRow(2, "A", { email: "b@x.test", flaws: [flaw("value_too_long")] });
    expect(told(two, [row])).toContain("user_deactivated B");
  });

  it("lists the links that go with a deleted user, and gives them no entries", () => {
    const users = [
      makeUser("A", { state: "invited", managerId: "M" }),
      makeUser("M"),
      makeUser("R", { managerId: "A" }),
    ];
    const plan = sync(makeDirectory(users), [memberRow(2, "M"), memberRow(3, "R")]);
    expect(plan.entries.map(tell)).toEqual(["user_deleted A email a@x.test>-"]);
    expect(plan.entries[0]?.links).toEqual({
      directManager: ["M"],
      directReports: ["R"],
      memberOf: [],
      managerOf: [],
    });
    expect(plan.directoryAfter.users.map((user) => user.managerId)).toEqual([null, null, null]);
  });
});

describe("administrators", () => {
  it("are never linked", () => {
    const directory = makeDirectory([makeUnlinked("A", { role: "admin" })]);
    const plan = sync(directory, [
      memberRow(2, "E1", { email: "a@x.test", profile: { city: "X" } }),
    ]);
    expect(plan.entries.map(tell)).toEqual(["admin_protected/link_refused E1"]);
    expect(plan.directoryAfter).toEqual(directory);
  });

  it("are reported when absent, even where a contested address spares them anyway", () => {
    const directory = makeDirectory([makeUser("A"), makeUser("B", { role: "admin" })]);
    expect(told(directory, [memberRow(2, "A", { email: "b@x.test" })])).toEqual([
      "user_skipped/email_taken A",
      "admin_protected/removal_refused B",
    ]);
  });

  it("keep their email; the rest of the row applies", () => {
    const directory = makeDirectory([makeUser("A", { role: "admin" })]);
    const row = memberRow(2, "A", { email: "new@x.test", profile: { city: "Lyon" } });
    expect(told(directory, [row])).toEqual([
      "admin_protected/email_kept A",
      "user_updated A city ->Lyon",
    ]);
  });

  it("hold the address that they keep", () => {
    const directory = makeDirectory([makeUser("A", { role: "admin" })]);
    const rows = [
      memberRow(2, "A", { email: "new@x.test" }),
      memberRow(3, "E1", { email: "a@x.test" }),
    ];
    expect(told(directory, rows)).toEqual([
      "user_skipped/email_taken E1",
      "admin_protected/email_kept A",
    ]);
  });
});
