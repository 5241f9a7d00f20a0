import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYNC_STATUSES } from "../../src/contract/catalogue.ts";
import { formatId } from "../../src/contract/ids.ts";
import type { SyncFacets, Trend } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { badgeOf } from "../../src/contract/sync-badge.ts";
import { readTrend } from "../../src/engine/report/read-trend.ts";
import { buildReport, type ReportRecipe } from "../support/build-report.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let otherSource: number;

const day = (n: number) => `2026-05-${String(n).padStart(2, "0")}T10:00:00Z`;
const WAITS = { status: "pending", phase: "awaiting_approval" };
/** No issue among the entries. */
const CLEAN = { user_updated: 1 };

beforeAll(async () => {
  test = await startTestApp();
  const { rows } = await test.database.query<{ id: number }>(
    "insert into sources (workspace_id, kind, name) values ($1, 'hris', 'Päyroll') returning id",
    [test.workspace.id],
  );
  otherSource = rows[0]!.id;
  const recipes: (Partial<ReportRecipe> & { decision?: object; actor?: string; other?: true })[] = [
    { weights: CLEAN },
    {},
    { ...WAITS, actor: "Ada, of HR" },
    { status: "pending", phase: "reading", triggerKind: "schedule", actor: "Schedule" },
    { status: "rejected", decision: { by: "Zoé Roy", reason: "rejected_by_person" } },
    { status: "rejected", decision: { by: "Muster", reason: "expired" } },
    { status: "rejected", decision: { by: "Muster", reason: "superseded" } },
    { status: "approved", decision: { by: "Zoé Roy", reason: "approved_by_person" }, other: true },
    { status: "failed", mark: { step: 5, position: 20 } },
    { status: "cancelled", other: true },
    { dryRun: true, actor: "Ada, of HR" },
  ];
  for (const [index, { decision, actor, other, ...recipe }] of recipes.entries()) {
    const report = await buildReport(
      test.database,
      {
        workspaceId: test.workspace.id,
        sourceId: other === true ? otherSource : test.workspace.sourceId,
      },
      { entries: 33, createdAt: day(index + 1), ...recipe },
    );
    await test.database.query(
      `update syncs set decision = $3, trigger_actor = coalesce($4, trigger_actor)
        where workspace_id = $1 and id = $2`,
      [
        ...[test.workspace.id, report.syncId],
        decision === undefined ? null : JSON.stringify({ at: day(20), comment: null, ...decision }),
        actor ?? null,
      ],
    );
  }
});
afterAll(() => test.close());

async function read<T>(url: string, key = test.workspace.keys.push): Promise<T> {
  const answer = await test.call("GET", url, { key });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as T;
}
const list = async (query: string) =>
  (await read<{ items: Sync[] }>(`/api/v1/syncs?limit=200&${query}`)).items;
const numbers = async (query: string) => (await list(query)).map((sync) => sync.number);

describe("the history", () => {
  it("is filtered by what the badge says, which every sync has one of", async () => {
    for (const sync of await list("")) {
      expect((await numbers(`badge=${badgeOf(sync)}`)).includes(sync.number)).toBe(true);
    }
    expect(await numbers("badge=completed")).toEqual([1]);
    expect(await numbers("badge=completed_with_issues")).toEqual([2]);
    expect(await numbers("badge=needs_approval&badge=pending")).toEqual([4, 3]);
    expect(await numbers("badge=expired,superseded")).toEqual([7, 6]);
    expect(await numbers("badge=rejected")).toEqual([5]);
    expect(await numbers("badge=preview")).toEqual([11]);
    expect(await numbers("badge=failed,approved,cancelled&from=2026-05-09")).toEqual([10, 9]);
    expect((await test.call("GET", "/api/v1/syncs?badge=fine")).statusCode).toBe(400);
  });

  it("is filtered by who started it, a name with a comma too, and by preview or not", async () => {
    const ada = encodeURIComponent("Ada, of HR");
    expect(await numbers(`actor=${ada}`)).toEqual([11, 3]);
    expect(await numbers(`actor=${ada}&actor=Schedule`)).toEqual([11, 4, 3]);
    expect(await numbers("actor=Ada")).toEqual([]);
    expect(await numbers(`actor=${ada}&dryRun=false`)).toEqual([3]);
    expect(await numbers("dryRun=true")).toEqual([11]);
  });

  it("is searched by number, id, source, who started it and who decided", async () => {
    const [sync] = await list("from=2026-05-02&to=2026-05-02");
    expect(await numbers("q=2")).toEqual([2]);
    expect(await numbers(`q=${encodeURIComponent("#2")}`)).toEqual([2]);
    expect(await numbers(`q=${sync!.id}`)).toEqual([2]);
    expect(await numbers("q=PAYROLL&source=hris")).toEqual([10, 8]);
    expect(await numbers("q=zoe")).toEqual([8, 5]);
    expect(await numbers("q=of%20hr")).toEqual([11, 3]);
    expect(await numbers("q=nobody")).toEqual([]);
    expect(await numbers("q=%20")).toHaveLength(11);
  });

  it("takes odd texts for what they are", async () => {
    for (const name of ["q", "actor", "trigger", "source"]) {
      expect(await numbers(`${name}=%00`), name).toEqual([]);
      expect(await numbers(`${name}=${encodeURIComponent("'; drop table syncs; --")}`)).toEqual([]);
    }
    expect(await numbers("q=99999999999999999999")).toEqual([]);
  });

  it("tells each sync's source and input", async () => {
    const [sync] = await list("q=1");
    expect(sync).toMatchObject({
      source: { id: formatId("source", test.workspace.sourceId), kind: "push" },
      input: {
        form: "csv",
        sections: [
          { section: "members", file: "people.csv", rows: 1 },
          { section: "teams", file: "teams.csv", rows: 1 },
        ],
        keptUntil: expect.stringMatching(/Z$/),
      },
    });
    await test.database.query("update inputs set expired_at = now() where workspace_id = $1", [
      test.workspace.id,
    ]);
    expect((await list("q=1"))[0]?.input.keptUntil).toBeNull();
  });
});

describe("the counts beside the filters", () => {
  const facets = (query = "") => read<SyncFacets>(`/api/v1/syncs/facets?${query}`);

  it("say what each value would show under the other filters", async () => {
    const all = await facets();
    expect(all.total).toBe(11);
    expect(Object.values(all.badge)).toHaveLength(11);
    expect(all.source).toEqual([
      expect.objectContaining({ kind: "push", count: 9 }),
      { id: formatId("source", otherSource), kind: "hris", name: "Päyroll", count: 2 },
    ]);
    expect(all.actor.map(({ name, count }) => [name, count])).toEqual([
      ["Payroll key", 8],
      ["Ada, of HR", 2],
      ["Schedule", 1],
    ]);
    const some = await facets("badge=failed,approved&source=hris&dryRun=false");
    expect(some.total).toBe(1);
    expect(some.badge).toEqual({ approved: 1, cancelled: 1 });
    expect(some.source.map(({ count }) => count)).toEqual([1, 1]);
    expect(some.actor).toEqual([{ kind: "api_key", name: "Payroll key", count: 1 }]);
  });

  it("add up with the list, whatever the filter", async () => {
    const filters = [
      "q=zoe",
      "from=2026-05-03&to=2026-05-08",
      "trigger=schedule",
      ...SYNC_STATUSES.map((status) => `status=${status}`),
    ];
    for (const filter of filters) {
      const { total, badge } = await facets(filter);
      expect(total, filter).toBe((await numbers(filter)).length);
      for (const [value, count] of Object.entries(badge)) {
        expect(await numbers(`${filter}&badge=${value}`), value).toHaveLength(count);
      }
    }
  });
});

describe("the trend", () => {
  it("has one bar a sync, oldest first, and sums", async () => {
    const trend = await read<Trend>("/api/v1/syncs/trend?from=2026-05-01&to=2026-05-11");
    expect(trend).toMatchObject({
      from: "2026-05-01T00:00:00.000Z",
      ...{ syncs: 11, failed: 1, truncated: false },
    });
    expect(trend.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(trend.items[0]).toEqual({
      ...{ id: expect.any(String), number: 1, createdAt: "2026-05-01T10:00:00.000Z" },
      ...{ badge: "completed", dryRun: false, issues: 0, updates: { planned: 33, applied: 33 } },
    });
    const syncs = await list("");
    const sum = (count: (sync: Sync) => number) =>
      syncs.reduce((all, sync) => all + count(sync), 0);
    expect(trend.updates).toBe(sum(({ updates }) => updates.applied));
    expect(trend.issues).toBe(sum(({ issues }) => issues.total));
  });

  it("is of the last 30 days when nothing is said", async () => {
    await test.database.query(
      "update syncs set created_at = now() - interval '29 days' where workspace_id = $1 and number = 2",
      [test.workspace.id],
    );
    const trend = await read<Trend>("/api/v1/syncs/trend");
    expect(trend.items.map(({ number }) => number)).toEqual([2]);
    expect(Date.parse(trend.to) - Date.parse(trend.from)).toBe(30 * 24 * 3600 * 1000);
    expect(
      (await read<Trend>("/api/v1/syncs/trend?from=2020-01-01", test.other.keys.read)).syncs,
    ).toBe(0);
  });

  it("keeps the newest of very many", async () => {
    const span = { from: new Date(0), before: new Date("2100-01-01") };
    const trend = await readTrend(test.database, test.workspace.id, span, 3);
    expect(trend).toMatchObject({ syncs: 3, truncated: true });
    expect(trend.items.map(({ number }) => number)).toEqual([9, 10, 11]);
  });
});
