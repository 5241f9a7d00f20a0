import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ENTRY_KINDS,
  type EntryType,
  ISSUE_TYPES,
  OUTCOMES,
  SUBJECT_TYPES,
  UPDATE_TYPES,
} from "../../src/contract/catalogue.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import { formatId } from "../../src/contract/ids.ts";
import type { Facets } from "../../src/contract/report-queries.ts";
import {
  type BuiltReport,
  buildReport,
  ONE_OF_EACH,
  type ReportRecipe,
} from "../support/build-report.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
const TYPES: EntryType[] = [...ISSUE_TYPES, ...UPDATE_TYPES];

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function read<T>(url: string): Promise<T> {
  const answer = await test.call("GET", url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as T;
}

interface Page {
  items: ReportEntry[];
  total: number;
  nextCursor: string | null;
}

async function readAll(url: string, limit = 200): Promise<ReportEntry[]> {
  const all: ReportEntry[] = [];
  let cursor = "";
  for (;;) {
    const page: Page = await read(`${url}${url.includes("?") ? "&" : "?"}limit=${limit}${cursor}`);
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

const place = () => ({ workspaceId: test.workspace.id, sourceId: test.workspace.sourceId });
const build = (recipe: ReportRecipe) => buildReport(test.database, place(), recipe);
const entriesOf = (report: BuiltReport) => `/api/v1/syncs/${report.number}/entries`;

/** The fold of domain search, written a second time and naively. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const filters = fc.record({
  kind: some(ENTRY_KINDS),
  subject: some(SUBJECT_TYPES),
  type: some(TYPES),
  outcome: some(OUTCOMES),
  reason: some(["invalid_email", "email_taken", "changed_since_review"]),
  q: fc.option(
    fc.constantFrom(
      "roy",
      "AMÉLIE",
      "aïcha c",
      "zoe",
      "@example.com",
      "E12",
      "  liam ",
      "łukasz",
      "nobody",
    ),
    {
      nil: undefined,
    },
  ),
});
type Filters = typeof filters extends fc.Arbitrary<infer T> ? T : never;

function toQuery(filter: Filters, commas: boolean): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    if (typeof value === "string") query.set(name, value);
    else if (commas) query.set(name, value.join(","));
    else for (const one of value) query.append(name, one);
  }
  return query.toString();
}

function passes(entry: ReportEntry, filter: Filters): boolean {
  const q = filter.q === undefined ? undefined : fold(filter.q.trim());
  const member = entry.changes.find((change) => change.property === "member")?.after;
  const names = [entry.subject?.name, entry.subject?.email, entry.subject?.externalId, member]
    .filter(Boolean)
    .join(" ");
  return (
    (filter.kind?.includes(entry.kind) ?? true) &&
    (filter.subject === undefined ||
      (entry.subject !== null && filter.subject.includes(entry.subject.type))) &&
    (filter.type?.includes(entry.type) ?? true) &&
    (filter.outcome === undefined ||
      (entry.outcome !== null && filter.outcome.includes(entry.outcome))) &&
    (filter.reason === undefined ||
      (entry.reason !== null && (filter.reason as string[]).includes(entry.reason))) &&
    (q === undefined || fold(names).includes(q))
  );
}

describe.each<[string, ReportRecipe]>([
  ["finished, some updates skipped", { entries: 2345, skipEvery: 5 }],
  [
    "failed half way",
    { entries: 1200, status: "failed", mark: { step: 5, position: 700 }, skipEvery: 3 },
  ],
  [
    "being applied",
    { entries: 1200, status: "approved", phase: "applying", mark: { step: 13, position: 1100 } },
  ],
  ["waiting for approval", { entries: 900, status: "pending", phase: "awaiting_approval" }],
  ["a preview", { entries: 900, dryRun: true }],
  ["rejected", { entries: 500, status: "rejected" }],
])("a report %s", (_, recipe) => {
  let report: BuiltReport;
  let all: ReportEntry[];
  beforeAll(async () => {
    report = await build(recipe);
    all = await readAll(entriesOf(report));
  });

  it("has every entry once, in report order", () => {
    expect(all.map((entry) => entry.seq)).toEqual(
      Array.from({ length: recipe.entries }, (_, index) => index + 1),
    );
  });

  it("tells each outcome as the marks in the database have it", async () => {
    const { rows } = await test.database.query<{
      position: number;
      step: number;
      skipped: string | null;
    }>(
      "select position, step, skipped from entries where workspace_id = $1 and sync_id = $2 order by position",
      [report.workspaceId, report.syncId],
    );
    const finished =
      ["completed", "approved"].includes(recipe.status ?? "completed") && recipe.dryRun !== true;
    const mark = recipe.mark ?? { step: finished ? 32767 : 0, position: 0 };
    const rest = ["failed", "rejected"].includes(recipe.status ?? "") ? "not_applied" : "planned";
    const naive = rows.map(({ position, step, skipped }) => {
      if (step === 0) return null;
      if (skipped !== null) return "skipped";
      return step < mark.step || (step === mark.step && position <= mark.position)
        ? "applied"
        : rest;
    });
    expect(all.map((entry) => entry.outcome)).toEqual(naive);
    const { sync } = await read<{ sync: { updates: object } }>(`/api/v1/syncs/${report.number}`);
    expect(sync.updates).toMatchObject({
      planned: naive.filter((outcome) => outcome !== null).length,
      applied: naive.filter((outcome) => outcome === "applied").length,
      skipped: naive.filter((outcome) => outcome === "skipped").length,
    });
  });

  it("filters, counts and pages as a filter over all its entries would", async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(300),
        async (filter, commas, limit, offset) => {
          const url = `${entriesOf(report)}?${toQuery(filter, commas)}`;
          const naive = all.filter((entry) => passes(entry, filter));
          const first: Page = await read(`${url}&limit=${limit}`);
          expect(first.total).toBe(naive.length);
          expect(first.items).toEqual(naive.slice(0, limit));
          const jump: Page = await read(`${url}&limit=${limit}&offset=${offset}`);
          expect(jump.items.map(({ seq }) => seq)).toEqual(
            naive.slice(offset, offset + limit).map(({ seq }) => seq),
          );
          const facets: Facets = await read(
            `/api/v1/syncs/${report.number}/facets?${toQuery(filter, commas)}`,
          );
          const count = (changed: Partial<Filters>) =>
            all.filter((entry) => passes(entry, { ...filter, ...changed })).length;
          expect(facets.total).toBe(naive.length);
          for (const kind of ENTRY_KINDS) expect(facets.kind[kind]).toBe(count({ kind: [kind] }));
          for (const subject of SUBJECT_TYPES)
            expect(facets.subject[subject]).toBe(count({ subject: [subject] }));
          for (const type of TYPES) expect(facets.type[type] ?? 0).toBe(count({ type: [type] }));
          for (const outcome of OUTCOMES)
            expect(facets.outcome[outcome]).toBe(count({ outcome: [outcome] }));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("pages through without repeating or losing an entry", async () => {
    for (const [query, limit] of [
      ["type=user_created&type=team_created", 7],
      ["q=zo%C3%A9", 13],
      ["outcome=skipped", 3],
    ] as const) {
      const paged = await readAll(`${entriesOf(report)}?${query}`, limit);
      const whole = await readAll(`${entriesOf(report)}?${query}`);
      expect(paged).toEqual(whole);
    }
  });
});

describe("an entry", () => {
  it("shows values before and after, in the order of fields and properties", async () => {
    await test.database.query(
      `insert into properties (workspace_id, key, label, type, sensitive, is_default, place)
       values ($1, 'salaryBand', 'Salary band', 'text', true, false, 99)`,
      [test.workspace.id],
    );
    const report = await build({ entries: ONE_OF_EACH });
    const all = await readAll(entriesOf(report));
    const updated = all.find((entry) => entry.type === "user_updated");
    expect(updated?.changes).toEqual([
      { property: "jobTitle", before: "Clerk", after: null },
      { property: "department", before: "Sales", after: "Field sales" },
      { property: "salaryBand", before: null, after: null, sensitive: true },
    ]);
    const created = all.find((entry) => entry.type === "user_created");
    expect(created?.changes.map((change) => change.property)).toEqual([
      ...["email", "firstName", "lastName", "jobTitle", "productAssignations", "department"],
    ]);
    expect(created?.source).toEqual({ file: "people.csv", line: expect.any(Number) });
    expect(all.find((entry) => entry.type === "team_member_added")?.changes).toEqual([
      {
        ...{ property: "member", before: null, after: expect.stringMatching(/^\S+ \S+$/) },
        link: { type: "user", before: null, after: expect.stringMatching(/^usr_\d+$/) },
      },
    ]);
    expect(all.find((entry) => entry.type === "unknown_property")?.subject).toBeNull();
  });

  it("is dated by the batch that applied or skipped it, an issue by the plan", async () => {
    const report = await build({
      entries: 2 * ONE_OF_EACH,
      createdAt: "2026-03-02T08:00:00Z",
      skipEvery: 10,
    });
    const all = await readAll(entriesOf(report));
    const skipped = all.filter(({ outcome }) => outcome === "skipped");
    expect(skipped.length).toBeGreaterThan(0);
    expect(skipped.filter(({ at }) => !at?.startsWith("2026-03-01T09:"))).toEqual([]);
    expect(all.find((entry) => entry.type === "user_created")?.at).toBe("2026-03-01T09:05:00.000Z");
    expect(all.find((entry) => entry.type === "user_invited")?.at).toBe("2026-03-01T09:17:00.000Z");
    expect(all[0]?.at).toBe("2026-03-02T08:00:00.000Z");
  });

  it("names the issue that caused it", async () => {
    const report = await build({ entries: ONE_OF_EACH });
    const first = (type: EntryType) =>
      report.plan.ranges.find((range) => range.type === type)?.first;
    await test.database.query(
      "update entries set caused_by = $3 where workspace_id = $1 and sync_id = $2 and position = $4",
      [report.workspaceId, report.syncId, first("user_skipped"), first("manager_profile_missing")],
    );
    const all = await readAll(entriesOf(report));
    const entry = all.find(({ type }) => type === "manager_profile_missing");
    expect(entry?.causedBy).toMatchObject({ seq: first("user_skipped"), type: "user_skipped" });
  });
});

describe("reading a report", () => {
  it("is empty until the plan is ready", async () => {
    const report = await build({ entries: 100, status: "pending", phase: "planning" });
    expect(await read(entriesOf(report))).toEqual({ items: [], total: 0, nextCursor: null });
    expect(await read(`/api/v1/syncs/${report.number}/causes`)).toEqual({ items: [] });
    expect(await read(`/api/v1/syncs/${report.number}/facets?q=roy`)).toMatchObject({
      total: 0,
      type: {},
    });
  });

  it("refuses what it does not understand", async () => {
    const report = await build({ entries: 10 });
    const wrong = [
      "kind=updates",
      "type=user_made",
      "limit=0",
      "limit=201",
      "offset=-1",
      "cursor=x",
      "offset=1&cursor=bjU",
      "lang=de",
      "foo=1",
    ];
    for (const query of wrong) {
      const answer = await test.call("GET", `${entriesOf(report)}?${query}`);
      expect(answer.statusCode, query).toBe(400);
      expect(answer.json()).toMatchObject({ code: "invalid_request" });
    }
  });

  it("is closed to other workspaces and to who has no key", async () => {
    const report = await build({ entries: 10 });
    const id = formatId("sync", report.syncId);
    for (const path of ["", "/entries", "/facets", "/causes", "/report.csv", "/events"]) {
      const url = `/api/v1/syncs/${id}${path}`;
      expect((await test.call("GET", url, { key: test.other.keys.read })).statusCode, path).toBe(
        404,
      );
      expect((await test.call("GET", url, { key: null })).statusCode, path).toBe(401);
      expect((await test.call("GET", `/api/v1/syncs/syn_999999${path}`)).statusCode, path).toBe(
        404,
      );
      expect((await test.call("GET", `/api/v1/syncs/usr_1${path}`)).statusCode, path).toBe(404);
      expect(
        (await test.call("GET", url, { key: test.workspace.keys.push })).statusCode,
        path,
      ).toBe(200);
    }
  });
});
