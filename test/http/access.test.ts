import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "../../src/engine/actor.ts";
import { addApiKey } from "../../src/engine/api-keys.ts";
import {
  type BrowserHeaders,
  type Method,
  startTestApp,
  type TestApp,
} from "../support/test-app.ts";

interface Operation {
  method: Method;
  path: string;
  access: string;
  alsoPush: boolean;
}

let world: TestApp;
let operations: Operation[];
let admin: BrowserHeaders;
let viewer: BrowserHeaders;

beforeAll(async () => {
  world = await startTestApp({ limits: { failedKeys: 10_000 } });
  admin = await world.signIn("admin");
  viewer = await world.signIn("viewer");
  const { paths } = (await world.call("GET", "/api/openapi.json")).json<{
    paths: Record<string, Record<string, { "x-access": string; "x-also-push"?: boolean }>>;
  }>();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path: path.replace(/\{[^}]+\}/g, "none"),
      access: operation["x-access"],
      alsoPush: operation["x-also-push"] === true,
    })),
  );
});
afterAll(() => world.close());

const guarded = () => operations.filter((operation) => operation.access !== "public");
const named = ({ method, path }: Operation) => `${method} ${path}`;

async function statusOf(
  operation: Operation,
  key: string | null,
  headers: Record<string, string> = {},
) {
  const answer = await world.call(operation.method, operation.path, { key, headers });
  expect(answer.statusCode, named(operation)).toBeLessThan(500);
  if (answer.statusCode >= 400)
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  return answer.statusCode;
}

test("what anybody may call is a short list", () => {
  const open = operations.filter((operation) => operation.access === "public").map(named);
  expect(open.sort()).toEqual([
    "GET /api/auth/options",
    "GET /api/auth/sso/callback",
    "GET /api/auth/sso/start",
    "GET /api/v1/host/workspaces",
    "GET /api/v1/setup",
    "GET /healthz",
    "GET /metrics",
    "GET /readyz",
    "POST /api/auth/set-password",
    "POST /api/auth/sign-in",
    "POST /api/auth/sign-out",
    "POST /api/v1/host/recovery-links",
    "POST /api/v1/host/workspaces",
    "POST /api/v1/setup",
  ]);
});

test("what a push key may call has to do with syncs", () => {
  const open = guarded().filter((operation) => operation.alsoPush || operation.access === "push");
  for (const { path } of open) {
    expect(path).toMatch(
      /^\/api\/v1\/(syncs|provisioning\/(csv|json)|issue-types|me)(\/|\.|$)|^\/public\/provisioning\//,
    );
  }
});

test("what only an admin may call is about admins", () => {
  const only = guarded()
    .filter((operation) => operation.access === "admin")
    .map(named);
  expect(only.sort()).toEqual([
    "DELETE /api/v1/admins/none",
    "PATCH /api/v1/admins/none",
    "POST /api/v1/admins",
    "POST /api/v1/admins/none/link",
  ]);
});

describe("every guarded call", () => {
  test("refuses who brings no credential", async () => {
    expect(guarded().length).toBeGreaterThan(20);
    for (const operation of guarded())
      expect(await statusOf(operation, null), named(operation)).toBe(401);
  });

  test("refuses keys that are unknown, revoked, expired, altered or no keys", async () => {
    const { database, workspace } = world;
    const make = async () =>
      (
        await addApiKey(database, systemActor(workspace.id), {
          name: "x",
          scope: "read_write",
          expiresAt: null,
        })
      ).key;
    const [revoked, expired, good] = [await make(), await make(), await make()];
    await database.query("update api_keys set revoked_at = now() where last_four = $1", [
      revoked.slice(-4),
    ]);
    await database.query("update api_keys set expires_at = now() where last_four = $1", [
      expired.slice(-4),
    ]);
    const altered = good.slice(0, -1) + (good.endsWith("a") ? "b" : "a");
    const bad = [`mus_${"x".repeat(40)}`, revoked, expired, altered, "nonsense", `${good}x`];
    for (const operation of guarded()) {
      for (const key of bad) expect(await statusOf(operation, key), named(operation)).toBe(401);
    }
  });

  test("refuses a bad key even beside a good session", async () => {
    const answer = await world.call("GET", "/api/v1/me", { key: "nonsense", headers: admin });
    expect(answer.statusCode).toBe(401);
  });

  test("lets in exactly the scopes it names", async () => {
    const { read, push, readWrite } = world.workspace.keys;
    for (const operation of guarded()) {
      const { access, alsoPush } = operation;
      const allowed = {
        read: access === "read",
        push: access === "push" || alsoPush,
        readWrite: access !== "admin",
        viewer: access === "read",
        admin: true,
      };
      const status = {
        read: await statusOf(operation, read),
        push: await statusOf(operation, push),
        readWrite: await statusOf(operation, readWrite),
        viewer: await statusOf(operation, null, viewer),
        admin: await statusOf(operation, null, admin),
      };
      // What a call refuses after the door (own password, own sessions: people only) is its own test's affair.
      const personal = /^\/api\/(auth|v1\/me)/.test(operation.path);
      for (const who of Object.keys(allowed) as (keyof typeof allowed)[]) {
        if (!allowed[who]) expect(status[who], `${who}: ${named(operation)}`).toBe(403);
        else if (!personal)
          expect([401, 403], `${who}: ${named(operation)}`).not.toContain(status[who]);
      }
    }
  });

  test("takes the key from either header", async () => {
    const headers = { "workleap-subscription-key": world.workspace.keys.read };
    expect((await world.call("GET", "/api/v1/me", { key: null, headers })).json().name).toBe(
      "Acme read",
    );
  });

  test("answers 404 for an id that is none, or is of another kind", async () => {
    for (const id of [
      "none",
      "0",
      "-1",
      "usr_0",
      "wsp_1",
      "key_99999999999999999999",
      "%00",
      "a".repeat(300),
      "../x",
    ]) {
      for (const path of ["/api/v1/api-keys/ID"]) {
        const answer = await world.call("DELETE", path.replace("ID", encodeURIComponent(id)));
        expect(answer.statusCode, id).toBe(404);
      }
    }
  });
});

test("too many bad keys from one address are told to wait; good ones go on", async () => {
  const strict = await startTestApp({ limits: { failedKeys: 3 } });
  const statuses: number[] = [];
  for (let n = 0; n < 5; n++) {
    statuses.push((await strict.call("GET", "/api/v1/me", { key: "nonsense" })).statusCode);
  }
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  const refused = await strict.call("GET", "/api/v1/me", { key: "nonsense" });
  expect(refused.json().code).toBe("rate_limited");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await strict.call("GET", "/api/v1/me")).statusCode).toBe(200);
  await strict.close();
});

test("a caller that ran away is told to wait; others go on", async () => {
  const strict = await startTestApp({ limits: { perCaller: 2 } });
  const get = (key: string) => strict.call("GET", "/api/v1/workspace", { key });
  const { read, readWrite } = strict.workspace.keys;
  await get(read);
  await get(read);
  const refused = await get(read);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers["retry-after"]).toBeDefined();
  expect((await get(readWrite)).statusCode).toBe(200);
  await strict.close();
});
