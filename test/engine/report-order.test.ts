import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pushJson, REAL_STEPS, runQueued, STEPS_BESIDE } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

interface EntryRow {
  position: number;
  type: string;
  name: string;
  email: string | null;
  external_id: string | null;
  line: number | null;
  other: string | null;
}

const NAMES = [
  ["Zoë", "Öberg"],
  ["zoe", "Oberg"],
  ["Ábel", "Straße"],
  ["abel", "Zed"],
  ["Đình", "Đỗ"],
  ["Anna\nLena", "Two Lines"],
  ["", ""],
  ["Émile", "Plain"],
];

/** Everybody with a manager and a place; `title` changes them all, `shift` gives others the same names. */
const organisation = (people: number, shift: number, title: string) => ({
  members: Array.from({ length: people }, (_, at) => {
    const [firstName, lastName] = NAMES[(at * 3 + shift) % NAMES.length]!;
    const id = (at * 7919) % 1000;
    return {
      ...{ externalMemberId: `E-${id}`, email: `p${id}@example.com`, firstName, lastName },
      ...{ jobTitle: title },
      ...(at === 0 ? {} : { directManagerExternalId: `E-${(((at - 1) >> 1) * 7919) % 1000}` }),
    };
  }),
  teams: ["Zürich", "zurich", "Ärger", "Crew"].map((teamName, at) => ({
    ...{ externalTeamId: `T-${9 - at}`, teamName },
  })),
  teamsMappings: Array.from({ length: people }, (_, at) => ({
    ...{ externalTeamId: `T-${9 - (at % 4)}`, externalMemberId: `E-${(at * 7919) % 1000}` },
    ...{ isManager: at % 5 === 0, isMember: true },
  })),
});

const foldText = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** As the text of a key of the "C" order: by code point. */
const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe.each([
  ["planned in one", REAL_STEPS],
  ["planned in two beside each other", STEPS_BESIDE],
])("a report %s", (_, steps) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await test.call("PATCH", "/api/v1/provisioning/settings", {
      body: { thresholds: { users: null, teams: null, removalsPercent: null, identities: null } },
    });
    await test.database.query("update workspaces set settings = settings || $1", [
      JSON.stringify({ automaticInvite: true }),
    ]);
  });
  afterAll(() => test.close());

  async function readRows(syncId: string): Promise<EntryRow[]> {
    const { rows } = await test.database.query<EntryRow>(
      `select position, type, name, email, external_id, line,
              coalesce(after -> 'member', before -> 'member', after -> 'manager', before -> 'manager') ->> 'name' as other
         from entries where sync_id = $1 order by position`,
      [Number(syncId.slice(4))],
    );
    return rows;
  }

  it.each([
    ["of new people only", organisation(40, 0, "First")],
    ["of some new among many", organisation(46, 1, "Second")],
    ["of many new", organisation(160, 2, "Third")],
    ["of more than a row of names", organisation(700, 3, "Fourth")],
  ])("%s is sorted by folded name, id and line, and found by every name", async (__, body) => {
    const sync = await pushJson(test, body);
    await runQueued(test, steps);
    const rows = await readRows(sync.id);
    expect(rows.length).toBeGreaterThan(40);
    for (const [at, row] of rows.entries()) {
      const before = rows[at - 1];
      if (before === undefined || before.type !== row.type) continue;
      const order =
        compare(foldText(before.name), foldText(row.name)) ||
        compare(before.external_id ?? "", row.external_id ?? "") ||
        (before.line ?? 1e9) - (row.line ?? 1e9);
      expect(order, `${before.name} before ${row.name} (${row.type})`).toBeLessThanOrEqual(0);
    }
    const { rows: chunks } = await test.database.query<{ names: string }>(
      "select names from entry_names where sync_id = $1 order by chunk",
      [Number(sync.id.slice(4))],
    );
    const lines = chunks.flatMap(({ names }) => names.split("\n"));
    expect(lines).toEqual(
      rows.map(({ name, email, external_id, other }) =>
        foldText(
          [name, email, external_id, other]
            .filter((text) => text !== null)
            .join(" ")
            .replaceAll("\n", " "),
        ),
      ),
    );
  });
});
