/** The reference model against the rules for faulty rows, products and seats (sections 6, 8 and 11). */

import { describe, expect, it } from "vitest";
import type { Flaw, MemberRow } from "../../src/core/input/rows.ts";
import { makeDirectory, makeUser, memberRow, tell } from "./build.ts";
import type { ModelDirectory } from "./directory.ts";
import { planSync } from "./reference-model.ts";

const sync = (directory: ModelDirectory, members: MemberRow[]) =>
  planSync(directory, { members }, { mode: "full" });
const told = (directory: ModelDirectory, members: MemberRow[]) =>
  sync(directory, members).entries.map(tell);
const flaw = (reason: Flaw["reason"], skips = true): Flaw => ({
  type: skips ? "user_skipped" : "invalid_value",
  reason,
  column: "c",
  value: "v",
  skips,
});

describe("rows", () => {
  it.each([
    "missing_external_id",
    "invalid_external_id",
    "missing_email",
    "invalid_email",
    "value_too_long",
  ] as const)("is skipped for %s", (reason) => {
    expect(told(makeDirectory([]), [memberRow(2, "A", { flaws: [flaw(reason)] })])).toEqual([
      `user_skipped/${reason} A`,
    ]);
  });

  it("has one blocking issue, the earliest in the list, and no other flaw is told", () => {
    const flaws = [flaw("invalid_format", false), flaw("value_too_long")];
    const rows = [memberRow(2, "A"), memberRow(3, "A", { flaws }), memberRow(4, "A")];
    expect(told(makeDirectory([makeUser("A")]), rows)).toEqual([
      "user_skipped/value_too_long A",
      "user_skipped/duplicate_external_id A",
    ]);
  });

  it("applies without the value that was refused", () => {
    const directory = makeDirectory([makeUser("A", { profile: { hireDate: "2020-01-01" } })]);
    const row = memberRow(2, "A", {
      flaws: [flaw("invalid_format", false)],
      profile: { city: "X" },
    });
    expect(told(directory, [row])).toEqual([
      "invalid_value/invalid_format A",
      "user_updated A city ->X",
    ]);
  });

  it("with an external id or email seen before lose, even to a row that is skipped itself", () => {
    const rows = [
      memberRow(2, "A", { flaws: [flaw("invalid_email")] }),
      memberRow(3, "A", { email: "other@x.test" }),
      memberRow(4, "B", { email: "other@x.test" }),
      memberRow(5, "C", { email: "a@x.test" }),
      memberRow(6, "A"),
    ];
    const plan = sync(makeDirectory([]), rows);
    expect(plan.entries.map((entry) => [entry.line, entry.reason, entry.firstLine])).toEqual([
      [2, "invalid_email", undefined],
      [3, "duplicate_external_id", 2],
      [6, "duplicate_external_id", 2],
      [4, "duplicate_email", 3],
      [5, "duplicate_email", 2],
    ]);
  });
});

describe("rows without an id or an email", () => {
  it("are not duplicates of each other", () => {
    const blank = memberRow(2, "A", { externalId: null, flaws: [flaw("missing_external_id")] });
    const rows = [
      blank,
      { ...blank, line: 3, flaws: [] },
      memberRow(4, "B", { email: null, flaws: [flaw("missing_email")] }),
      memberRow(5, "C", { email: null, flaws: [flaw("missing_email")] }),
    ];
    const { entries } = sync(makeDirectory([]), rows);
    expect(entries.map((entry) => `${entry.line} ${entry.reason}`).sort()).toEqual([
      "2 missing_external_id",
      "3 duplicate_email",
      "4 missing_email",
      "5 missing_email",
    ]);
  });
});

describe("products", () => {
  const settings = { products: ["Pulse", "Surveys"], defaultProduct: "Pulse" };
  const products = (value: string[] | null) => ({ profile: { productAssignations: value } });
  const known = () =>
    makeDirectory([makeUser("A", { profile: { productAssignations: ["Surveys"] } })], [], settings);

  it("compare as sets, in the workspace's spelling", () => {
    expect(told(known(), [memberRow(2, "A", products(["surveys", "SURVEYS"]))])).toEqual([]);
    expect(told(known(), [memberRow(2, "A", products(["surveys", "pulse"]))])).toEqual([
      "user_updated A productAssignations Surveys>Pulse+Surveys",
    ]);
  });

  it("are the default at creation when missing, blank or all unknown", () => {
    for (const value of [undefined, null, ["Nope"]]) {
      const row = memberRow(2, "A", value === undefined ? {} : products(value));
      expect(told(makeDirectory([], [], settings), [row])).toContain(
        "user_created A email ->a@x.test, productAssignations ->Pulse",
      );
    }
  });

  it("later stay when the column is missing, and are the default when blank", () => {
    expect(told(known(), [memberRow(2, "A")])).toEqual([]);
    expect(told(known(), [memberRow(2, "A", products(null))])).toEqual([
      "user_updated A productAssignations Surveys>Pulse",
    ]);
  });

  it("that are unknown are one issue a row; the rest applies", () => {
    const plan = sync(known(), [memberRow(2, "A", products(["Nope", "Pulse", "Nix"]))]);
    expect(plan.entries.map(tell)).toEqual([
      "unknown_product A",
      "user_updated A productAssignations Surveys>Pulse",
    ]);
    expect(plan.entries[0]?.value).toBe("Nope; Nix");
    expect(told(known(), [memberRow(2, "A", products(["Nope"]))])).toEqual(["unknown_product A"]);
  });
});

describe("seats", () => {
  it("are freed by removals first, then taken in file order", () => {
    const gone = makeUser("R", { state: "deactivated", removedBy: "sync", stateBefore: "active" });
    const directory = makeDirectory([makeUser("A"), makeUser("B"), gone], [], { seatLimit: 3 });
    const rows = [memberRow(2, "A"), memberRow(3, "C"), memberRow(4, "R"), memberRow(5, "D")];
    expect(told(directory, rows)).toEqual([
      "workspace_limit_reached/seat_limit D",
      "user_created C email ->c@x.test, productAssignations ->Muster",
      "user_reactivated R",
      "user_deactivated B",
    ]);
  });

  it("are taken by the created, the invited and the active, not by the deactivated and the deleted", () => {
    const users = [
      makeUser("A", { state: "created" }),
      makeUser("B", { state: "invited" }),
      makeUser("C"),
      makeUser("D", { state: "deactivated", removedBy: "hand", stateBefore: "active" }),
      makeUser("E", { state: "deleted", removedBy: "hand", stateBefore: "active" }),
    ];
    const rows = ["A", "B", "C", "F", "G"].map((name, index) => memberRow(index + 2, name));
    expect(told(makeDirectory(users, [], { seatLimit: 4 }), rows)).toEqual([
      "workspace_limit_reached/seat_limit G",
      "user_created F email ->f@x.test, productAssignations ->Muster",
    ]);
  });

  it("are not taken by rows that were refused their email", () => {
    const directory = makeDirectory([makeUser("A"), makeUser("H")], [], { seatLimit: 3 });
    const rows = [memberRow(2, "A"), memberRow(3, "C", { email: "h@x.test" }), memberRow(4, "D")];
    expect(told(directory, rows)).toEqual([
      "user_skipped/email_taken C",
      "user_created D email ->d@x.test, productAssignations ->Muster",
    ]);
  });

  it("that are refused give up no address", () => {
    // R comes back under a new address and would leave r to N; without a seat for R nothing moves.
    const gone = makeUser("R", { state: "deactivated", removedBy: "sync", stateBefore: "active" });
    const directory = makeDirectory([makeUser("A"), gone], [], { seatLimit: 1 });
    const rows = [
      memberRow(2, "R", { email: "new@x.test" }),
      memberRow(3, "A", { email: "r@x.test" }),
    ];
    expect(told(directory, rows)).toEqual([
      "user_skipped/email_taken A",
      "workspace_limit_reached/seat_limit R",
    ]);
  });
});
