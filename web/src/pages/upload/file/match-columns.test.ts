import { expect, test } from "vitest";
import type { InputSection } from "#contract/input-columns.ts";
import type { Property } from "../../../api/properties.ts";
import { findMissing, guessSection, knownColumns, matchColumns } from "./match-columns.ts";

const property = (key: string, label: string, isDefault = false): Property => ({
  ...{ key, label, isDefault, type: "text", sensitive: false },
});
const properties = [
  property("department", "Department", true),
  property("costCenter", "Profit centre", true),
  property("shoeSize", "Pointure"),
];
const match = (header: string, section: InputSection = "members") =>
  matchColumns(header.split(","), knownColumns(section, properties)).map(({ field }) => field);

test("columns are known by present and legacy names, keys, labels and usual labels of both languages", () => {
  expect(match("External_Member-ID,id,E-mail,EMAIL, language ,Department,SERVICE")).toEqual([
    ...["externalMemberId", "externalMemberId", "email", "email", "languagePreferences"],
    ...["department", "department"],
  ]);
  expect(match("profit centre,Cost center,Centre de coûts,pointure,Shoe size,Hobby,")).toEqual([
    ...["costCenter", "costCenter", "costCenter", "shoeSize", "shoeSize", null, null],
  ]);
  expect(match("groupId,userId,department", "teamMappings")).toEqual([
    ...["externalTeamId", "externalMemberId", null],
  ]);
});

test("what a section cannot do without is missed, one of a group being enough", () => {
  const missing = (header: string, section: InputSection) =>
    findMissing(section, matchColumns(header.split(","), knownColumns(section, properties)));
  expect(missing("id,firstName", "members")).toEqual([["email"]]);
  expect(missing("externalTeamId,subGroupId", "teamMappings")).toEqual([]);
  expect(missing("externalTeamId", "teamMappings")).toEqual([
    ["externalMemberId", "externalSubteamId"],
  ]);
});

test.each<[string, string, InputSection | null]>([
  ["export.csv", "externalMemberId,email,firstName", "members"],
  ["export.csv", "externalTeamId,teamName", "teams"],
  ["export.csv", "externalTeamId,externalMemberId,isManager", "teamMappings"],
  // The columns tell more than the name.
  ["teams.csv", "externalMemberId,email", "members"],
  ["users.csv", "id,email,name", "members"],
  ["groups.csv", "id,name", "teams"],
  // Broken, and still told by its name.
  ["teams-mappings.csv", "team,person", "teamMappings"],
  ["membres.csv", "matricule", "members"],
  ["export.csv", "a,b", null],
])("%s with %s holds %s", (name, header, section) => {
  expect(guessSection(name, () => header.split(","), properties)).toBe(section);
});
