import { afterAll, beforeAll, expect, test } from "vitest";
import type { ApiKey } from "../../src/contract/api-key.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

type Issued = ApiKey & { key: string };

async function make(body: object, key?: string): Promise<Issued> {
  const answer = await world.call("POST", "/api/v1/api-keys", {
    body,
    ...(key === undefined ? {} : { key }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Issued>();
}
const works = async (key: string) =>
  (await world.call("GET", "/api/v1/me", { key })).statusCode === 200;

test("a key is shown once and stored as a hash", async () => {
  const issued = await make({ name: " Payroll ", scope: "push" });
  expect(issued.key).toMatch(/^mus_[0-9A-Za-z]{40}$/);
  expect(issued).toMatchObject({
    name: "Payroll",
    scope: "push",
    lastFour: issued.key.slice(-4),
    expiresAt: null,
    createdBy: "Acme read_write",
  });
  const list = await world.call("GET", "/api/v1/api-keys");
  expect(list.body).toContain(issued.id);
  expect(list.body).not.toContain(issued.key);
  const { rows } = await world.database.query<{ row: string }>(
    "select api_keys::text as row from api_keys",
  );
  const { rows: audit } = await world.database.query<{ row: string }>(
    "select audit::text as row from audit",
  );
  for (const { row } of [...rows, ...audit]) expect(row).not.toContain(issued.key);
});

test("its use is noted, at most once a minute", async () => {
  const { id, key } = await make({ name: "Used", scope: "read" });
  const find = async () => {
    const { items } = (await world.call("GET", "/api/v1/api-keys?limit=200")).json<{
      items: ApiKey[];
    }>();
    return items.find((item) => item.id === id);
  };
  expect(await find()).toMatchObject({ lastUsedAt: null, lastUsedIp: null });
  await works(key);
  const first = await find();
  expect(first).toMatchObject({ lastUsedAt: expect.any(String), lastUsedIp: "127.0.0.1" });
  await works(key);
  expect(await find()).toEqual(first);
  await world.database.query(
    "update api_keys set last_used_at = last_used_at - interval '61 seconds'",
  );
  await works(key);
  expect((await find())?.lastUsedAt).not.toBe(first?.lastUsedAt);
});

test("a key works until its time, and cannot begin in the past", async () => {
  const issued = await make({
    name: "Short",
    scope: "read",
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  });
  expect(await works(issued.key)).toBe(true);
  await world.database.query("update api_keys set expires_at = now() where name = 'Short'");
  expect(await works(issued.key)).toBe(false);
  const past = await world.call("POST", "/api/v1/api-keys", {
    body: { name: "x", scope: "read", expiresAt: "2020-01-01T00:00:00Z" },
  });
  expect(past.json()).toMatchObject({ status: 422, errors: [{ pointer: "/expiresAt" }] });
});

test("revoking ends a key at once and takes it off the list", async () => {
  const issued = await make({ name: "Gone", scope: "read" });
  expect((await world.call("DELETE", `/api/v1/api-keys/${issued.id}`)).statusCode).toBe(204);
  expect(await works(issued.key)).toBe(false);
  expect((await world.call("DELETE", `/api/v1/api-keys/${issued.id}`)).statusCode).toBe(404);
  expect((await world.call("GET", "/api/v1/api-keys?limit=200")).body).not.toContain(issued.id);
});

test("rotating makes the same key anew and leaves the old one a day", async () => {
  const old = await make({
    name: "Turn",
    scope: "push",
    expiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  });
  const answer = await world.call("POST", `/api/v1/api-keys/${old.id}/rotate`);
  expect(answer.statusCode).toBe(201);
  const fresh = answer.json<Issued>();
  expect(fresh).toMatchObject({ name: "Turn", scope: "push" });
  expect(fresh.key).not.toBe(old.key);
  const days = (issued: Issued) =>
    (Date.parse(issued.expiresAt ?? "") - Date.parse(issued.createdAt)) / 86_400_000;
  expect(days(fresh)).toBeCloseTo(days(old), 2);
  expect([await works(old.key), await works(fresh.key)]).toEqual([true, true]);
  const { rows } = await world.database.query<{ hours: number }>(
    "select extract(epoch from expires_at - now())::float8 / 3600 as hours from api_keys where last_four = $1",
    [old.lastFour],
  );
  expect(rows[0]?.hours).toBeCloseTo(24, 1);
  const { items } = (await world.call("GET", "/api/v1/api-keys")).json<{ items: ApiKey[] }>();
  const replacedBy = (id: string) => items.find((item) => item.id === id)?.replacedBy;
  expect([replacedBy(old.id), replacedBy(fresh.id)]).toEqual([fresh.id, null]);
});

test("a key cannot make or renew a wider one; nor can a narrower one make any", async () => {
  const { push, read } = world.workspace.keys;
  for (const key of [push, read]) {
    const answer = await world.call("POST", "/api/v1/api-keys", {
      key,
      body: { name: "x", scope: "read" },
    });
    expect(answer.statusCode).toBe(403);
  }
  const wide = await world.call("POST", "/api/v1/api-keys", {
    body: { name: "x", scope: "admin" },
  });
  expect(wide.statusCode).toBe(422);
});

test("another workspace's key is not there", async () => {
  const { rows } = await world.database.query<{ id: number }>(
    "select id from api_keys where workspace_id = $1",
    [world.other.id],
  );
  for (const { id } of rows) {
    expect((await world.call("DELETE", `/api/v1/api-keys/key_${id}`)).statusCode).toBe(404);
    expect((await world.call("POST", `/api/v1/api-keys/key_${id}/rotate`)).statusCode).toBe(404);
  }
  expect((await world.call("GET", "/api/v1/api-keys?limit=200")).body).not.toContain("Other");
  expect(await works(world.other.keys.readWrite)).toBe(true);
});

test("pages neither repeat nor lose a key while keys are added", async () => {
  const wanted = new Set<string>();
  for (let n = 0; n < 5; n++) wanted.add((await make({ name: `Page ${n}`, scope: "read" })).id);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const url: string = `/api/v1/api-keys?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`;
    const page = (await world.call("GET", url)).json<{
      items: ApiKey[];
      nextCursor: string | null;
    }>();
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
    await make({ name: "Meanwhile", scope: "read" });
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  for (const id of wanted) expect(seen).toContain(id);
});
