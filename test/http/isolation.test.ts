import { afterAll, beforeAll, expect, test } from "vitest";
import { type Method, startTestApp, type TestApp } from "../support/test-app.ts";

/** What of another workspace an id in a path could name, by the first word of the path behind /api/v1. */
const ids: Record<string, string[]> = {};
let world: TestApp;
let operations: { method: Method; path: string }[];

beforeAll(async () => {
  world = await startTestApp();
  const { database, other } = world;
  const id = async (sql: string, values: unknown[] = []) =>
    (await database.query<{ id: number }>(`${sql} returning id`, [other.id, ...values])).rows[0]!
      .id;
  const user = await id(
    "insert into users (workspace_id, email, profile) values ($1, 'bob@other.example', '{}')",
  );
  const team = await id("insert into teams (workspace_id, name) values ($1, 'Their team')");
  const sync = await id(
    `insert into syncs (workspace_id, number, source_id, form, trigger_kind, trigger_actor, status, phase)
     values ($1, 7, $2, 'json', 'push', 'Their key', 'completed', 'done')`,
    [other.sourceId],
  );
  const { rows } = await database.query<{ id: number }>(
    "select id from api_keys where workspace_id = $1",
    [other.id],
  );
  Object.assign(ids, {
    users: [`usr_${user}`],
    teams: [`team_${team}`],
    syncs: [`syn_${sync}`, "7"],
    "api-keys": rows.map((row) => `key_${row.id}`),
  });
  const { paths } = (await world.call("GET", "/api/openapi.json")).json<{
    paths: Record<string, object>;
  }>();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase() as Method, path })),
  );
});
afterAll(() => world.close());

async function snapshot(): Promise<unknown> {
  const tables = [
    "users",
    "teams",
    "direct_managers",
    "team_places",
    "syncs",
    "api_keys",
    "audit",
    "invitations",
    "saved_views",
    "cause_marks",
    "notice_choices",
    "mail_outbox",
  ];
  const sums = tables.map(
    (table) =>
      `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t) as ${table}`,
  );
  return (await world.database.query(`select ${sums.join(", ")}`)).rows;
}

test("an id of another workspace is not there, and nothing happens to what it names", async () => {
  const touched = new Set<string>();
  // The first call notes the key's use.
  await world.call("GET", "/api/v1/me");
  const before = await snapshot();
  for (const { method, path } of operations) {
    const word = /^\/api\/v1\/([^/]+)\/\{/.exec(path)?.[1];
    for (const id of ids[word ?? ""] ?? []) {
      const url = path.replace(/\{[^}]+\}/, id).replace(/\{[^}]+\}/g, "usr_1");
      const answer = await world.call(method, url);
      // Without the body that a call wants, 422 comes first.
      const allowed = method === "GET" || method === "DELETE" ? [404] : [404, 422];
      expect(allowed, `${method} ${url} answered ${answer.statusCode}`).toContain(
        answer.statusCode,
      );
      expect(answer.body).not.toMatch(/other\.example|Their/);
      touched.add(word ?? "");
    }
  }
  expect(await snapshot()).toEqual(before);
  expect([...touched].sort()).toEqual(Object.keys(ids).sort());
});

test("no list or search shows another workspace's rows", async () => {
  for (const { method, path } of operations) {
    if (
      method !== "GET" ||
      path.includes("{") ||
      !path.startsWith("/api/v1/") ||
      path.includes("/host/")
    )
      continue;
    const answer = await world.call(method, path);
    expect(answer.body, path).not.toMatch(/other\.example|Their|"Other/);
  }
  for (const path of ["/api/v1/users?q=bob", "/api/v1/teams?q=Their"]) {
    const page = (await world.call("GET", path)).json<{ items: object[] }>();
    expect(page.items, path).toEqual([]);
  }
});
