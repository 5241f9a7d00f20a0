/** The reference model against the rules for Direct Managers (sections 6 and 11). */

import { describe, expect, it } from "vitest";
import type { SyncMode } from "../../src/contract/catalogue.ts";
import type { MemberRow } from "../../src/core/input/rows.ts";
import { makeDirectory, makeUnlinked, makeUser, memberRow, tell } from "./build.ts";
import type { ModelDirectory } from "./directory.ts";
import { planSync } from "./reference-model.ts";

const told = (directory: ModelDirectory, members: MemberRow[], mode: SyncMode = "full") =>
  planSync(directory, { members }, { mode }).entries.map(tell);
const under = (externalId: string | null, email: string | null = null) => ({
  manager: { externalId, email },
});

describe("a Direct Manager", () => {
  it("may stand further down the file, and be new", () => {
    expect(told(makeDirectory([]), [memberRow(2, "A", under("B")), memberRow(3, "B")])).toContain(
      "direct_manager_assigned A directManager ->B",
    );
  });

  it("is found by email in the whole directory, as it is after the run", () => {
    const directory = makeDirectory([makeUser("A"), makeUser("B"), makeUnlinked("H")]);
    expect(
      told(directory, [memberRow(2, "A", under(null, "h@x.test")), memberRow(3, "B")]),
    ).toEqual(["direct_manager_assigned A directManager ->h@x.test"]);
    const moved = memberRow(3, "B", { email: "new@x.test" });
    expect(told(directory, [memberRow(2, "A", under(null, "new@x.test")), moved])).toContain(
      "direct_manager_assigned A directManager ->B",
    );
    expect(told(directory, [memberRow(2, "A", under(null, "b@x.test")), moved])).toContain(
      "manager_profile_missing/unknown_manager A",
    );
  });

  it("by external id is only sought among linked users; a non-blank external id wins", () => {
    const directory = makeDirectory([
      makeUser("A"),
      makeUser("B"),
      makeUser("H", { linked: false }),
    ]);
    const rows = [memberRow(2, "A", under("H", "b@x.test")), memberRow(3, "B")];
    expect(told(directory, rows)).toEqual(["manager_profile_missing/unknown_manager A"]);
  });

  it("is removed by blanks only, and left alone by missing columns", () => {
    const directory = makeDirectory([makeUser("A", { managerId: "B" }), makeUser("B")]);
    expect(told(directory, [memberRow(2, "A"), memberRow(3, "B")])).toEqual([]);
    expect(told(directory, [memberRow(2, "A", under(null))], "partial")).toEqual([
      "direct_manager_removed A directManager B>-",
    ]);
    expect(told(directory, [memberRow(2, "A", under("B"))], "partial")).toEqual([]);
  });

  it("that is skipped in the run and not in the directory names the cause", () => {
    const rows = [
      memberRow(2, "A", under("N")),
      memberRow(3, "N", { email: "h@x.test" }),
      memberRow(4, "B", under(null, "n2@x.test")),
      memberRow(5, "B", { email: "n2@x.test" }),
    ];
    const directory = makeDirectory([makeUser("A"), makeUser("B"), makeUser("H")]);
    const { entries } = planSync(directory, { members: rows }, { mode: "full" });
    const missing = entries.filter((entry) => entry.type === "manager_profile_missing");
    expect(missing.map((entry) => [entry.subject.key, entry.reason, entry.causedBy])).toEqual([
      ["A", "skipped_manager", { type: "user_skipped", reason: "email_taken", line: 3 }],
      ["B", "skipped_manager", { type: "user_skipped", reason: "duplicate_external_id", line: 5 }],
    ]);
  });

  it("whose own row is skipped but who exists is still good", () => {
    const directory = makeDirectory([makeUser("A"), makeUser("B")]);
    const rows = [memberRow(2, "A", under("B")), memberRow(3, "B"), memberRow(4, "B")];
    expect(told(directory, rows)).toContain("direct_manager_assigned A directManager ->B");
  });

  it("who leaves, or has left, is refused; the present line stays", () => {
    const users = [
      makeUser("A", { managerId: "B" }),
      makeUser("B"),
      makeUser("C", { managerId: "B" }),
      makeUser("D", { state: "deleted", removedBy: "sync" }),
      makeUser("E", { state: "deactivated", removedBy: "hand" }),
    ];
    const rows = [memberRow(2, "A", under("B")), memberRow(3, "C", under("D"))];
    const plan = planSync(makeDirectory(users), { members: rows }, { mode: "full" });
    expect(plan.entries.map(tell)).toEqual([
      "manager_profile_missing/leaves A",
      "manager_profile_missing/leaves C",
      "user_deactivated B",
    ]);
    expect(plan.directoryAfter.users.map((user) => user.managerId).slice(0, 3)).toEqual([
      "B",
      null,
      "B",
    ]);
    expect(told(makeDirectory(users), [memberRow(2, "A", under("E"))], "partial")).toEqual([
      "manager_profile_missing/leaves A",
    ]);
  });

  it("is never the user", () => {
    const directory = makeDirectory([makeUser("A", { managerId: "B" }), makeUser("B")]);
    expect(told(directory, [memberRow(2, "A", under(null, "a@x.test"))], "partial")).toEqual([
      "manager_is_self/self A",
    ]);
  });

  it("is not set by a skipped row", () => {
    const directory = makeDirectory([
      makeUser("A", { state: "deactivated", removedBy: "hand" }),
      makeUser("B"),
    ]);
    expect(told(directory, [memberRow(2, "A", under("B"))], "partial")).toEqual([
      "user_skipped/deactivated_manually A",
    ]);
  });

  it("that is deleted with the run takes the line with it", () => {
    const users = [
      makeUser("A", { managerId: "B" }),
      makeUser("B", { state: "invited" }),
      makeUser("C", { managerId: "B" }),
    ];
    const rows = [memberRow(2, "A", under(null)), memberRow(3, "C", under("A"))];
    expect(told(makeDirectory(users), rows)).toEqual([
      "user_deleted B email b@x.test>-",
      "direct_manager_assigned C directManager B>A",
    ]);
  });
});

describe("loops of reporting lines", () => {
  it("are an issue on each member, naming the ring in order; present managers stay", () => {
    const directory = makeDirectory([
      makeUser("A", { managerId: "D" }),
      makeUser("B"),
      makeUser("C"),
      makeUser("D"),
    ]);
    const rows = [
      memberRow(2, "C", under("A")),
      memberRow(3, "A", under("B")),
      memberRow(4, "B", under("C")),
      memberRow(5, "D"),
    ];
    const plan = planSync(directory, { members: rows }, { mode: "full" });
    expect(plan.entries.map(tell)).toEqual([
      "manager_cycle/loop A",
      "manager_cycle/loop B",
      "manager_cycle/loop C",
    ]);
    for (const entry of plan.entries) expect(entry.ring).toEqual(["A", "B", "C"]);
    expect(plan.directoryAfter).toEqual(directory);
  });

  it("are sought in the lines as they are after the run: turning a line round is no loop", () => {
    const directory = makeDirectory([makeUser("A", { managerId: "B" }), makeUser("B")]);
    expect(
      told(directory, [memberRow(2, "A", under(null)), memberRow(3, "B", under("A"))]),
    ).toEqual([
      "direct_manager_assigned B directManager ->A",
      "direct_manager_removed A directManager B>-",
    ]);
  });

  it("with a member that no row gives a manager name that member too, without a line", () => {
    const directory = makeDirectory([makeUser("A", { managerId: "B" }), makeUser("B")]);
    const plan = planSync(
      directory,
      { members: [memberRow(2, "B", under("A"))] },
      { mode: "partial" },
    );
    expect(plan.entries.map((entry) => [tell(entry), entry.line])).toEqual([
      ["manager_cycle/loop A", null],
      ["manager_cycle/loop B", 2],
    ]);
  });

  it("that a present manager put back would close are refused as well", () => {
    // A and B make a ring. With A back under C, C's new line to A would close another.
    const directory = makeDirectory([
      makeUser("A", { managerId: "C" }),
      makeUser("B"),
      makeUser("C"),
    ]);
    const rows = [
      memberRow(2, "A", under("B")),
      memberRow(3, "B", under("A")),
      memberRow(4, "C", under("A")),
    ];
    const plan = planSync(directory, { members: rows }, { mode: "full" });
    expect(plan.entries.map((entry) => [entry.subject.key, entry.ring])).toEqual([
      ["A", ["A", "B"]],
      ["B", ["A", "B"]],
      ["C", ["A", "C"]],
    ]);
    expect(plan.directoryAfter).toEqual(directory);
  });
});
