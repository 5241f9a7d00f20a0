import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAUGHTY_STRINGS } from "../../../test/support/naughty-strings.ts";
import { type ReadInput, readCsv, readJson } from "../../../test/support/read-input.ts";
import { cleanEmail, cleanIdentifier, cleanText } from "../../core/input/cell-text.ts";
import { InputError } from "../../core/input/input-error.ts";
import type { MemberRow } from "../../core/input/rows.ts";

const cell = fc.oneof(
  fc.constantFrom(...NAUGHTY_STRINGS),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("a", " ", '"', ",", ";", "\t", "\n", "\r", "é", "😀", "\u0000"),
  }),
);
const table = fc.array(fc.record({ id: cell, email: cell, department: cell }), { maxLength: 8 });
const chunks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const sliceSize = fc.integer({ min: 1, max: 40 });
type Cells = { id: string; email: string; department: string };

/** What the readers must make of a row, by the pure rules alone. */
function expectRow(row: MemberRow, cells: Cells): void {
  expect(row.externalId).toBe(cleanIdentifier(cells.id).text);
  expect(row.email).toBe(cleanEmail(cells.email).text);
  expect(row.profile.department).toBe(cleanText(cells.department).text);
}

/** No control, bidi-override or unpaired-surrogate character may survive anywhere (PostgreSQL refuses NUL). */
function expectStorable(value: unknown): void {
  if (typeof value === "string") {
    expect(value).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u,
    );
  } else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      expectStorable(key);
      expectStorable(part);
    }
  }
}

/** Text as a file can carry it: an unpaired surrogate has no bytes. */
function encodable(text: string): string {
  return Buffer.from(text).toString();
}

describe("CSV", () => {
  it("of any writer reads back as it was, in any chunks", async () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t"),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      quoteAll: fc.boolean(),
      lastEnd: fc.boolean(),
      encoding: fc.constantFrom("utf8", "utf8-mark", "utf16le"),
      blankLines: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(table, dialect, chunks, sliceSize, async (rows, how, chunkSizes, slice) => {
        const write = (text: string) =>
          how.quoteAll || /[",;\t\r\n]/.test(text) || text.trim() !== text
            ? `"${text.replaceAll('"', '""')}"`
            : text;
        const wanted = rows.map((row) => ({
          id: encodable(row.id),
          email: encodable(row.email),
          department: encodable(row.department),
        }));
        const lines = [["id", "email", "department"], ...wanted.map((row) => Object.values(row))];
        const starts: number[] = [];
        let text = "";
        for (const line of lines) {
          if (how.blankLines) text += how.end;
          starts.push(text.split(/\r\n|\n|\r/).length);
          text += line.map(write).join(how.delimiter) + how.end;
        }
        if (!how.lastEnd) text = text.slice(0, -how.end.length);
        const bytes =
          how.encoding === "utf16le"
            ? Buffer.from(`\ufeff${text}`, "utf16le")
            : Buffer.from((how.encoding === "utf8" ? "" : "\ufeff") + text);
        const read = await readCsv(bytes, { chunks: chunkSizes, sliceSize: slice });
        expect(read.members.map(({ line }) => line)).toEqual(starts.slice(1));
        for (const [i, row] of read.members.entries()) expectRow(row, wanted[i]!);
        expectStorable(read);
      }),
      { numRuns: 500 },
    );
  });

  it("without quotation marks is read the same as with one at its end", async () => {
    const plain = fc.string({ unit: fc.constantFrom("a", " ", ",", "\n", "\r\n", "\t", "\u00a0") });
    const outcome = (text: string) =>
      readCsv(text).then(
        ({ members }) =>
          members.map(({ line, externalId, profile }) => [line, externalId, profile]),
        (error: InputError) => [error.code, error.errors[0]?.line],
      );
    await fc.assert(
      fc.asyncProperty(plain, async (body) => {
        const rest = `${body}\nE9,z@x.io,`;
        const marked = await outcome(`"id",email,department\n${rest}`);
        expect(await outcome(`id,email,department\n${rest}`)).toEqual(marked);
      }),
      { numRuns: 500 },
    );
  });

  it("of random bytes becomes rows or a refusal that names the file", async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          "id,email\n",
          "id;email\r\n",
          '"',
          ",",
          "\n",
          "\r",
          ";",
          "\t",
          '""',
          "\u0000",
        ),
        fc.constantFrom(...NAUGHTY_STRINGS),
      ),
      { maxLength: 12 },
    );
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .tuple(pieces, fc.uint8Array({ maxLength: 6 }))
        .map(([texts, tail]) => Buffer.concat([Buffer.from(texts.join("")), tail])),
      pieces.map((texts) => Buffer.from(`id,email,department\n${texts.join("")}`)),
      pieces.map((texts) => Buffer.from(`\ufeffid,email\n${texts.join("")}`, "utf16le")),
    );
    await fc.assert(
      fc.asyncProperty(input, chunks, sliceSize, async (bytes, chunkSizes, slice) => {
        await expectRowsOrRefusal(readCsv(bytes, { chunks: chunkSizes, sliceSize: slice }));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("JSON", () => {
  it("of any writer reads back as it was, in any chunks", async () => {
    const style = fc.record({
      indent: fc.constantFrom(0, 2),
      escapeAll: fc.boolean(),
      encoding: fc.constantFrom("utf8", "utf8-mark", "utf16le"),
    });
    await fc.assert(
      fc.asyncProperty(table, style, chunks, sliceSize, async (rows, how, chunkSizes, slice) => {
        let text = JSON.stringify({ members: rows }, null, how.indent);
        if (how.escapeAll) {
          text = text.replace(
            /[^\u0000-\u007f]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
          );
        }
        const bytes =
          how.encoding === "utf16le"
            ? Buffer.from(`\ufeff${text}`, "utf16le")
            : Buffer.from((how.encoding === "utf8" ? "" : "\ufeff") + text);
        const read = await readJson(bytes, { chunks: chunkSizes, sliceSize: slice });
        expect(read.members).toHaveLength(rows.length);
        for (const [i, row] of read.members.entries()) expectRow(row, rows[i]!);
        expectStorable(read);
      }),
      { numRuns: 500 },
    );
  });

  it("takes any value in any place as rows or refuses it", async () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const key = fc.oneof(fc.constantFrom(...NAUGHTY_STRINGS, "members", "teams", "id", "email"));
    const row = fc.oneof(
      fc.dictionary(
        fc.oneof(key, fc.constantFrom("name", "department", "productAssignations")),
        value,
      ),
      value,
    );
    const body = fc.oneof(
      fc.record({
        members: fc.array(row, { maxLength: 3 }),
        teams: fc.array(row, { maxLength: 3 }),
      }),
      fc.dictionary(key, value),
      value,
    );
    await fc.assert(
      fc.asyncProperty(body, sliceSize, async (input, slice) => {
        await expectRowsOrRefusal(readJson(JSON.stringify(input), { sliceSize: slice }));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is taken or refused as JSON.parse takes or refuses it", async () => {
    const scrap = fc.array(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"',
        '"id"',
        '"a"',
        '"x":1',
        "1",
        "-",
        "0",
        "1.5",
        "e3",
        "true",
        "nul",
        "null",
        " ",
        "\n",
        "\\u00",
        "\\ud800",
        '{"id":1,"email":2}',
        "\u0000",
        "é",
      ),
      { maxLength: 8 },
    );
    const wrap = fc.constantFrom(
      ["", ""],
      ['{"members":[', "]}"],
      ['{"members":[{"id":1,"email":2,"b":', "}]}"],
      ['{"members":[{"id":1,"email":2,"b":"', '"}]}'],
    );
    await fc.assert(
      fc.asyncProperty(scrap, wrap, sliceSize, async (scraps, [before, after], slice) => {
        const text = before + scraps.join("") + after;
        const refusal = await expectRowsOrRefusal(readJson(text, { sliceSize: slice }));
        const isJson = ((): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        if (!isJson) expect(refusal).toBeDefined();
        if (isJson && refusal?.code === "malformed_json") {
          expect(refusal.message).toContain("The body is no object");
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("of random bytes becomes rows or a refusal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), sliceSize, async (bytes, slice) => {
        await expectRowsOrRefusal(readJson(bytes, { sliceSize: slice }));
        const body = Buffer.concat([
          Buffer.from('{"members":[{"id":"'),
          bytes,
          Buffer.from('"}]}'),
        ]);
        await expectRowsOrRefusal(readJson(body, { sliceSize: slice }));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Nothing but an `InputError` may come of a bad input; it says where, in words that can be shown. */
async function expectRowsOrRefusal(reading: Promise<ReadInput>): Promise<InputError | undefined> {
  try {
    expectStorable(await reading);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.errors.length).toBeGreaterThan(0);
    for (const problem of error.errors) {
      expectStorable(problem);
      if (error.code !== "no_section") expect(problem.file).toBeDefined();
    }
    return error;
  }
}
