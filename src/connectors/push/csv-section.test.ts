import { describe, expect, it } from "vitest";
import { readCsv, refusalOf } from "../../../test/support/read-input.ts";

const HEADER = "externalMemberId,email,firstName";

describe("a CSV section", () => {
  it("becomes rows, with the line of each", async () => {
    const { members, summary } = await readCsv(
      `${HEADER}\r\nE1,ada@example.com,Ada\r\nE2,bob@example.com,\r\n`,
    );
    expect(members).toMatchObject([
      { line: 2, externalId: "E1", email: "ada@example.com", profile: { firstName: "Ada" } },
      { line: 3, externalId: "E2", email: "bob@example.com", profile: { firstName: null } },
    ]);
    expect(summary).toMatchObject({
      sections: { members: { file: "members.csv", rows: 2 } },
      unknownColumns: [],
    });
  });

  it.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("may be separated by %s", async (_name, separator) => {
    const text = `${HEADER}\nE1,ada@example.com,\n`.replaceAll(",", separator);
    expect((await readCsv(text)).members).toMatchObject([
      { externalId: "E1", profile: { firstName: null } },
    ]);
  });

  it("finds the separator by the names that it makes, not by counting", async () => {
    const header = 'email;externalMemberId;"Pay, net, yearly, in euro"';
    const { members } = await readCsv(`${header}\nada@example.com;E1;1,2,3\n`);
    expect(members).toMatchObject([{ externalId: "E1", email: "ada@example.com" }]);
    const unquoted = await readCsv("email;externalMemberId;Pay, net, a, b\na@x.io;E1;1\n");
    expect(unquoted.summary.unknownColumns[0]?.column).toBe("Pay, net, a, b");
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("may end its lines by %s, the last one included or not", async (_name, end) => {
    const lines = [HEADER, "E1,ada@example.com,Ada", "E2,bob@example.com,Bob"];
    for (const text of [lines.join(end), lines.join(end) + end]) {
      for (const sliceSize of [1, 7, 1000]) {
        const { members } = await readCsv(text, { sliceSize });
        expect(members.map(({ line, externalId }) => [line, externalId])).toEqual([
          [2, "E1"],
          [3, "E2"],
        ]);
        expect(members[1]?.profile.firstName).toBe("Bob");
      }
    }
  });

  it("keeps the line's end out of the value that an issue shows", async () => {
    const { members } = await readCsv("id,email\r\nE1,nobody\r\nE2,nobody");
    expect(members.map(({ flaws }) => flaws[0]?.value)).toEqual(["nobody", "nobody"]);
  });

  it("takes quoted separators, quotation marks and line breaks, and counts physical lines", async () => {
    const text = [
      HEADER,
      'E1,ada@example.com,"Ada ""the first"""',
      'E2,bob@example.com,"Bob,\r\nBobby\nor\rRobert"',
      "",
      "E3,eve@example.com,Eve",
    ].join("\r\n");
    for (const sliceSize of [1, 5, 1000]) {
      const { members } = await readCsv(text, { sliceSize });
      expect(members.map(({ line }) => line)).toEqual([2, 3, 8]);
      expect(members[0]?.profile.firstName).toBe('Ada "the first"');
      expect(members[1]?.profile.firstName).toBe("Bob,\r\nBobby\nor\rRobert");
    }
  });

  it("takes white space around quotation marks", async () => {
    const { members } = await readCsv(`${HEADER}\n"E1", "ada@example.com" , "Ada"\n`);
    expect(members).toMatchObject([{ externalId: "E1", profile: { firstName: "Ada" } }]);
  });

  it.each([
    ["without quotation marks", ""],
    ["with quotation marks", '"'],
  ])("leaves blank lines out and counts them, %s", async (_name, mark) => {
    const text = `\n \n${mark}email${mark},id\n\n\u00a0\na@x.io,E1\n \t \nb@x.io,E2\n\n\n`;
    const { members } = await readCsv(text);
    expect(members.map(({ line, externalId }) => [line, externalId])).toEqual([
      [6, "E1"],
      [8, "E2"],
    ]);
  });

  it("reads a line of separators alone as a row, whose values are missing", async () => {
    const { members } = await readCsv("id\temail\n\t\n");
    expect(members[0]?.flaws[0]?.reason).toBe("missing_external_id");
  });

  it("is present but empty with a header alone", async () => {
    for (const text of [HEADER, `${HEADER}\n`, `\ufeff${HEADER}\r\n\r\n`]) {
      const { batches, summary } = await readCsv(text);
      expect(batches).toEqual([]);
      expect(summary.sections).toEqual({ members: { file: "members.csv", rows: 0 } });
    }
  });

  it("takes products separated by ; in a comma file, and in a semicolon file within quotation marks", async () => {
    for (const text of [
      "id,email,productAssignations\nE1,a@x.io,One;Two\n",
      'id;email;productAssignations\nE1;a@x.io;"One;Two"\n',
    ]) {
      expect((await readCsv(text)).members[0]?.profile.productAssignations).toEqual(["One", "Two"]);
    }
  });

  it("drops unknown columns, noted once each with the header's line and the nearest name", async () => {
    const { members, summary } = await readCsv("\nid,email,Departement,Badge\nE1,a@x.io,R&D,7\n");
    expect(members[0]?.profile).toEqual({});
    expect(summary.unknownColumns).toEqual([
      { section: "members", column: "Departement", nearest: "department", line: 2 },
      { section: "members", column: "Badge", nearest: null, line: 2 },
    ]);
  });

  it("calls columns without a name by their position", async () => {
    const { summary } = await readCsv('id,email,," "\nE1,a@x.io,,\n');
    expect(summary.unknownColumns.map(({ column }) => column)).toEqual(["column 3", "column 4"]);
  });

  it("takes properties by key or label, and a property that bears an object's own name", async () => {
    const { members } = await readCsv(
      "id,email,DEPARTMENT,hire_date,constructor\nE1,a@x.io,a,2024-01-31,b\n",
    );
    expect(members[0]?.profile).toEqual({
      department: "a",
      hireDate: "2024-01-31",
      constructor: "b",
    });
  });

  it("comes in batches of some hundred rows, none but the last smaller", async () => {
    const rows = Array.from({ length: 5_500 }, (_, i) => `E${i},p${i}@example.com,P`);
    const { batches, members } = await readCsv([HEADER, ...rows].join("\n"), { sliceSize: 10_000 });
    expect(members).toHaveLength(5_500);
    const sizes = batches.map((batch) => batch.rows.length);
    expect(sizes.slice(0, -1).every((size) => size >= 500 && size < 1_500)).toBe(true);
  });
});

describe("a CSV file is refused as a whole", () => {
  it.each<[string, string, object, string]>([
    ["zero bytes", "", { code: "empty_file", status: 400 }, "externalMemberId,email"],
    ["a mark alone", "\ufeff", { code: "empty_file" }, "header line"],
    ["blank lines alone", " \n\r\n", { code: "empty_file" }, "header line"],
    [
      "a required column is missing",
      "id,firstName\nE1,Ada\n",
      {
        code: "missing_column",
        status: 422,
        errors: [{ file: "members.csv", line: 1, column: "email" }],
      },
      "email is missing",
    ],
    [
      "both required columns are missing",
      "\n\nfoo,bar\n",
      {
        code: "missing_column",
        errors: [
          { line: 3, column: "externalMemberId" },
          { line: 3, column: "email" },
        ],
      },
      "externalMemberId is missing",
    ],
    [
      "a column comes twice",
      "id,email,EMAIL\nE1,a@x.io,b@x.io\n",
      { code: "duplicate_header", status: 422, errors: [{ line: 1, column: "EMAIL" }] },
      '"email" and "EMAIL"',
    ],
    [
      "two names of one field",
      "id,email,externalMemberId\n",
      { code: "duplicate_header", errors: [{ column: "externalMemberId" }] },
      "two names of one field",
    ],
    [
      "two labels of one property",
      "id,email,Service,department\n",
      { code: "duplicate_header" },
      "two names of one field",
    ],
    [
      "an unknown column comes twice",
      "id,email,Badge,Badge\n",
      { code: "duplicate_header" },
      "twice",
    ],
    [
      "too many values",
      "id,email\nE1,a@x.io\nE2,b@x.io,extra\n",
      { code: "malformed_csv", status: 400, errors: [{ file: "members.csv", line: 3 }] },
      "line 3 has 3 values, and the header has 2 columns. Put values that contain a comma",
    ],
    [
      "too few values",
      "id;email;jobTitle\nE1;a@x.io\n",
      { code: "malformed_csv", errors: [{ line: 2 }] },
      "line 2 has 2 values, and the header has 3 columns. Write every semicolon",
    ],
    [
      "too many values among quotation marks",
      'id,email\nE1,"a@x.io"\n\nE2,b@x.io,"extra"\n',
      { code: "malformed_csv", errors: [{ line: 4 }] },
      "line 4 has 3 values",
    ],
    [
      "too few values in the first record with a quotation mark",
      'id,email\nE1,a@x.io\n"E2"\n',
      { code: "malformed_csv", errors: [{ line: 3 }] },
      "line 3 has 1 values",
    ],
    [
      "a quotation mark is never closed",
      'id,email,firstName\nE1,a@x.io,Ada\nE2,b@x.io,"Bob\nE3,c@x.io,Cy\n',
      { code: "malformed_csv", errors: [{ line: 3, column: "firstName" }] },
      "line 3 (firstName) is never closed",
    ],
    [
      "a quotation mark inside an unquoted value",
      'id,email,firstName\nE1,a@x.io,Ada "A"\n',
      { code: "malformed_csv", errors: [{ line: 2, column: "firstName" }] },
      "double the ones inside it",
    ],
    [
      "text behind a closing quotation mark",
      'id,email,firstName\nE1,"a@x.io"x,Ada\n',
      { code: "malformed_csv", errors: [{ line: 2, column: "email" }] },
      "double the ones inside it",
    ],
    [
      "a record of more than 1 MiB",
      `id,email\nE1,a@x.io\nE2,${"x".repeat(1024 * 1024)}\n`,
      { code: "row_too_large", status: 413, errors: [{ line: 3 }] },
      "line 3 is longer than 1 MiB",
    ],
    [
      "a quoted record of more than 1 MiB",
      `id,email\nE1,a@x.io\nE2,"${"x".repeat(1024 * 1024)}"\n`,
      { code: "row_too_large", errors: [{ line: 3 }] },
      "line 3 is longer than 1 MiB",
    ],
    [
      "a quotation mark that swallows the file",
      `id,email\nE1,"a@x.io\n${"E2,b@x.io\n".repeat(450_000)}`,
      { code: "row_too_large", errors: [{ line: 2 }] },
      "never closed",
    ],
    ["a header without end", "id,email,".repeat(200_000), { code: "row_too_large" }, "header"],
    [
      "more columns than any table has",
      `id,email,${Array.from({ length: 2_000 }, (_, i) => `c${i}`).join(",")}\n`,
      { code: "too_many_columns", status: 400, errors: [{ file: "members.csv", line: 1 }] },
      "2000 columns",
    ],
  ])("when %s", async (_rule, text, expected, words) => {
    const refusal = await refusalOf(readCsv(text));
    expect(refusal).toMatchObject(expected);
    expect(refusal.message).toContain(words);
  });

  it("also when the header has been read before the first quotation mark comes", async () => {
    const refusal = await refusalOf(readCsv('id,email\nE1,a@x.io\n"E2"\n', { sliceSize: 19 }));
    expect(refusal).toMatchObject({ code: "malformed_csv", errors: [{ line: 3 }] });
    const open = await refusalOf(readCsv('id,email\nE1,a@x.io\nE2,"b', { sliceSize: 18 }));
    expect(open).toMatchObject({ errors: [{ line: 3, column: "email" }] });
  });

  it.each([
    ["teams", "externalTeamId\nT1\n", ["teamName"]],
    ["teamsMappings", "externalTeamId,isMember\nT1,1\n", ["externalMemberId"]],
    ["teamsMappings", "userId,subGroupId\nE1,T1\n", ["externalTeamId"]],
  ])("when %s lacks a required column", async (part, text, columns) => {
    const refusal = await refusalOf(readCsv(text, { part }));
    expect(refusal.code).toBe("missing_column");
    expect(refusal.errors.map(({ column }) => column)).toEqual(columns);
  });
});
