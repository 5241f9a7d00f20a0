import { describe, expect, it } from "vitest";
import { foldName } from "./fold-name.ts";
import { createMemberForm } from "./member-form.ts";
import type { Flaw, MemberRow, TeamMappingRow, TeamRow } from "./rows.ts";
import type { SectionForm } from "./section-form.ts";
import { createTeamForm } from "./team-form.ts";
import { createTeamMappingForm } from "./team-mapping-form.ts";

type Cells = Record<string, string | string[] | object>;

function readRow<Draft, Row>(form: SectionForm<Draft, Row>, cells: Cells): Row {
  const draft = form.begin(7);
  for (const [name, value] of Object.entries(cells)) {
    const reader = form.columns.get(foldName(name))?.open(name);
    if (reader === undefined) throw new Error(`no column ${name}`);
    if (typeof value === "string") reader.readText(draft, value);
    else if (Array.isArray(value) && reader.readList) reader.readList(draft, value);
    else reader.refuseType(draft, "{…}");
  }
  return form.finish(draft);
}

const members = createMemberForm([
  { key: "department", labels: ["Department"], type: "text" },
  { key: "hireDate", labels: ["Hire date"], type: "date" },
  { key: "__proto__", labels: ["Prototype"], type: "text" },
]);
const readMember = (cells: Cells): MemberRow =>
  readRow(members, { externalMemberId: "E1", email: "ada@example.com", ...cells });
const readTeam = (cells: Cells): TeamRow => readRow(createTeamForm(), cells);
const readMapping = (cells: Cells): TeamMappingRow => readRow(createTeamMappingForm(), cells);
const brief = ({ type, reason, column, skips }: Flaw) =>
  `${type}/${reason}@${column}${skips ? " skips" : ""}`;

describe("a member row", () => {
  it("is normalised, with only the columns that were given", () => {
    const row = readMember({
      externalMemberId: " E1 ",
      email: " ADA@Example.com ",
      firstName: "Zoe\u0308",
      lastName: "",
      department: "R&D ",
      "Hire date": "2024-02-29",
    });
    expect(row).toEqual({
      line: 7,
      externalId: "E1",
      email: "ada@example.com",
      profile: { firstName: "Zo\u00eb", lastName: null, department: "R&D", hireDate: "2024-02-29" },
      manager: undefined,
      flaws: [],
    });
  });

  it.each<[string, Cells, string]>([
    ["blank id", { externalMemberId: " " }, "missing_external_id@externalMemberId"],
    ["control in id", { externalMemberId: "E\u0000" }, "invalid_external_id@externalMemberId"],
    ["tab in id", { externalMemberId: "E\t1" }, "invalid_external_id@externalMemberId"],
    [
      "bidi override in id",
      { externalMemberId: "E\u202e1" },
      "invalid_external_id@externalMemberId",
    ],
    ["object as id", { externalMemberId: {} }, "invalid_external_id@externalMemberId"],
    ["id too long", { externalMemberId: "x".repeat(256) }, "value_too_long@externalMemberId"],
    ["blank e-mail", { email: "" }, "missing_email@email"],
    ["e-mail without domain", { email: "ada" }, "invalid_email@email"],
    ["control in e-mail", { email: "a\u0000da@example.com" }, "invalid_email@email"],
    ["unpaired surrogate in e-mail", { email: "a\ud800@example.com" }, "invalid_email@email"],
    ["list as e-mail", { email: ["ada@example.com"] }, "invalid_email@email"],
    ["e-mail too long", { email: `${"x".repeat(320)}@example.com` }, "value_too_long@email"],
    ["first name too long", { firstName: "x".repeat(201) }, "value_too_long@firstName"],
    ["last name too long", { lastName: "x".repeat(201) }, "value_too_long@lastName"],
    ["preferred name too long", { preferredName: "x".repeat(201) }, "value_too_long@preferredName"],
  ])("is skipped: %s", (_rule, cells, expected) => {
    expect(readMember(cells).flaws.map(brief)).toEqual([`user_skipped/${expected} skips`]);
  });

  it.each<[string, Cells, string]>([
    ["job title too long", { jobTitle: "x".repeat(256) }, "value_too_long@jobTitle"],
    ["text too long", { department: "x".repeat(20_001) }, "value_too_long@department"],
    ["no real date", { hireDate: "2023-02-29" }, "invalid_format@hireDate"],
    ["date of another form", { hireDate: "29/02/2024" }, "invalid_format@hireDate"],
    ["two languages", { languagePreferences: "fr,en" }, "invalid_format@languagePreferences"],
    ["object in a text", { department: {} }, "wrong_type@department"],
    ["list in a text", { jobTitle: ["a"] }, "wrong_type@jobTitle"],
    ["object as name", { firstName: {} }, "wrong_type@firstName"],
    ["object as products", { productAssignations: {} }, "wrong_type@productAssignations"],
  ])("loses one value and keeps the rest: %s", (_rule, cells, expected) => {
    const row = readMember({ ...cells, lastName: "Lovelace" });
    expect(row.flaws.map(brief)).toEqual([`invalid_value/${expected}`]);
    expect(row.profile).toEqual({ lastName: "Lovelace" });
  });

  it.each<[string, Cells, Record<string, unknown>]>([
    ["name", { firstName: "A\u0000da" }, { firstName: "Ada" }],
    ["property", { department: "\u202eR&D" }, { department: "R&D" }],
    ["date", { hireDate: "2024-01-01\u0000" }, { hireDate: "2024-01-01" }],
    ["product", { productAssignations: "On\u0000e;Two" }, { productAssignations: ["One", "Two"] }],
  ])("keeps a value without its control characters: %s", (_rule, cells, profile) => {
    const row = readMember(cells);
    expect(row.profile).toEqual(profile);
    expect(row.flaws).toHaveLength(1);
    expect(row.flaws[0]).toMatchObject({
      type: "invalid_value",
      reason: "control_characters",
      skips: false,
    });
    expect(row.flaws[0]?.value).not.toContain("\u0000");
  });

  it("takes values at their limits, counted in characters", () => {
    const row = readMember({
      externalMemberId: "\u{1f600}".repeat(255),
      email: `${"x".repeat(308)}@example.com`,
      firstName: "\u{1f600}".repeat(200),
      jobTitle: "x".repeat(255),
      department: "x".repeat(20_000),
    });
    expect(row.flaws).toEqual([]);
  });

  it("reports the first reason alone, in the order of the rules", () => {
    const row = readMember({
      department: "a\u0000b",
      firstName: "x".repeat(201),
      email: "nobody",
      externalMemberId: "",
    });
    expect(row.flaws.map((flaw) => flaw.reason)).toEqual(["missing_external_id"]);
    expect(
      readMember({ externalMemberId: "x".repeat(256), email: "nobody" }).flaws.map((f) => f.reason),
    ).toEqual(["invalid_email"]);
  });

  it("names the column as the sender wrote it", () => {
    const row = readRow(members, { ID: "", email: "ada@example.com" });
    expect(row.flaws.map(brief)).toEqual(["user_skipped/missing_external_id@ID skips"]);
  });

  it("is missing what no key has brought", () => {
    expect(readRow(members, { email: "ada@example.com" }).flaws.map(brief)).toEqual([
      "user_skipped/missing_external_id@externalMemberId skips",
    ]);
    expect(readRow(members, { externalMemberId: "E1" }).flaws.map(brief)).toEqual([
      "user_skipped/missing_email@email skips",
    ]);
  });

  it("keeps a flawed e-mail and a cut over-long id, so that they still prove presence or nothing", () => {
    expect(readMember({ email: "Nobody" }).email).toBe("nobody");
    expect(readMember({ externalMemberId: "x".repeat(9_000) }).externalId).toBe("x".repeat(256));
    expect(readMember({ externalMemberId: "E\u0000" }).externalId).toBeNull();
  });

  it.each<[string, Cells, MemberRow["manager"]]>([
    ["no column: left alone", {}, undefined],
    ["by external id", { directManagerExternalId: " E2" }, { externalId: "E2", email: null }],
    ["by e-mail", { directManagerEmail: "BOB@x.io" }, { externalId: null, email: "bob@x.io" }],
    ["blank: removed", { directManagerEmail: "" }, { externalId: null, email: null }],
    [
      "both columns",
      { directManagerExternalId: "E2", directManagerEmail: "b@x.io" },
      { externalId: "E2", email: "b@x.io" },
    ],
    ["unusable id: left alone", { directManagerExternalId: "E\u0000" }, undefined],
    ["unusable e-mail: left alone", { directManagerEmail: "b\u0000@x.io" }, undefined],
    ["object: left alone", { directManagerExternalId: {} }, undefined],
    [
      "a usable id wins over an unusable e-mail",
      { directManagerEmail: "b\u0000@x.io", directManagerExternalId: "E2" },
      { externalId: "E2", email: null },
    ],
  ])("has a manager: %s", (_rule, cells, manager) => {
    expect(readMember(cells).manager).toEqual(manager);
  });

  it.each<[string | string[], string[] | null]>([
    ["One", ["One"]],
    ["One;Two", ["One", "Two"]],
    [" One ; ; one;Two ", ["One", "Two"]],
    [";;", null],
    ["", null],
    [
      ["One", "Two", ""],
      ["One", "Two"],
    ],
    [[], null],
  ])("has products: %j", (cell, products) => {
    expect(readMember({ productAssignations: cell }).profile).toEqual({
      productAssignations: products,
    });
  });

  it("has no property that would write to a prototype", () => {
    expect(members.columns.has("prototype")).toBe(false);
    expect(members.columns.has(foldName("__proto__"))).toBe(false);
  });
});

describe("a team row", () => {
  it("is normalised", () => {
    expect(readTeam({ id: " T1", name: "Zoe\u0308 " })).toEqual({
      line: 7,
      externalId: "T1",
      name: "Zo\u00eb",
      flaws: [],
    });
  });

  it.each<[string, Cells, string]>([
    ["blank id", { externalTeamId: "", teamName: "A" }, "missing_external_id@externalTeamId"],
    ["no id key", { teamName: "A" }, "missing_external_id@externalTeamId"],
    [
      "control in id",
      { externalTeamId: "T\u0000", teamName: "A" },
      "invalid_external_id@externalTeamId",
    ],
    [
      "id too long",
      { externalTeamId: "x".repeat(256), teamName: "A" },
      "value_too_long@externalTeamId",
    ],
    ["blank name", { externalTeamId: "T1", teamName: " " }, "missing_name@teamName"],
    [
      "name of controls alone",
      { externalTeamId: "T1", teamName: "\u0000" },
      "missing_name@teamName",
    ],
    ["no name key", { externalTeamId: "T1" }, "missing_name@teamName"],
    ["object as name", { externalTeamId: "T1", name: {} }, "missing_name@name"],
    [
      "name too long",
      { externalTeamId: "T1", teamName: "x".repeat(201) },
      "value_too_long@teamName",
    ],
    [
      "blank id and name",
      { externalTeamId: "", teamName: "" },
      "missing_external_id@externalTeamId",
    ],
  ])("is skipped: %s", (_rule, cells, expected) => {
    expect(readTeam(cells).flaws.map(brief)).toEqual([`team_skipped/${expected} skips`]);
  });

  it("keeps a name without its control characters", () => {
    const row = readTeam({ externalTeamId: "T1", teamName: "A\u0000B" });
    expect(row.name).toBe("AB");
    expect(row.flaws.map(brief)).toEqual(["invalid_value/control_characters@teamName"]);
  });
});

describe("a team mapping row", () => {
  const place = { externalTeamId: "T1", externalMemberId: "E1" };

  it.each<[string, Cells, boolean, boolean]>([
    ["no flags: member", {}, true, false],
    ["both blank: member", { isMember: "", isManager: " " }, true, false],
    ["member", { isMember: "YES" }, true, false],
    ["manager only", { isManager: "1" }, false, true],
    ["manager, member blank", { isMember: "", isManager: "true" }, false, true],
    ["both", { isMember: "true", isManager: "true" }, true, true],
    ["neither", { isMember: "0", isManager: "no" }, false, false],
    ["not a manager, member blank", { isMember: "", isManager: "false" }, false, false],
  ])("has flags: %s", (_rule, cells, isMember, isManager) => {
    expect(readMapping({ ...place, ...cells })).toEqual({
      line: 7,
      teamExternalId: "T1",
      memberExternalId: "E1",
      subteamExternalId: null,
      isMember,
      isManager,
      flaws: [],
    });
  });

  it("names a subteam, whatever its flags say", () => {
    const row = readMapping({ groupId: "T1", subGroupId: "T2", userId: "", isMember: "maybe" });
    expect(row).toMatchObject({
      subteamExternalId: "T2",
      isMember: false,
      isManager: false,
      flaws: [],
    });
  });

  it.each<[string, Cells, string]>([
    [
      "blank team",
      { ...place, externalTeamId: "" },
      "team_mapping_skipped/unknown_team@externalTeamId",
    ],
    ["no team key", { externalMemberId: "E1" }, "team_mapping_skipped/unknown_team@externalTeamId"],
    [
      "control in team",
      { ...place, externalTeamId: "T\u0000" },
      "team_mapping_skipped/unknown_team@externalTeamId",
    ],
    [
      "control in member",
      { ...place, externalMemberId: "E\u0000" },
      "team_mapping_skipped/unknown_member@externalMemberId",
    ],
    [
      "object as member",
      { ...place, externalMemberId: {} },
      "team_mapping_skipped/unknown_member@externalMemberId",
    ],
    [
      "control in subteam",
      { externalTeamId: "T1", externalSubteamId: "T\u0000" },
      "team_mapping_skipped/unknown_team@externalSubteamId",
    ],
    [
      "member and subteam",
      { ...place, externalSubteamId: "T2" },
      "team_mapping_skipped/both_targets@externalSubteamId",
    ],
    ["no target", { externalTeamId: "T1" }, "team_mapping_skipped/no_target@externalMemberId"],
    [
      "blank targets",
      { ...place, externalMemberId: "", externalSubteamId: "" },
      "team_mapping_skipped/no_target@externalMemberId",
    ],
    [
      "no team and no target",
      { externalMemberId: "" },
      "team_mapping_skipped/unknown_team@externalTeamId",
    ],
    ["unreadable flag", { ...place, isManager: "maybe" }, "invalid_value/invalid_format@isManager"],
    ["object as flag", { ...place, isMember: {} }, "invalid_value/wrong_type@isMember"],
  ])("is skipped: %s", (_rule, cells, expected) => {
    expect(readMapping(cells).flaws.map(brief)).toEqual([`${expected} skips`]);
  });

  it("keeps both ids of a row with two targets, since both are named", () => {
    expect(readMapping({ ...place, externalSubteamId: "T2" })).toMatchObject({
      memberExternalId: "E1",
      subteamExternalId: "T2",
    });
  });
});
