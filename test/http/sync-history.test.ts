import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ISSUE_TYPES, UPDATE_TYPES } from "../../src/contract/catalogue.ts";
import { formatId } from "../../src/contract/ids.ts";
import type { Cause } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { buildReport, ONE_OF_EACH, type ReportRecipe } from "../support/build-report.ts";
import {
  addTestWorkspace,
  startTestApp,
  type TestApp,
  type TestWorkspace,
} from "../support/test-app.ts";

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function read<T>(url: string, workspace: TestWorkspace = test.workspace): Promise<T> {
  const answer = await test.call("GET", url, { key: workspace.keys.read });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as T;
}

const build = (recipe: ReportRecipe, workspace: TestWorkspace = test.workspace) =>
  buildReport(test.database, { workspaceId: workspace.id, sourceId: workspace.sourceId }, recipe);

interface Page {
  items: Sync[];
  nextCursor: string | null;
}

describe("the sync history", () => {
  let otherSource: number;
  beforeAll(async () => {
    const { rows } = await test.database.query<{ id: number }>(
      "insert into sources (workspace_id, kind, name) values ($1, 'hris', 'Payroll') returning id",
      [test.workspace.id],
    );
    otherSource = rows[0]!.id;
    const day = (n: number) => `2026-05-${String(n).padStart(2, "0")}T10:00:00Z`;
    await build({ entries: ONE_OF_EACH, createdAt: day(1) });
    await build({
      entries: ONE_OF_EACH,
      createdAt: day(2),
      status: "failed",
      mark: { step: 5, position: 20 },
    });
    await build({
      entries: ONE_OF_EACH,
      createdAt: day(3),
      status: "pending",
      phase: "awaiting_approval",
    });
    await build({
      entries: ONE_OF_EACH,
      createdAt: day(4),
      status: "pending",
      phase: "reading",
      triggerKind: "schedule",
    });
    await buildReport(
      test.database,
      { workspaceId: test.workspace.id, sourceId: otherSource },
      { entries: ONE_OF_EACH, createdAt: day(5), status: "approved", dryRun: true },
    );
  });

  const numbers = async (query: string) =>
    (await read<Page>(`/api/v1/syncs?${query}`)).items.map((sync) => sync.number);

  it("stands newest first and is filtered", async () => {
    expect(await numbers("")).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers("status=failed&status=approved")).toEqual([5, 2]);
    expect(await numbers("status=failed,approved")).toEqual([5, 2]);
    expect(await numbers("status=pending&phase=awaiting_approval")).toEqual([3]);
    expect(await numbers("source=hris")).toEqual([5]);
    expect(await numbers(`source=${formatId("source", otherSource)}`)).toEqual([5]);
    expect(await numbers("source=hris,push")).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers("source=src_99999")).toEqual([]);
    expect(await numbers("trigger=schedule")).toEqual([4]);
    expect(await numbers("from=2026-05-02&to=2026-05-04")).toEqual([4, 3, 2]);
    expect(await numbers("from=2026-05-02T10:00:01Z&to=2026-05-04T10:00:00Z")).toEqual([4, 3]);
  });

  it("pages without repeating or losing a sync while new ones arrive", async () => {
    const first = await read<Page>("/api/v1/syncs?limit=2");
    expect(first.items.map((sync) => sync.number)).toEqual([5, 4]);
    await build({ entries: ONE_OF_EACH, createdAt: "2026-05-06T10:00:00Z" });
    const second = await read<Page>(`/api/v1/syncs?limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map((sync) => sync.number)).toEqual([3, 2]);
    const third = await read<Page>(`/api/v1/syncs?limit=2&cursor=${second.nextCursor}`);
    expect(third.items.map((sync) => sync.number)).toEqual([1]);
    expect(third.nextCursor).toBeNull();
  });

  it("shows a sync by id and by number", async () => {
    const { sync } = await read<{ sync: Sync }>("/api/v1/syncs/1");
    expect(await read(`/api/v1/syncs/${sync.id}`)).toEqual({ sync });
    expect(sync).toMatchObject({
      ...{ number: 1, status: "completed", phase: "done", dryRun: false, mode: "full" },
      source: { kind: "push" },
      trigger: { kind: "api_key", actor: "Payroll key" },
      updates: {
        planned: UPDATE_TYPES.length,
        applied: UPDATE_TYPES.length,
        skipped: 0,
        byType: { user_created: 1, subteam_removed: 1 },
      },
      issues: { total: ISSUE_TYPES.length, byType: { user_skipped: 1 } },
      createdAt: "2026-05-01T10:00:00.000Z",
      links: { self: `/api/v1/syncs/${sync.id}`, report: `/api/v1/syncs/${sync.id}/report.csv` },
    });
    expect((await read<{ sync: Sync }>("/api/v1/syncs/5")).sync.updates).toMatchObject({
      planned: UPDATE_TYPES.length,
      applied: 0,
    });
    expect((await read<{ sync: Sync }>("/api/v1/syncs/4")).sync.updates).toMatchObject({
      planned: 0,
      byType: {},
    });
  });

  it("refuses filters it does not know", async () => {
    for (const query of [
      "status=done",
      "phase=finished",
      "from=yesterday",
      "cursor=5",
      "state=failed",
    ]) {
      expect((await test.call("GET", `/api/v1/syncs?${query}`)).statusCode, query).toBe(400);
    }
    for (const id of ["0", "-1", "1.5", "9999999999", "syn_", "abc"]) {
      expect((await test.call("GET", `/api/v1/syncs/${id}`)).statusCode, id).toBe(404);
    }
  });

  it("shows nothing of another workspace", async () => {
    expect(await read("/api/v1/syncs", test.other)).toEqual({ items: [], nextCursor: null });
    expect(
      (await test.call("GET", "/api/v1/syncs/1", { key: test.other.keys.readWrite })).statusCode,
    ).toBe(404);
  });
});

describe("causes", () => {
  it("group issues and follow each back through earlier syncs", async () => {
    const workspace = await addTestWorkspace(test.database, "Causes");
    // Three reasons in turn per type: two issues of one type have two of them, one has one.
    await build({ entries: 2, weights: { user_skipped: 1, team_skipped: 1 } }, workspace);
    await build({ entries: 3, weights: { user_skipped: 3 } }, workspace);
    await build({ entries: 5, weights: { user_skipped: 1 }, dryRun: true }, workspace);
    await build({ entries: 9, weights: { user_skipped: 1 }, status: "failed" }, workspace);
    await build({ entries: 3, weights: { user_skipped: 3 }, mode: "partial" }, workspace);
    const last = await build(
      { entries: 9, weights: { user_skipped: 6, invalid_value: 3 } },
      workspace,
    );
    const { items } = await read<{ items: Cause[] }>(
      `/api/v1/syncs/${last.number}/causes?lang=fr`,
      workspace,
    );
    const of = (type: string, reason: string) =>
      items.find((item) => item.type === type && item.reason === reason);
    expect(items.reduce((sum, item) => sum + item.count, 0)).toBe(9);
    expect(of("user_skipped", "email_taken")).toEqual({
      ...{ type: "user_skipped", reason: "email_taken", label: "Utilisateur ignoré", count: 2 },
      ...{ impactedUsers: 2, impactedTeams: 0, newSinceLastSync: false, seenInSyncs: 2 },
      ...{ fixedIn: null, expected: null, sourceRow: 5 },
    });
    expect(of("user_skipped", "invalid_email")).toMatchObject({
      seenInSyncs: 1,
      newSinceLastSync: false,
    });
    expect(of("invalid_value", "email_taken")).toMatchObject({
      seenInSyncs: 0,
      newSinceLastSync: true,
      count: 1,
    });
    expect(items.map((item) => item.impactedUsers)).toEqual([2, 2, 2, 1, 1, 1]);
  });

  it("are not called new on the first sync, and count a person once", async () => {
    const workspace = await addTestWorkspace(test.database, "First");
    const only = await build(
      { entries: 4, weights: { invalid_value: 3, unknown_property: 1 } },
      workspace,
    );
    await test.database.query(
      "update entries set user_id = 7, reason = 'invalid_format' where workspace_id = $1 and sync_id = $2 and type = 'invalid_value'",
      [workspace.id, only.syncId],
    );
    const { items } = await read<{ items: Cause[] }>(
      `/api/v1/syncs/${only.number}/causes`,
      workspace,
    );
    expect(items[0]).toMatchObject({
      count: 3,
      impactedUsers: 1,
      newSinceLastSync: false,
      seenInSyncs: 0,
    });
    expect(items[1]).toMatchObject({
      type: "unknown_property",
      impactedUsers: 0,
      impactedTeams: 0,
    });
  });
});

describe("live events", () => {
  interface Event {
    event: string;
    data: Sync;
  }
  const parse = (text: string): Event[] =>
    text
      .split("\n\n")
      .filter((block) => block.startsWith("event: "))
      .map((block) => {
        const [event, data] = block.split("\n") as [string, string];
        return { event: event.slice(7), data: JSON.parse(data.slice(6)) as Sync };
      });

  it("tell of phases and progress, and end when the sync is done", async () => {
    const report = await build({ entries: ONE_OF_EACH, status: "pending", phase: "applying" });
    const change = (sql: string) =>
      test.database.query(`update syncs set ${sql} where workspace_id = $1 and id = $2`, [
        report.workspaceId,
        report.syncId,
      ]);
    await change("progress_done = 1, progress_total = 3");
    const answer = await test.app.inject({
      method: "GET",
      url: `/api/v1/syncs/${report.number}/events`,
      headers: { authorization: `Bearer ${test.workspace.keys.push}` },
      payloadAsStream: true,
    });
    expect(answer.headers["content-type"]).toContain("text/event-stream");
    let text = "";
    const events = () => parse(text);
    const ended = (async () => {
      for await (const piece of answer.stream()) text += String(piece);
    })();
    await expect.poll(() => events().length).toBe(1);
    await change("progress_done = 2");
    await expect.poll(() => events().length).toBe(2);
    await change("phase = 'done', status = 'completed', progress_done = 3");
    await ended;
    expect(events().map(({ event, data }) => [event, data.phase, data.progress?.done])).toEqual([
      ["phase", "applying", 1],
      ["progress", "applying", 2],
      ["phase", "done", 3],
      ["end", undefined, undefined],
    ]);
  });
});
