import { describe, expect, it } from "vitest";
import { MAX_COLUMNS } from "../../contract/csv-delimiter.ts";
import { createColumnBook } from "./column-book.ts";
import { InputError } from "./input-error.ts";
import { createMemberForm } from "./member-form.ts";
import type { SectionForm } from "./section-form.ts";
import { createTeamForm } from "./team-form.ts";
import { createTeamMappingForm } from "./team-mapping-form.ts";

const members = createMemberForm([
  {
    key: "costCenter",
    labels: ["Cost center", "Centre de coûts", "Centre d’analyse"],
    type: "text",
  },
  { key: "shoeSize", labels: ["Email", "Cost center"], type: "text" },
]);
const fieldOf = <Draft>(form: SectionForm<Draft, unknown>, name: string) =>
  createColumnBook(form, "f.csv").open(name, 1)?.field;
const nearestOf = (name: string) => {
  const book = createColumnBook(members, "f.csv");
  expect(book.open(name, 1)).toBeNull();
  return book.listUnknown()[0]?.nearest;
};

describe("column names", () => {
  it.each([
    ["externalMemberId", "externalMemberId"],
    ["EXTERNALMEMBERID", "externalMemberId"],
    ["External Member ID", "externalMemberId"],
    ["id", "externalMemberId"],
    ["\ufeff email ", "email"],
    ["E-mail", "email"],
    ["first_name", "firstName"],
    ["language", "languagePreferences"],
    ["LanguagePreferences", "languagePreferences"],
    ["costcenter", "costCenter"],
    ["cost-center", "costCenter"],
    ["Centre de Coûts", "costCenter"],
    ["centre d'analyse", "costCenter"],
    ["shoe_size", "shoeSize"],
    ["name", undefined],
    ["userId", undefined],
  ])("members: %j is %s", (name, field) => {
    expect(fieldOf(members, name)).toBe(field);
  });

  it.each([
    ["externalTeamId", "externalTeamId"],
    ["ID", "externalTeamId"],
    ["teamName", "teamName"],
    ["Name", "teamName"],
    ["email", undefined],
  ])("teams: %j is %s", (name, field) => {
    expect(fieldOf(createTeamForm(), name)).toBe(field);
  });

  it.each([
    ["externalTeamId", "externalTeamId"],
    ["groupId", "externalTeamId"],
    ["externalMemberId", "externalMemberId"],
    ["userId", "externalMemberId"],
    ["externalSubteamId", "externalSubteamId"],
    ["subGroupId", "externalSubteamId"],
    ["ISMEMBER", "isMember"],
    ["is_manager", "isManager"],
    ["id", undefined],
  ])("team mappings: %j is %s", (name, field) => {
    expect(fieldOf(createTeamMappingForm(), name)).toBe(field);
  });

  it("a field wins over a property's label, and a key over another property's label", () => {
    expect(fieldOf(members, "email")).toBe("email");
    expect(fieldOf(members, "Cost center")).toBe("costCenter");
  });
});

describe("unknown columns", () => {
  it.each([
    ["emial", "email"],
    ["fistName", "firstName"],
    ["Cost centre", "costCenter"],
    ["Job title (fr)", null],
    ["Badge number", null],
    ["x", null],
    ["__proto__", null],
    ["constructor", null],
  ])("nearest of %s is %s", (name, nearest) => {
    expect(nearestOf(name)).toBe(nearest);
  });

  it("are noted once, with the first line, as they were written", () => {
    const book = createColumnBook(members, "f.csv");
    book.open("Badge\u0000 No", 3);
    book.open("badge no", 9);
    expect(book.listUnknown()).toEqual([
      { section: "members", column: "Badge No", nearest: null, line: 3 },
    ]);
  });

  it("are refused beyond a number that no table has", () => {
    const book = createColumnBook(members, "f.csv");
    for (let i = 0; i < MAX_COLUMNS; i++) book.open(`unheard of ${i}`, 1);
    expect(() => book.open("one more", 1)).toThrow(InputError);
  });
});

describe("missing columns", () => {
  it("are the required ones that never came", () => {
    const book = createColumnBook(createTeamMappingForm(), "f.csv");
    expect(book.listMissing()).toEqual([
      ["externalTeamId"],
      ["externalMemberId", "externalSubteamId"],
    ]);
    book.open("groupId", 1);
    book.open("subGroupId", 1);
    expect(book.listMissing()).toEqual([]);
  });
});
