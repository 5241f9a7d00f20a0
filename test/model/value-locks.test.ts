/** The reference model: values that a person locked, rule by rule (docs/rules.md, "Locked values"). */

import { describe, expect, it } from "vitest";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { MemberRow } from "../../src/core/input/rows.ts";
import { makeDirectory, makeUnlinked, makeUser, memberRow, tell } from "./build.ts";
import type { ModelDirectory } from "./directory.ts";
import { planSync } from "./reference-model.ts";

const sync = (directory: ModelDirectory, members: MemberRow[], mode: SyncMode = "full") =>
  planSync(directory, { members }, { mode });
const told = (directory: ModelDirectory, members: MemberRow[], mode: SyncMode = "full") =>
  sync(directory, members, mode).entries.map(tell);
const row = (profile: MemberRow["profile"], parts: Partial<MemberRow> = {}) =>
  memberRow(2, "A", { profile, ...parts });
const locked = (property: string, profile = {}) => makeUser("A", { locks: [property], profile });

describe("a locked value", () => {
  it.each([
    ["another one", { city: "Lyon" }, { city: "Nice" }, "city Lyon>Nice"],
    ["a blank one", { city: "Lyon" }, { city: null }, "city Lyon>-"],
    ["a first one", {}, { city: "Nice" }, "city ->Nice"],
  ])(
    "is left alone when the source brings %s, which is an issue and no update",
    (_, had, brought, change) => {
      const plan = sync(makeDirectory([locked("city", had)]), [row(brought)]);
      expect(plan.entries.map(tell)).toEqual([`value_locked A ${change}`]);
      expect(plan.directoryAfter.users[0]).toMatchObject({ profile: had, locks: ["city"] });
    },
  );

  it.each([
    ["the same value", { city: "Lyon" }],
    ["no such column", { jobTitle: "Cook" }],
  ])("is not spoken of when the source has %s", (_, brought) => {
    const directory = makeDirectory([locked("city", { city: "Lyon", jobTitle: "Cook" })]);
    expect(told(directory, [row(brought)])).toEqual([]);
  });

  it("lets the rest of the row through, each locked value an issue of its own", () => {
    const user = makeUser("A", { locks: ["city", "department"], profile: { city: "Lyon" } });
    const brought = { city: "Nice", department: "Sales", jobTitle: "Cook" };
    expect(told(makeDirectory([user]), [row(brought)])).toEqual([
      "value_locked A city Lyon>Nice",
      "value_locked A department ->Sales",
      "user_updated A jobTitle ->Cook",
    ]);
  });

  it("compares products as sets", () => {
    const products = ["Pulse", "Surveys"];
    const directory = (held: string[]) =>
      makeDirectory([locked("productAssignations", { productAssignations: held })], [], {
        products,
      });
    const brought = row({ productAssignations: ["surveys", "pulse"] });
    expect(told(directory(["Pulse", "Surveys"]), [brought])).toEqual([]);
    expect(told(directory(["Pulse"]), [brought])).toEqual([
      "value_locked A productAssignations Pulse>Pulse+Surveys",
    ]);
  });

  it("stays with a name as it is shown", () => {
    const user = makeUser("A", { locks: ["firstName"], profile: { firstName: "Ann" } });
    const plan = sync(makeDirectory([user]), [row({ firstName: "Anna", lastName: "Roy" })]);
    expect(plan.entries.map(({ subject }) => subject.name)).toEqual(["Ann Roy", "Ann Roy"]);
  });

  it("counts for no limit: neither as cleared, nor as another identity, nor as an update", () => {
    const users = ["A", "B", "C"].map((name) =>
      makeUser(name, { locks: ["city", "email"], profile: { city: "Lyon" } }),
    );
    const rows = users.map((user, at) =>
      memberRow(at + 2, user.id, { email: `new${at}@x.test`, profile: { city: null } }),
    );
    const directory = makeDirectory(users);
    directory.settings.thresholds.users = 0;
    const plan = sync(directory, rows);
    expect(plan.entries.map(({ type }) => type)).toEqual(Array(6).fill("value_locked"));
    expect(plan.held).toEqual([]);
  });

  it("is kept when its user is linked, goes and comes back", () => {
    const linking = makeUnlinked("A", { locks: ["city"], profile: { city: "Lyon" } });
    expect(told(makeDirectory([linking]), [row({ city: "Nice" })])).toEqual([
      "value_locked A city Lyon>Nice",
      "user_linked A externalId ->A",
    ]);
    const gone = makeUser("A", {
      ...{ state: "deactivated", stateBefore: "active", removedBy: "sync" },
      ...{ locks: ["city"], profile: { city: "Lyon" } },
    });
    expect(told(makeDirectory([gone]), [row({ city: "Nice" })])).toEqual([
      "value_locked A city Lyon>Nice",
      "user_reactivated A",
    ]);
    expect(sync(makeDirectory([locked("city")]), []).directoryAfter.users[0]?.locks).toEqual([
      "city",
    ]);
  });

  it("says nothing of a row that is skipped", () => {
    const directory = makeDirectory([locked("city"), makeUser("B")]);
    const rows = [memberRow(2, "B"), row({ city: "Nice" }, { line: 3, email: "b@x.test" })];
    expect(told(directory, rows)).toEqual(["user_skipped/duplicate_email A"]);
  });
});

describe("a locked email", () => {
  it("stays, and the address that the source brings is nobody's", () => {
    const plan = sync(makeDirectory([locked("email")]), [row({}, { email: "new@x.test" })]);
    expect(plan.entries.map(tell)).toEqual(["value_locked A email a@x.test>new@x.test"]);
    expect(plan.directoryAfter.users[0]?.email).toBe("a@x.test");
  });

  it("is not given up to who wants it", () => {
    const directory = makeDirectory([locked("email"), makeUser("B")]);
    const swap = [row({}, { email: "b@x.test" }), memberRow(3, "B", { email: "a@x.test" })];
    expect(told(directory, swap)).toEqual([
      "user_skipped/email_taken B",
      "value_locked A email a@x.test>b@x.test",
    ]);
  });

  it("does not hinder anybody in having the address that its row brings", () => {
    const directory = makeDirectory([locked("email"), makeUser("B")]);
    const rows = [row({}, { email: "b@x.test" }), memberRow(3, "B", { email: "c@x.test" })];
    expect(told(directory, rows)).toEqual([
      "value_locked A email a@x.test>b@x.test",
      "user_updated B email b@x.test>c@x.test",
    ]);
  });

  it("is what a manager is found by", () => {
    const directory = makeDirectory([locked("email"), makeUser("B")]);
    const rows = [
      row({}, { email: "new@x.test" }),
      memberRow(3, "B", { manager: { externalId: null, email: "a@x.test" } }),
    ];
    expect(told(directory, rows)).toEqual([
      "value_locked A email a@x.test>new@x.test",
      "direct_manager_assigned B directManager ->A",
    ]);
  });

  it("stands for the one that a skipped row brings, where a manager is named by that", () => {
    const gone = makeUser("A", {
      ...{ state: "deactivated", stateBefore: "active", removedBy: "sync", locks: ["email"] },
    });
    const directory = makeDirectory([gone, makeUser("B")], [], { seatLimit: 1 });
    const rows = [
      row({}, { email: "new@x.test" }),
      memberRow(3, "B", { manager: { externalId: null, email: "new@x.test" } }),
    ];
    const plan = sync(directory, rows);
    expect(plan.entries.map(tell)).toEqual([
      "manager_profile_missing/skipped_manager B",
      "workspace_limit_reached/seat_limit A",
    ]);
    expect(plan.entries[0]?.causedBy).toMatchObject({ line: 2 });
  });

  it("is asked for by who comes back, and may be somebody else's by then", () => {
    const gone = makeUser("A", {
      ...{ state: "deleted", stateBefore: "created", removedBy: "sync", locks: ["email"] },
    });
    const brought = [row({}, { email: "new@x.test" })];
    expect(told(makeDirectory([gone]), brought)).toEqual([
      "value_locked A email a@x.test>new@x.test",
      "user_reactivated A",
    ]);
    const holder = makeUnlinked("H", { email: "a@x.test" });
    expect(told(makeDirectory([gone, holder]), brought)).toEqual(["user_skipped/email_taken A"]);
  });

  describe("of who comes back from deletion", () => {
    const gone = (name: string, email = "a@x.test") =>
      makeUser(name, {
        ...{ state: "deleted", stateBefore: "created", removedBy: "sync" },
        ...{ locks: ["email"], email },
      });
    const back = (line: number, name = "A") =>
      memberRow(line, name, { email: `new-${name}@x.test`.toLowerCase() });
    const wants = (line: number, name: string) => memberRow(line, name, { email: "a@x.test" });
    const kept = ["value_locked A email a@x.test>new-a@x.test", "user_reactivated A"];
    const refused = (name: string) => `user_skipped/email_taken ${name}`;

    it.each<[string, ModelDirectory, MemberRow[]]>([
      ["a newcomer of an earlier row", makeDirectory([gone("A")]), [wants(2, "N"), back(3)]],
      ["a newcomer of a later row", makeDirectory([gone("A")]), [back(2), wants(3, "N")]],
      [
        "somebody who would move to it",
        makeDirectory([gone("A"), makeUser("N")]),
        [wants(2, "N"), back(3)],
      ],
      [
        "somebody deleted who would move to it",
        makeDirectory([gone("A"), { ...gone("N", "n@x.test"), locks: [] }]),
        [wants(2, "N"), back(3)],
      ],
      [
        "another it is locked for, of a later row",
        makeDirectory([gone("A"), gone("N")]),
        [back(2), back(3, "N")],
      ],
    ])("goes before %s", (_, directory, rows) => {
      const plan = sync(directory, rows);
      expect(plan.entries.map(tell)).toEqual([refused("N"), ...kept]);
      expect(plan.entries[0]).toMatchObject({ holder: "A" });
    });

    it("is for the first in the file that it is locked for, even where another's row brings it", () => {
      const directory = makeDirectory([gone("A"), gone("B")]);
      expect(told(directory, [wants(2, "B"), back(3)])).toEqual([
        refused("A"),
        "user_reactivated B",
      ]);
    });

    it("comes from who leaves it in the same run", () => {
      const leaver = makeUser("H", { email: "a@x.test", state: "created" });
      const directory = makeDirectory([gone("A"), leaver]);
      expect(told(directory, [back(2), wants(3, "N")])).toEqual([refused("A"), refused("N")]);
      const others = [memberRow(3, "C"), memberRow(4, "D")];
      const house = makeDirectory([gone("A"), leaver, makeUser("C"), makeUser("D")]);
      expect(told(house, [back(2), ...others])).toEqual([
        ...kept,
        "user_deleted H email a@x.test>-",
      ]);
      const moving = [back(2), memberRow(3, "H", { email: "h@x.test" })];
      expect(told(makeDirectory([gone("A"), leaver]), moving)).toEqual([
        kept[0],
        "user_updated H email a@x.test>h@x.test",
        kept[1],
      ]);
    });

    it("is nobody's where who has it waits for the address of who was refused it", () => {
      const users = [gone("A"), makeUser("H", { email: "a@x.test" }), makeUser("B")];
      const rows = [back(2), memberRow(3, "H", { email: "b@x.test" }), wants(4, "B")];
      const plan = sync(makeDirectory(users), rows);
      expect(plan.entries.map(tell)).toEqual(["A", "B", "H"].map(refused));
      expect(plan.entries.map(({ holder }) => holder)).toEqual(["H", "A", "B"]);
    });

    it("stays refused to others where no seat is left for who comes back", () => {
      const directory = makeDirectory([gone("A"), makeUser("B")]);
      directory.settings.seatLimit = 1;
      expect(told(directory, [back(2), wants(3, "B")])).toEqual([
        refused("B"),
        "workspace_limit_reached/seat_limit A",
      ]);
    });
  });

  it("of an administrator is told as such", () => {
    const admin = makeUser("A", { role: "admin", locks: ["email"] });
    expect(told(makeDirectory([admin]), [row({}, { email: "new@x.test" })])).toEqual([
      "admin_protected/email_kept A",
    ]);
  });
});
