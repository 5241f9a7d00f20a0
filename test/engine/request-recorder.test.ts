import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { REQUESTS_KEPT } from "../../src/contract/api-request.ts";
import type { Database } from "../../src/db/database.ts";
import { readApiRequests } from "../../src/db/queries/api-requests.ts";
import {
  type AnsweredCall,
  RECORDER_LIMITS,
  RequestRecorder,
} from "../../src/engine/request-recorder.ts";
import { applyRetention } from "../../src/engine/retention.ts";
import { addTestWorkspace } from "../support/test-app.ts";
import { openTestDatabase } from "../support/test-database.ts";

const MINUTE = Date.parse("2026-11-23T12:04:00Z");
const KEY = 1;

describe("the calls of API keys", () => {
  let database: Database;
  let workspaceId: number;
  let recorder: RequestRecorder;
  let told: string[];
  beforeAll(async () => {
    database = await openTestDatabase();
    workspaceId = (await addTestWorkspace(database, "Acme")).id;
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.query("delete from api_requests");
    told = [];
    const tell = (_details: object, message: string) => void told.push(message);
    // Written when a test says so.
    recorder = new RequestRecorder(database, { error: tell, warn: tell }, 3_600_000);
  });

  const call = (changes: Partial<AnsweredCall> & { second?: number } = {}): AnsweredCall => {
    const { second = 0, ...rest } = changes;
    return {
      ...{ workspaceId, keyId: KEY, at: new Date(MINUTE + second * 1000), method: "GET" },
      ...{ route: "/api/v1/users/:id", status: 200, code: null, ip: "10.0.0.1", syncId: null },
      ...{ requestId: `r${second}`, ...rest },
    };
  };
  const stored = async () =>
    (
      await database.query<{ route: string; count: number; last: number; request_id: string }>(
        `select route, status, code, ip, sync_id, count, extract(epoch from last_at - minute)::int as last, request_id
           from api_requests order by first_at, id`,
      )
    ).rows;

  it("add up within a minute, in memory and in the database", async () => {
    for (const second of [1, 7, 30]) recorder.record(call({ second }));
    await recorder.flush();
    expect(await stored()).toMatchObject([{ count: 3, last: 30, request_id: "r30" }]);
    recorder.record(call({ second: 59 }));
    recorder.record(call({ second: 60 }));
    await recorder.flush();
    expect(await stored()).toMatchObject([
      { count: 4, last: 59, request_id: "r59" },
      { count: 1, last: 0, request_id: "r60" },
    ]);
  });

  it("of another process that come late change no time, and are counted", async () => {
    const other = new RequestRecorder(database, { error() {}, warn() {} }, 3_600_000);
    other.record(call({ second: 5 }));
    recorder.record(call({ second: 40 }));
    await recorder.flush();
    await other.flush();
    expect(await stored()).toMatchObject([{ count: 2, last: 40, request_id: "r40" }]);
  });

  it("are told apart by key, method, route, status, code and address", async () => {
    const kinds: Partial<AnsweredCall>[] = [
      {},
      { keyId: 2 },
      { method: "PATCH" },
      { route: "/api/v1/users" },
      { status: 404, code: "not_found" },
      { status: 404, code: "report_expired" },
      { ip: "10.0.0.2" },
      { ip: null },
    ];
    for (const kind of [...kinds, ...kinds]) recorder.record(call(kind));
    await recorder.flush();
    const rows = await stored();
    expect(rows).toHaveLength(kinds.length);
    for (const row of rows) expect(row.count).toBe(2);
  });

  it("that made a sync have a row of their own each", async () => {
    const push = { method: "POST", route: "/api/v1/provisioning/csv", status: 202 };
    for (const syncId of [11, 12, 13]) recorder.record(call({ ...push, syncId, second: syncId }));
    await recorder.flush();
    expect(await stored()).toMatchObject(
      [11, 12, 13].map((sync_id) => ({ sync_id, count: 1, last: sync_id })),
    );
  });

  it("from very many addresses in a minute are added up without theirs", async () => {
    const many = RECORDER_LIMITS.addressesOfKey + 30;
    for (let n = 0; n < many; n++) recorder.record(call({ ip: `10.0.1.${n}` }));
    recorder.record(call({ keyId: 2, ip: "10.0.1.99" }));
    // In the next minute they are told apart again.
    recorder.record(call({ ip: "10.0.1.99", second: 60 }));
    await recorder.flush();
    const rows = (await stored()) as unknown as { ip: string | null; count: number }[];
    expect(rows).toHaveLength(RECORDER_LIMITS.addressesOfKey + 3);
    expect(rows.filter(({ ip }) => ip === null)).toMatchObject([{ count: 30 }]);
  });

  it("are bounded while they wait, and what is too much is told once", async () => {
    const most = RECORDER_LIMITS.waiting;
    for (let n = 0; n < most + 5; n++) recorder.record(call({ route: `/api/v1/${n}` }));
    recorder.record(call({ route: "/api/v1/0", second: 3 }));
    await recorder.flush();
    const rows = await stored();
    expect(rows).toHaveLength(most);
    expect(rows.find(({ route }) => route === "/api/v1/0")).toMatchObject({ count: 2 });
    expect(told).toHaveLength(1);
    await recorder.flush();
    expect(told).toHaveLength(1);
  });

  it("that cannot be written are told and lost, and the next are written", async () => {
    recorder.record(call({ workspaceId: 999_999 }));
    await expect(recorder.flush()).resolves.toBeUndefined();
    expect(told).toHaveLength(1);
    recorder.record(call());
    await recorder.flush();
    expect(await stored()).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it("are written by themselves after a while", async () => {
    const quick = new RequestRecorder(database, { error() {}, warn() {} }, 1);
    quick.record(call());
    await expect.poll(stored, { timeout: 20_000 }).toHaveLength(1);
  });

  it("are listed by their first, newest first, from behind a place on", async () => {
    const routes = ["/a", "/c", "/b", "/a"];
    for (const [at, route] of routes.entries()) recorder.record(call({ route, second: at * 10 }));
    recorder.record(call({ route: "/d", status: 403, code: "forbidden", second: 15 }));
    recorder.record(call({ route: "/a", second: 61 }));
    recorder.record(call({ route: "/other", keyId: 2 }));
    await recorder.flush();
    const read = async (page: Partial<Parameters<typeof readApiRequests>[3]>) =>
      readApiRequests(database, workspaceId, KEY, {
        ...{ refused: false, after: null, limit: 10, ...page },
      });
    const all = await read({});
    expect(all.map(({ route }) => route)).toEqual(["/a", "/b", "/d", "/c", "/a"]);
    for (const [at, after] of all.entries()) {
      expect((await read({ after, limit: 2 })).map(({ id }) => id)).toEqual(
        all.slice(at + 1, at + 3).map(({ id }) => id),
      );
    }
    expect((await read({ refused: true })).map(({ route }) => route)).toEqual(["/d"]);
    expect(
      await readApiRequests(database, workspaceId + 1, KEY, {
        ...{ refused: false, after: null, limit: 10 },
      }),
    ).toEqual([]);
  });

  it("go after 30 days, and of each key the newest stay", async () => {
    const days = (n: number) => Math.floor(Date.now() / 60_000 - n * 1440) * 60_000;
    for (const age of [31, 29]) recorder.record(call({ keyId: 2, at: new Date(days(age)) }));
    await recorder.flush();
    await database.query(
      `insert into api_requests (workspace_id, key_id, minute, method, route, status, count, first_at,
         last_at, request_id)
       select $1, $2, at, 'GET', '/api/v1/me', 200, 1, at, at, n::text
         from generate_series(1, $3::int) n cross join lateral (select now() - make_interval(mins => n)) as t (at)`,
      [workspaceId, KEY, REQUESTS_KEPT.rowsOfKey + 40],
    );
    const results = await Promise.all([applyRetention(database), applyRetention(database)]);
    expect(results[0]!.apiRequests + results[1]!.apiRequests).toBe(41);
    const { rows } = await database.query(
      `select key_id, count(*), max(request_id::int) filter (where key_id = $1) as oldest
         from api_requests group by 1 order by 1`,
      [KEY],
    );
    expect(rows).toEqual([
      { key_id: KEY, count: REQUESTS_KEPT.rowsOfKey, oldest: REQUESTS_KEPT.rowsOfKey },
      { key_id: 2, count: 1, oldest: null },
    ]);
  });
});
