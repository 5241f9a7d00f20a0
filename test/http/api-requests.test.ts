import { afterAll, beforeAll, expect, test } from "vitest";
import type { ApiKey } from "../../src/contract/api-key.ts";
import type { ApiRequest } from "../../src/contract/api-request.ts";
import { openDatabase } from "../../src/db/database.ts";
import { buildApp } from "../../src/http/app.ts";
import { createLogger } from "../../src/http/logging.ts";
import { formOf, pushJson, runQueued } from "../support/pushing.ts";
import { addTestWorkspace, startTestApp, type TestApp, testConfig } from "../support/test-app.ts";
import { copyTestDatabase } from "../support/test-database.ts";

const lines: string[] = [];
let world: TestApp;
beforeAll(async () => {
  world = await startTestApp({
    logger: createLogger("error", { write: (line) => void lines.push(line) }),
  });
});
afterAll(() => world.close());

type Page = { items: ApiRequest[]; nextCursor: string | null };

/** A new key, and how to call with it. */
async function makeKey(scope: ApiKey["scope"]) {
  const body = { name: `A ${scope} key`, scope };
  const made = await world.call("POST", "/api/v1/api-keys", { body });
  return made.json<{ id: string; key: string }>();
}

async function readPage(id: string, query = ""): Promise<Page> {
  const answer = await world.call("GET", `/api/v1/api-keys/${id}/requests${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Page>();
}

const MEMBER = { externalMemberId: "m-1", email: "kim.roy@example.com", firstName: "Kimberley" };

test("a push leads to the sync that it made", async () => {
  const { id, key } = await makeKey("push");
  const headers = { authorization: `Bearer ${key}` };
  const first = await pushJson(world, { members: [MEMBER] }, "?mode=partial", headers);
  const second = await pushJson(world, { members: [MEMBER] }, "?dryRun=true", headers);
  const { items, nextCursor } = await readPage(id);
  expect(nextCursor).toBeNull();
  expect(items).toMatchObject(
    [second, first].map((sync) => ({
      ...{ method: "POST", endpoint: "/api/v1/provisioning/json", status: 202, code: null },
      ...{ count: 1, ip: "127.0.0.1", sync: { id: sync.id, number: sync.number } },
    })),
  );
  const { rows } = await world.database.query<{ request_id: string }>(
    "select request_id from audit where action = 'sync_started' and target_id = $1",
    [first.id],
  );
  expect(items[1]?.requestId).toBe(rows[0]?.request_id);
  expect(new Date(items[1]!.at).getTime()).toBeGreaterThanOrEqual(Date.parse(first.createdAt));
});

test("a run of what was pushed before leads to the new sync; a sync that is gone leads nowhere", async () => {
  const { id, key } = await makeKey("read_write");
  const pushed = await pushJson(world, { members: [MEMBER] }, "?mode=partial");
  await runQueued(world);
  const rerun = await world.call("POST", "/api/v1/syncs", { key, body: { rerunOf: pushed.id } });
  const { sync } = rerun.json<{ sync: { id: string; number: number } }>();
  expect((await readPage(id)).items).toMatchObject([
    { endpoint: "/api/v1/syncs", sync: { id: sync.id, number: sync.number } },
  ]);
  await world.database.query("delete from syncs where number = $1 and workspace_id = $2", [
    sync.number,
    world.workspace.id,
  ]);
  expect((await readPage(id)).items).toMatchObject([{ endpoint: "/api/v1/syncs", sync: null }]);
});

test("whatever is refused is there with its code: by the input, the scope, the schema, the path", async () => {
  const { id, key } = await makeKey("push");
  const form = formOf([{ name: "members", text: "email\nkim.roy@example.com\n" }]);
  await world.call("POST", "/api/v1/provisioning/csv", { key, ...form });
  await world.call("GET", "/api/v1/users?q=kim.roy@example.com", { key });
  await world.call("POST", "/api/v1/provisioning/csv?mode=kimberley", { key, ...form });
  await world.call("GET", "/api/v1/syncs/kim.roy@example.com", { key });
  const answered = await world.call("GET", "/api/v1/syncs?limit=1", { key });
  const expected: Partial<ApiRequest>[] = [
    { method: "GET", endpoint: "/api/v1/syncs", status: 200, code: null },
    {
      ...{ method: "POST", endpoint: "/api/v1/provisioning/csv" },
      ...{ status: 400, code: "invalid_request" },
    },
    { method: "GET", endpoint: "/api/v1/users", status: 403, code: "forbidden" },
    { method: "GET", endpoint: "/api/v1/syncs/{id}", status: 404, code: "not_found" },
    {
      ...{ method: "POST", endpoint: "/api/v1/provisioning/csv" },
      ...{ status: 422, code: "missing_column" },
    },
  ];
  const { items } = await readPage(id);
  // Two may have been answered in the same millisecond.
  const sorted = items.toSorted((a, b) => a.status - b.status);
  expect(sorted).toMatchObject(expected.map((item) => ({ ...item, count: 1, sync: null })));
  expect(sorted[0]?.requestId).toBe(answered.headers["x-request-id"]);
  const refused = await readPage(id, "?refused=true");
  expect(refused.items).toEqual(items.filter(({ status }) => status !== 200));
});

test("neither addresses, queries, bodies nor what exactly was wrong is stored", async () => {
  const { rows } = await world.database.query<{ text: string }>(
    "select r::text as text from api_requests r",
  );
  expect(rows.length).toBeGreaterThan(6);
  const text = rows.map((row) => row.text).join("\n");
  for (const personal of [/kim/i, "@", "?", "mode", "m-1", "members", 'column"', "mus_"]) {
    expect(text).not.toMatch(personal);
  }
});

test("calls of one kind are counted, and lead to the last", async () => {
  const { id, key } = await makeKey("read");
  let last = "";
  for (let n = 0; n < 6; n++) {
    const answer = await world.call("GET", `/api/v1/users?limit=${n + 1}`, { key });
    last = String(answer.headers["x-request-id"]);
    if (n === 2) await readPage(id);
  }
  const { items } = await readPage(id);
  // The minute may have turned meanwhile.
  expect(items.length).toBeLessThanOrEqual(2);
  expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  expect(items[0]?.requestId).toBe(last);
});

test("only calls with a key are there", async () => {
  const { id } = await makeKey("read");
  await readPage(id);
  const count = async () => (await world.database.query("select from api_requests")).rowCount;
  const before = await count();
  const headers = await world.signIn("viewer");
  await world.call("GET", "/api/v1/users", { key: null, headers });
  await world.call("GET", "/api/v1/users", { key: `mus_${"x".repeat(40)}` });
  await world.call("GET", "/api/v1/users", { key: null });
  await world.call("GET", "/healthz", { key: null });
  await world.call("GET", `/api/v1/api-keys/${id}/requests`, { key: null, headers });
  expect(await count()).toBe(before);
  expect((await readPage(id)).items).toEqual([]);
});

test("keys that may not see keys see no requests; people who may only look do", async () => {
  const { id } = await makeKey("read");
  const url = `/api/v1/api-keys/${id}/requests`;
  const status = async (key: string | null, headers = {}) =>
    (await world.call("GET", url, { key, headers })).statusCode;
  expect(await status(world.workspace.keys.push)).toBe(403);
  expect(await status(world.workspace.keys.read)).toBe(200);
  expect(await status(null, await world.signIn("viewer"))).toBe(200);
});

test("another workspace's key is not there, nor one that never was; a revoked one is", async () => {
  const { rows } = await world.database.query<{ id: number }>(
    "select id from api_keys where workspace_id = $1",
    [world.other.id],
  );
  const ids = [...rows.map((row) => `key_${row.id}`), "key_999999", "usr_1", "none"];
  for (const id of ids) {
    const answer = await world.call("GET", `/api/v1/api-keys/${id}/requests`);
    expect(answer.statusCode, id).toBe(404);
  }
  const { id, key } = await makeKey("read");
  await world.call("GET", "/api/v1/me", { key });
  await world.call("DELETE", `/api/v1/api-keys/${id}`);
  expect((await readPage(id)).items).toMatchObject([{ endpoint: "/api/v1/me" }]);
});

test("pages neither repeat nor lose a request while more are made", async () => {
  const { id, key } = await makeKey("read");
  const paths = ["me", "users", "teams", "workspace", "properties", "audit", "issue-types"];
  for (const path of paths) await world.call("GET", `/api/v1/${path}`, { key });
  const seen: string[] = [];
  let query = "?limit=2";
  for (;;) {
    const { items, nextCursor } = await readPage(id, query);
    seen.push(...items.map(({ endpoint }) => endpoint));
    if (nextCursor === null) break;
    query = `?limit=2&cursor=${nextCursor}`;
    // One that is known already, counted again, and a new one.
    await world.call("GET", "/api/v1/me", { key });
    await world.call("GET", `/api/v1/users/usr_${seen.length}`, { key });
  }
  const wanted = seen.filter((endpoint) => paths.includes(endpoint.slice("/api/v1/".length)));
  expect(wanted.toSorted()).toEqual(paths.map((path) => `/api/v1/${path}`).toSorted());
  const bad = await world.call("GET", `/api/v1/api-keys/${id}/requests?cursor=nonsense`);
  expect(bad.json()).toMatchObject({ status: 400, errors: [{ pointer: "/cursor" }] });
});

test("a call does not fail when it cannot be kept; the log tells", async () => {
  const { id, key } = await makeKey("read");
  await world.database.query("alter table api_requests rename to elsewhere");
  lines.length = 0;
  try {
    expect((await world.call("GET", "/api/v1/me", { key })).statusCode).toBe(200);
    // Reading them is what has them written; that fails for itself.
    await world.call("GET", `/api/v1/api-keys/${id}/requests`);
  } finally {
    await world.database.query("alter table elsewhere rename to api_requests");
  }
  expect(lines.map((line) => JSON.parse(line).msg)).toContain(
    "keeping the calls of API keys failed",
  );
  expect(await readPage(id)).toEqual({ items: [], nextCursor: null });
});

test("what waits is written when the application closes", async () => {
  const place = await copyTestDatabase();
  const database = await openDatabase(place.options);
  try {
    const app = await buildApp({ database, config: testConfig() });
    const { keys } = await addTestWorkspace(database, "Acme");
    const headers = { authorization: `Bearer ${keys.read}` };
    await app.inject({ url: "/api/v1/me", headers });
    await app.close();
    const { rows } = await database.query("select route, count from api_requests");
    expect(rows).toEqual([{ route: "/api/v1/me", count: 1 }]);
  } finally {
    await database.close();
    await place.remove();
  }
});
