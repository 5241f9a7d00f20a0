import fc from "fast-check";
import { encoded, naughtyText, spoilt } from "./bad-text.ts";

/** A push as it arrives, with whatever is wrong with it. */
export interface BadPush {
  url: string;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

const IDS = ["1", "2", "3", "4", "T1", "T2"];
const EMAILS = ["ann@example.com", "bob@example.com", "ANN@example.com", "nobody"];

/** The columns of each section by its names in CSV and JSON; of some there are more than may be. */
const COLUMNS: Record<string, string[]> = {
  members: [
    ...["externalMemberId", "email", "firstName", "lastName", "jobTitle", "languagePreferences"],
    ...[
      "productAssignations",
      "directManagerExternalId",
      "directManagerEmail",
      "Hire date",
      "city",
    ],
  ],
  teams: ["externalTeamId", "teamName"],
  teamMappings: [
    ...["externalTeamId", "externalMemberId", "isMember", "isManager", "externalSubteamId"],
  ],
};
const REQUIRED: Record<string, number> = { members: 2, teams: 2, teamMappings: 1 };
const SECTIONS = Object.keys(COLUMNS);

/** Names that parts and arrays come under. */
const NAMES: Record<string, string[]> = {
  members: ["members", "users", "members", "members"],
  teams: ["teams", "groups", "teams"],
  teamMappings: ["teamsMappings", "groupsMapping", "teamsMappings", "mappings"],
};
const STRANGE_NAMES = [
  "settings",
  "people",
  "__proto__",
  "membersRows",
  "teamsRows",
  "",
  "a\u0000b",
];

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...IDS) },
  { weight: 3, arbitrary: fc.constantFrom(...EMAILS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("Muster", "muster;Nope", "2020-02-30", "2020-02-29", "fr"),
  },
  { weight: 1, arbitrary: fc.constantFrom("true", "no", "1", "maybe") },
  { weight: 2, arbitrary: naughtyText() },
);
const value = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(0, -1, 1e308, 2 ** 64, null) },
);

/** The right columns of a section first, some others, and at times strange ones. */
function columnsOf(section: string): fc.Arbitrary<string[]> {
  const columns = COLUMNS[section] ?? [];
  const required = columns.slice(0, REQUIRED[section]);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .subarray(columns.slice(required.length))
        .map((others) => [...required, ...others]),
    },
    { weight: 1, arbitrary: fc.shuffledSubarray(columns) },
    {
      weight: 1,
      arbitrary: fc.array(naughtyText(), { maxLength: 3 }).map((more) => [...columns, ...more]),
    },
  );
}

const csvText = (section: string): fc.Arbitrary<string> =>
  fc
    .record({
      columns: columnsOf(section),
      rows: fc.array(fc.array(text, { minLength: 14, maxLength: 14 }), { maxLength: 5 }),
      separator: fc.constantFrom(",", ",", ",", ";", "\t"),
      newline: fc.constantFrom("\n", "\r\n", "\r"),
      quotes: fc.constantFrom("always", "where needed", "never"),
    })
    .map(({ columns, rows, separator, newline, quotes }) => {
      const quote = (cell: string) =>
        quotes === "always" || (quotes === "where needed" && /[",;\t\r\n]/.test(cell))
          ? `"${cell.replaceAll('"', '""')}"`
          : cell;
      const lines = [columns, ...rows.map((row) => row.slice(0, columns.length))];
      return lines.map((cells) => cells.map(quote).join(separator) + newline).join("");
    });

const part = fc.constantFrom(...SECTIONS).chain((section) =>
  fc.record({
    name: fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...(NAMES[section] ?? [])) },
      { weight: 1, arbitrary: fc.constantFrom(...STRANGE_NAMES) },
    ),
    fileName: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string | null>(`${section}.csv`) },
      { weight: 1, arbitrary: fc.option(naughtyText()) },
    ),
    type: fc.constantFrom(
      "text/csv",
      "text/csv; charset=utf-16",
      "application/json",
      "multipart/form-data",
    ),
    content: encoded(spoilt(csvText(section))),
  }),
);

/** A form, mostly whole; at times cut off, or with another boundary than its header says. */
const form = fc
  .record({
    parts: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.uniqueArray(part, {
          selector: ({ name }) => name,
          minLength: 1,
          maxLength: 3,
        }),
      },
      { weight: 1, arbitrary: fc.array(part, { maxLength: 4 }) },
    ),
    boundary: fc.oneof(
      { weight: 20, arbitrary: fc.constant("b") },
      { weight: 1, arbitrary: fc.constant("other") },
    ),
    cut: fc.oneof(
      { weight: 20, arbitrary: fc.constant(10_000) },
      { weight: 1, arbitrary: fc.nat({ max: 9_999 }) },
    ),
  })
  .map(({ parts, boundary, cut }) => {
    const pieces = parts.flatMap(({ name, fileName, type, content }) => [
      Buffer.from(
        `--b\r\nContent-Disposition: form-data; name="${name}"${
          fileName === null ? "" : `; filename="${fileName}"`
        }\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      content,
      Buffer.from("\r\n"),
    ]);
    const body = Buffer.concat([...pieces, Buffer.from("--b--\r\n")]);
    return {
      form: "csv",
      type: `multipart/form-data; boundary=${boundary}`,
      body: body.subarray(0, Math.floor((body.length * cut) / 10_000)),
    };
  });

const jsonRow = (section: string) =>
  columnsOf(section).chain((columns) =>
    fc
      .array(value, { minLength: columns.length, maxLength: columns.length })
      .map((values) => Object.fromEntries(columns.map((column, index) => [column, values[index]]))),
  );
const jsonRows = (section: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.array(jsonRow(section), { maxLength: 4 }) },
    { weight: 1, arbitrary: value },
  );
const jsonBody = fc
  .subarray(SECTIONS, { minLength: 1 })
  .chain((sections) =>
    fc.tuple(
      ...sections.map((section) =>
        fc.tuple(
          fc.oneof(
            { weight: 20, arbitrary: fc.constant(section) },
            { weight: 1, arbitrary: fc.constantFrom("users", "mappings", ...STRANGE_NAMES) },
          ),
          jsonRows(section),
        ),
      ),
    ),
  )
  .map((entries) => JSON.stringify(Object.fromEntries(entries)));

const json = encoded(
  spoilt(fc.oneof({ weight: 9, arbitrary: jsonBody }, { weight: 1, arbitrary: fc.json() })),
).map((body) => ({ form: "json", type: "application/json", body }));

/** Mostly none; each of them wrong in its own way. */
const query = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom("", "?mode=partial", "?mode=full&dryRun=true") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        "?mode=weird",
        "?mode=full&mode=partial",
        "?dryRun=maybe",
        "?membersRows=3",
        "?teamsRows=-1",
      ],
      ...[
        "?membersRows=999999999999999999999",
        "?membersRows=1e3",
        "?other=1",
        "?%00",
        "?mode=%zz",
      ],
      ...["?mode[]=full", "?__proto__=1", `?mode=${"x".repeat(5_000)}`],
    ),
  },
);

const strangeHeaders: fc.Arbitrary<Record<string, string | string[]>> = fc.constantFrom(
  ...["text/plain", "text/csv", "", "application/xml", "multipart/form-data", "json", "*/*"].map(
    (type) => ({ "content-type": type }),
  ),
  { "content-type": "application/json; charset=utf-16" },
  { "content-type": "application/json; charset=klingon" },
  { "content-type": "application/json, text/plain" },
  { "content-type": ["application/json", "multipart/form-data; boundary=b"] },
  { "content-type": `multipart/form-data; boundary=${"b".repeat(200)}` },
  { "content-encoding": "gzip" },
  { "content-encoding": "br, gzip" },
  { "idempotency-key": "x".repeat(300) },
  { "idempotency-key": ["one", "two"] },
  { "idempotency-key": "  " },
  { "idempotency-key": "same" },
  { "content-length": "0" },
  { "content-length": "99999999999999999999" },
  { "transfer-encoding": "chunked", "content-length": "10" },
  { expect: "100-continue" },
);
const headers = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Record<string, string | string[]>>({}) },
  { weight: 1, arbitrary: strangeHeaders },
);

/** Pushes with any number of things wrong with them, none included; some to the wrong address. */
export function badPushes(): fc.Arbitrary<BadPush> {
  return fc
    .record({
      content: fc.oneof(form, json),
      prefix: fc.constantFrom("/api/v1", "/public"),
      swapped: fc.oneof(
        { weight: 40, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      query,
      headers,
    })
    .map(({ content, prefix, swapped, query: search, headers: given }) => {
      const name = (content.form === "csv") === swapped ? "json" : "csv";
      return {
        url: `${prefix}/provisioning/${name}${search}`,
        headers: { "content-type": content.type, ...given },
        body: content.body,
      };
    });
}
