import { describe, expect, it } from "vitest";
import { checkDeclaredCounts } from "./declared-counts.ts";
import { InputError } from "./input-error.ts";
import { parseSectionName } from "./section-names.ts";

function refusalOf(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("parseSectionName", () => {
  it.each([
    ["members", "members"],
    ["users", "members"],
    ["Members", "members"],
    ["teams", "teams"],
    ["groups", "teams"],
    ["teamMappings", "teamMappings"],
    ["teamsMappings", "teamMappings"],
    ["teams-mappings", "teamMappings"],
    ["mappings", "teamMappings"],
    ["groupsMapping", "teamMappings"],
    ["groups-mapping", "teamMappings"],
  ])("%s means %s", (name, section) => {
    expect(parseSectionName(name)).toBe(section);
  });

  it("refuses settings, and points to where they are changed", () => {
    const refusal = refusalOf(() => parseSectionName("settings", { pointer: "/settings" }));
    expect(refusal).toMatchObject({ code: "settings_refused", status: 400 });
    expect(refusal.errors).toEqual([{ pointer: "/settings", message: refusal.message }]);
    expect(refusal.message).toContain("PATCH /api/v1/provisioning/settings");
  });

  it.each(["", "people", "__proto__", "constructor", "a\u0000b"])("refuses %j by name", (name) => {
    const refusal = refusalOf(() => parseSectionName(name));
    expect(refusal).toMatchObject({ code: "unknown_section", status: 400 });
    expect(refusal.message).not.toContain("\u0000");
  });
});

describe("checkDeclaredCounts", () => {
  const summary = {
    sections: { members: { file: "members.csv", rows: 3 } },
    unknownColumns: [],
    bytes: 9,
  };

  it("takes counts that are met, and none at all", () => {
    checkDeclaredCounts(summary, {});
    checkDeclaredCounts(summary, { members: 3 });
  });

  it("names every count that is not met", () => {
    const refusal = refusalOf(() => checkDeclaredCounts(summary, { members: 4, teams: 0 }));
    expect(refusal).toMatchObject({ code: "incomplete_input", status: 422 });
    expect(refusal.errors.map((error) => error.file)).toEqual(["members.csv", undefined]);
    expect(refusal.message).toContain("4 rows of members were declared and 3 were read");
  });
});
