import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ISSUE_TYPES,
  OUTCOMES,
  REASONS,
  SUBJECT_TYPES,
  UPDATE_TYPES,
} from "../../contract/catalogue.ts";
import type { EntryChange, EntryValue, ReportEntry } from "../../contract/entry.ts";
import { OUTCOME_LABELS } from "../../contract/labels.ts";
import { LANGUAGES, type Language } from "../../contract/language.ts";
import { toCsvCell } from "./csv-cell.ts";
import { makeReportCsvWriter, REPORT_CSV_COLUMNS, REPORT_CSV_START } from "./csv-row.ts";

const UPDATE: ReportEntry = {
  seq: 7,
  kind: "update",
  type: "user_updated",
  label: "User updated",
  subject: {
    type: "user",
    id: "usr_3",
    name: "Roy, Amélie",
    email: "amelie@example.com",
    externalId: "E3",
  },
  changes: [
    { property: "jobTitle", before: null, after: 'Lead "A"' },
    { property: "productAssignations", before: ["Pulse"], after: ["Officevibe", "Pulse"] },
    { property: "shirtSize", before: "M", after: "L" },
  ],
  outcome: "applied",
  reason: null,
  message: null,
  suggestion: null,
  causedBy: null,
  source: { file: "members.csv", line: 12 },
  at: "2026-03-01T08:00:00.000Z",
};
const ISSUE: ReportEntry = {
  ...UPDATE,
  seq: 1,
  kind: "issue",
  type: "unknown_property",
  label: "Unknown property",
  subject: null,
  changes: [],
  outcome: null,
  reason: null,
  message: "The column Shoe is not a known property, so it was left out.",
  suggestion: "Rename or remove the column.",
  source: { file: "members.csv", line: 1 },
  at: null,
};

function write(entries: ReportEntry[], language: Language = "en"): string {
  const toLines = makeReportCsvWriter({
    sync: 42,
    language,
    product: "Officevibe",
    propertyLabels: new Map([["shirtSize", "Shirt size"]]),
  });
  return REPORT_CSV_START + entries.map(toLines).join("");
}

function read(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: "\r\n" }) as string[][];
}

describe("makeReportCsvWriter", () => {
  it("begins with the byte order mark and the English headers", () => {
    expect(write([], "fr")).toBe(
      "\ufeffSync,Kind,Data type,Type,Name,Email,External ID,Property,Old value,New value,Outcome,Reason,Suggested solution,File,Line,Date,Entry,Type code,Reason code\r\n",
    );
  });

  it("writes one line per changed property", () => {
    const start = '42,Update,Users,User updated,"Roy, Amélie",amelie@example.com,E3,';
    const end = ",Applied,,,members.csv,12,2026-03-01T08:00:00.000Z,7,user_updated,\r\n";
    expect(write([UPDATE])).toBe(
      `${REPORT_CSV_START}${start}Job title,,"Lead ""A"""${end}${start}Products,Pulse,Officevibe; Pulse${end}${start}Shirt size,M,L${end}`,
    );
  });

  it("writes one line for an entry without changes", () => {
    expect(write([ISSUE])).toBe(
      `${REPORT_CSV_START}42,Issue,,Unknown property,,,,,,,,"The column Shoe is not a known property, so it was left out.",Rename or remove the column.,members.csv,1,,1,unknown_property,\r\n`,
    );
  });

  it("writes labels in French", () => {
    const skipped: ReportEntry = {
      ...UPDATE,
      type: "direct_manager_removed",
      changes: [{ property: "directManager", before: "Zoé Okafor", after: null }],
      outcome: "skipped",
      reason: "changed_since_review",
      message: "L’annuaire a changé.",
      suggestion: "Relancez.",
      source: null,
    };
    expect(read(write([skipped], "fr"))[1]).toEqual([
      ...["42", "Mise à jour", "Utilisateurs", "Gestionnaire direct retiré"],
      ...["Roy, Amélie", "amelie@example.com", "E3"],
      ...["Gestionnaire direct", "Zoé Okafor", "", "Ignorée", "L’annuaire a changé.", "Relancez."],
      ...[
        "",
        "",
        "2026-03-01T08:00:00.000Z",
        "7",
        "direct_manager_removed",
        "changed_since_review",
      ],
    ]);
  });

  it("names the data type of the subject, even where the type is about the other", () => {
    const subject = {
      type: "team",
      id: null,
      name: "Sales",
      email: null,
      externalId: "T1",
    } as const;
    const issue = { ...ISSUE, type: "invalid_value", label: "Invalid value" } as const;
    const rows = read(write([{ ...issue, subject }, issue]));
    expect(rows.map((row) => row[2])).toEqual(["Data type", "Teams", "Users"]);
  });

  it("says that a sensitive property changed, and no more", () => {
    const change = { property: "shirtSize", before: "M", after: "L", sensitive: true } as const;
    expect(read(write([{ ...UPDATE, changes: [change] }]))[1]!.slice(7, 10)).toEqual([
      "Shirt size",
      "",
      "Changed",
    ]);
  });

  it("parses back to the same values, bar the guard, and no cell begins like a formula", () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 8 }),
        fc.constantFrom(...LANGUAGES),
        (entries, language) => {
          const [header, ...rows] = read(write(entries, language));
          expect(header).toEqual([...REPORT_CSV_COLUMNS]);
          expect(rows.map(pickValues)).toEqual(
            entries.flatMap((entry) => expectValues(entry, language)),
          );
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("toCsvCell", () => {
  it.each([
    ["", ""],
    ["plain text; with a semicolon", "plain text; with a semicolon"],
    ["a,b", '"a,b"'],
    ['5" disk', '"5"" disk"'],
    ["two\nlines", '"two\nlines"'],
    ["two\rlines", '"two\rlines"'],
    ["=1+1", "'=1+1"],
    ["+1 514 555-0100", "'+1 514 555-0100"],
    ["-5", "'-5"],
    ["@sum", "'@sum"],
    ["\tx", "'\tx"],
    ["\rx", `"'\rx"`],
    ["\n=x", `"'\n=x"`],
    ["＝1", "'＝1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ["a=1", "a=1"],
    ["'=1", "'=1"],
  ])("%j becomes %j", (text, cell) => {
    expect(toCsvCell(text)).toBe(cell);
  });
});

// Strings that are often short, hostile to CSV or to spreadsheets.
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "＝", "\t", "\r", "\n", '"', ",", ";", "'", "é", " "),
  }),
);
const anyValue: fc.Arbitrary<EntryValue> = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 3 }),
  fc.boolean(),
  fc.constant(null),
);
const anyChange: fc.Arbitrary<EntryChange> = fc.record({
  property: fc.oneof(anyText, fc.constantFrom("jobTitle", "shirtSize")),
  before: anyValue,
  after: anyValue,
});
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyEntry: fc.Arbitrary<ReportEntry> = fc.record({
  seq: fc.integer({ min: 1, max: 3_000_000 }),
  kind: fc.constantFrom("issue", "update"),
  type: fc.constantFrom(...ISSUE_TYPES, ...UPDATE_TYPES),
  label: anyText,
  subject: orNull(
    fc.record({
      type: fc.constantFrom(...SUBJECT_TYPES),
      id: orNull(anyText),
      name: anyText,
      email: orNull(anyText),
      externalId: orNull(anyText),
    }),
  ),
  changes: fc.array(anyChange, { maxLength: 3 }),
  outcome: orNull(fc.constantFrom(...OUTCOMES)),
  reason: orNull(fc.constantFrom(...REASONS)),
  message: orNull(anyText),
  suggestion: orNull(anyText),
  causedBy: fc.constant(null),
  source: orNull(fc.record({ file: anyText, line: orNull(fc.integer({ min: 1 })) })),
  at: orNull(fc.constant("2026-03-01T08:00:00.000Z")),
});

/** The cells that the entry alone decides: all but sync, kind, data type, type and property. */
function pickValues(row: string[]): string[] {
  return [...row.slice(4, 7), ...row.slice(8)];
}

function expectValues(entry: ReportEntry, language: Language): string[][] {
  const { subject, source } = entry;
  const changes = entry.changes.length > 0 ? entry.changes : [{ before: null, after: null }];
  return changes.map(({ before, after }) =>
    [
      ...[subject?.name, subject?.email, subject?.externalId],
      ...[showValue(before), showValue(after)],
      entry.outcome === null ? "" : OUTCOME_LABELS[entry.outcome][language],
      ...[entry.message, entry.suggestion, source?.file],
      ...[String(source?.line ?? ""), entry.at, String(entry.seq), entry.type, entry.reason],
    ].map((text) => guard(text ?? "")),
  );
}

function showValue(value: EntryValue): string {
  return Array.isArray(value) ? value.join("; ") : String(value ?? "");
}

function guard(text: string): string {
  return [..."=+-@\t\r\n＝＋－＠"].some((start) => text.startsWith(start)) ? `'${text}` : text;
}
