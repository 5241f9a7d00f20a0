import { describe, expect, it } from "vitest";
import { readJson, refusalOf } from "../../../test/support/read-input.ts";

const ADA = { externalMemberId: "E1", email: "ada@example.com" };
const withAda = (cells: object) => ({ members: [{ ...ADA, ...cells }] });
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a JSON body", () => {
  it("becomes rows, with the position of each in its array", async () => {
    const { members, teams, teamMappings, summary } = await readJson({
      members: [ADA, { ...ADA, externalMemberId: "E2", productAssignations: ["One", "Two"] }],
      teams: [{ externalTeamId: "T1", teamName: "A" }],
      teamMappings: [{ externalTeamId: "T1", externalMemberId: "E1", isManager: true }],
    });
    expect(members).toMatchObject([
      { line: 1, externalId: "E1", profile: {}, flaws: [] },
      { line: 2, externalId: "E2", profile: { productAssignations: ["One", "Two"] } },
    ]);
    expect(teams).toEqual([{ line: 1, externalId: "T1", name: "A", flaws: [] }]);
    expect(teamMappings).toMatchObject([{ line: 1, isMember: false, isManager: true, flaws: [] }]);
    expect(summary.sections).toEqual({
      members: { file: "body.json", rows: 2 },
      teams: { file: "body.json", rows: 1 },
      teamMappings: { file: "body.json", rows: 1 },
    });
  });

  it("may use the legacy names", async () => {
    const { members, teams, teamMappings } = await readJson({
      users: [{ id: "E1", email: "a@x.io", language: "fr" }],
      groups: [{ id: "T1", name: "A" }],
      mappings: [
        { groupId: "T1", userId: "E1" },
        { groupId: "T1", subGroupId: "T2" },
      ],
    });
    expect(members).toMatchObject([{ externalId: "E1", profile: { languagePreferences: "fr" } }]);
    expect(teams).toMatchObject([{ externalId: "T1", name: "A" }]);
    expect(teamMappings).toMatchObject([
      { teamExternalId: "T1", memberExternalId: "E1", isMember: true },
      { teamExternalId: "T1", subteamExternalId: "T2", isMember: false },
    ]);
  });

  it.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${JSON.stringify({ members: [ADA] })}`)],
    ["UTF-16 LE", Buffer.from(`\ufeff${JSON.stringify({ members: [ADA] })}`, "utf16le")],
    ["UTF-16 BE", Buffer.from(`\ufeff${JSON.stringify({ members: [ADA] })}`, "utf16le").swap16()],
  ])("may be %s", async (_name, bytes) => {
    expect((await readJson(bytes)).members).toHaveLength(1);
  });

  it.each<[string, string, unknown]>([
    ["a number", "42", "42"],
    ["a number beyond the precision of JavaScript", "12345678901234567890", "12345678901234567890"],
    ["a number as it is written", "1.50e3", "1.50e3"],
    ["true", "true", "true"],
    ["false", "false", "false"],
    ["null", "null", null],
    ["an empty text", '""', null],
    ["escapes", '"\\u00e9\\n\\"\\ud83d\\ude00"', 'é\n"😀'],
  ])("turns %s into text", async (_name, value, expected) => {
    const { members } = await readJson(
      `{"members":[{"id":1,"email":"a@x.io","department":${value}}]}`,
    );
    expect(members).toMatchObject([{ externalId: "1", flaws: [] }]);
    expect(members[0]?.profile).toEqual({ department: expected });
  });

  it("leaves alone what a row has no key for", async () => {
    const { members } = await readJson({ members: [{ ...ADA, jobTitle: "x" }, ADA] });
    expect(members.map(({ profile }) => profile)).toEqual([{ jobTitle: "x" }, {}]);
    expect(members[1]?.manager).toBeUndefined();
  });

  it("skips a row that lacks a required key which other rows have", async () => {
    const { members } = await readJson({ members: [ADA, { email: "b@x.io" }] });
    expect(members[1]?.flaws[0]?.reason).toBe("missing_external_id");
  });

  it.each<[string, object, string]>([
    ["an object in a text", withAda({ department: { a: [1] } }), "invalid_value/wrong_type/{…}"],
    ["a list in a text", withAda({ jobTitle: ["a"] }), "invalid_value/wrong_type/[…]"],
    [
      "a list in a list",
      withAda({ productAssignations: ["One", ["Two"]] }),
      "invalid_value/wrong_type/[…]",
    ],
    [
      "an object in a list",
      withAda({ productAssignations: [{ n: "One" }, "Two"] }),
      "invalid_value/wrong_type/[…]",
    ],
    ["an object as e-mail", withAda({ email: {} }), "user_skipped/invalid_email/{…}"],
    [
      "a lone surrogate",
      withAda({ department: "a\ud800b" }),
      "invalid_value/control_characters/a\\ud800b",
    ],
  ])("keeps a row with %s", async (_name, body, expected) => {
    const { members } = await readJson(body);
    const shown = members[0]?.flaws.map(({ type, reason, value }) => `${type}/${reason}/${value}`);
    expect(shown).toEqual([expected]);
    expect(members[0]?.profile).not.toHaveProperty("productAssignations");
  });

  it("keeps an empty list as blank, and drops null from one", async () => {
    const { members } = await readJson({
      members: [
        { ...ADA, productAssignations: [] },
        { ...ADA, productAssignations: [null, 7, true] },
      ],
    });
    expect(members.map(({ profile }) => profile.productAssignations)).toEqual([
      null,
      ["7", "true"],
    ]);
  });

  it("notes an unknown key once, with the first row that has it, whatever its values are", async () => {
    const { summary } = await readJson({
      members: [ADA, { ...ADA, Badge: { deep: [[]] } }, { ...ADA, badge: [1], emial: null }],
      teams: [{ id: "T1", name: "A", Badge: 1 }],
    });
    expect(summary.unknownColumns).toEqual([
      { section: "members", column: "Badge", nearest: null, line: 2 },
      { section: "members", column: "emial", nearest: "email", line: 3 },
      { section: "teams", column: "Badge", nearest: null, line: 1 },
    ]);
  });

  it("treats names that objects inherit as ordinary names", async () => {
    const body = `{"members":[{"id":"E1","email":"a@x.io","__proto__":{"polluted":true},
      "toString":"x","constructor":"c","hasOwnProperty":1}]}`;
    const { members, summary } = await readJson(body);
    expect(members[0]?.profile).toEqual({ constructor: "c" });
    expect(summary.unknownColumns.map(({ column }) => column)).toEqual([
      "__proto__",
      "toString",
      "hasOwnProperty",
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("has a section that is present but empty", async () => {
    const { summary, batches } = await readJson({ teams: [] });
    expect(summary.sections).toEqual({ teams: { file: "body.json", rows: 0 } });
    expect(batches).toEqual([]);
  });

  it("comes in batches that never mix sections", async () => {
    const members = Array.from({ length: 3_500 }, (_, i) => ({ id: i, email: `p${i}@x.io` }));
    const read = await readJson(
      { members, teams: [{ id: "T1", name: "A" }] },
      { sliceSize: 10_000 },
    );
    expect(read.members).toHaveLength(3_500);
    expect(read.batches.map(({ section }) => section)).toEqual([
      ...Array.from({ length: 6 }, () => "members"),
      "teams",
    ]);
  });
});

describe("a JSON body is refused as a whole", () => {
  it.each<[string, string, object, string]>([
    ["zero bytes", "", { code: "empty_file", status: 400 }, '{"members": []}'],
    [
      "a list",
      "[]",
      { code: "malformed_json", status: 400, errors: [{ pointer: "" }] },
      "no object",
    ],
    ["a text", '"members"', { code: "malformed_json" }, "no object"],
    ["no section", "{}", { code: "no_section", status: 400 }, "at least one"],
    [
      "cut off",
      '{"members":[\n{"id":"E1"',
      {
        code: "malformed_json",
        errors: [{ file: "body.json", line: 2, column: 11, pointer: "/members/0/id" }],
      },
      "ends before",
    ],
    ["cut off in a text", '{"members":[{"id":"E', { code: "malformed_json" }, "ends before"],
    ["cut off in a word", '{"members":[{"id":nul', { code: "malformed_json" }, "ends before"],
    [
      "a stray character",
      '{"members":[{"id":"E1",\n "email":x}]}',
      { code: "malformed_json", errors: [{ line: 2, column: 10, pointer: "/members/0/email" }] },
      '"x" may not stand there',
    ],
    [
      "a stray character behind longer ones",
      '{"members":[{"id":"É😀","email":x}]}',
      { code: "malformed_json", errors: [{ line: 1, column: 33 }] },
      "column 33",
    ],
    [
      "a comma too many",
      '{"members":[{"id":"E1",}]}',
      { code: "malformed_json", errors: [{ column: 24 }] },
      '"}"',
    ],
    [
      "a comma too few",
      '{"members":[{"id":"E1"} {"id":"E2"}]}',
      { code: "malformed_json", errors: [{ column: 25 }] },
      '"{"',
    ],
    [
      "a comma behind the last row",
      '{"members":[{"id":1,"email":2},]}',
      { code: "malformed_json", errors: [{ column: 32 }] },
      '"]"',
    ],
    [
      "a text without end",
      `{"members":[{"a":"${"x".repeat(3 * 1024 * 1024)}`,
      { code: "row_too_large", errors: [{ pointer: "/members/0/a" }] },
      "1 MiB",
    ],
    ["a colon too few", '{"members" []}', { code: "malformed_json" }, '"["'],
    ["the wrong bracket", '{"members":[}]', { code: "malformed_json" }, '"}"'],
    [
      "a control character in a text",
      '{"members":[{"id":"E\u0001"}]}',
      { code: "malformed_json" },
      "\\u0001",
    ],
    [
      "text behind the end",
      '{"members":[]} x',
      { code: "malformed_json", errors: [{ column: 16 }] },
      '"x"',
    ],
    ["a second body", '{"members":[]}{"teams":[]}', { code: "malformed_json" }, '"{"'],
    ["NaN", '{"members":[{"id":NaN}]}', { code: "malformed_json" }, '"N"'],
    ["a number with a leading zero", '{"members":[{"id":01}]}', { code: "malformed_json" }, '"1"'],
    [
      "settings",
      '{"settings":{}}',
      { code: "settings_refused", status: 400, errors: [{ pointer: "/settings" }] },
      "PATCH",
    ],
    [
      "an unknown section",
      '{"members":[],"people":[]}',
      {
        code: "unknown_section",
        status: 400,
        errors: [{ line: 1, column: 15, pointer: "/people" }],
      },
      '"people"',
    ],
    [
      "a section twice",
      '{"members":[],"members":[]}',
      { code: "duplicate_section", status: 400 },
      "twice",
    ],
    [
      "two names of one section",
      '{"members":[],"users":[]}',
      { code: "duplicate_section", errors: [{ pointer: "/users" }] },
      "two names",
    ],
    [
      "a section that is an object",
      '{"members":{}}',
      { code: "section_not_array", status: 400, errors: [{ pointer: "/members" }] },
      "no array",
    ],
    ["a section that is null", '{"members":null}', { code: "section_not_array" }, "no array"],
    [
      "a row that is a text",
      '{"members":[{"id":1,"email":2},"E2"]}',
      { code: "row_not_object", status: 400, errors: [{ pointer: "/members/1" }] },
      "no object",
    ],
    [
      "a row that is a list",
      '{"teams":[[]]}',
      { code: "row_not_object", errors: [{ pointer: "/teams/0" }] },
      "no object",
    ],
    [
      "a key twice in a row",
      '{"members":[{"email":"a@x.io","email":"b@x.io"}]}',
      { code: "duplicate_key", status: 422, errors: [{ pointer: "/members/0/email" }] },
      "twice",
    ],
    [
      "two names of one field",
      '{"members":[{"id":"1"},{"id":"E1","externalMemberId":"E2"}]}',
      { code: "duplicate_key", errors: [{ pointer: "/members/1/externalMemberId" }] },
      "two names",
    ],
    [
      "a required key in no row",
      '{"members":[{"id":"E1"},{"id":"E2"}]}',
      { code: "missing_column", status: 422, errors: [{ column: "email", pointer: "/members" }] },
      "email",
    ],
    [
      "lists deeper than 32",
      `{"members":[{"a":${nested(40)}}]}`,
      { code: "too_deep", status: 400, errors: [{ pointer: "/members/0/a" }] },
      "32 deep",
    ],
    [
      "a text of more than 1 MiB",
      `{"members":[{"a":"${"x".repeat(1024 * 1024 + 1)}"}]}`,
      { code: "row_too_large", status: 413, errors: [{ pointer: "/members/0/a" }] },
      "1 MiB",
    ],
    [
      "a row of more than 4 MiB",
      `{"members":[{"a":[${"1,".repeat(2 ** 21)}1]}]}`,
      { code: "row_too_large", errors: [{ pointer: "/members/0/a" }] },
      "4 MiB",
    ],
    [
      "a pointer with its own signs",
      '{"members":[{"a/b~c":x}]}',
      { errors: [{ pointer: "/members/0/a~1b~0c" }] },
      '"x"',
    ],
  ])("when it is or has %s", async (_rule, text, expected, words) => {
    const refusal = await refusalOf(readJson(text));
    expect(refusal).toMatchObject(expected);
    expect(refusal.message).toContain(words);
  });

  it("takes nesting up to the limit", async () => {
    const { summary } = await readJson(`{"members":[{"id":1,"email":2,"a":${nested(29)}}]}`);
    expect(summary.sections.members?.rows).toBe(1);
  });

  it("refuses more keys than any table has columns", async () => {
    const members = Array.from({ length: 2_001 }, (_, i) => ({ [`c${i}`]: 1 }));
    const refusal = await refusalOf(readJson({ members }));
    expect(refusal).toMatchObject({ code: "too_many_columns", status: 400 });
  });

  it("finds the same place in any slices", async () => {
    const text = '{"members":[\r\n{"id":"Zoë"},\r\n{"id":"😀" x}]}';
    for (const sliceSize of [1, 3, 7, 1000]) {
      const refusal = await refusalOf(readJson(text, { sliceSize }));
      expect(refusal.errors).toMatchObject([{ line: 3, column: 12, pointer: "/members/1/id" }]);
    }
  });
});
