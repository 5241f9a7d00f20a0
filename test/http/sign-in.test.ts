import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeRecoveryLink } from "../../src/engine/accounts.ts";
import { buildApp } from "../../src/http/app.ts";
import {
  signInAs,
  startTestApp,
  TEST_PASSWORD,
  type TestApp,
  testConfig,
} from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp({ limits: { signIn: 1000 } });
});
afterAll(() => world.close());

async function emailOf(headers: Record<string, string>): Promise<string> {
  const me = await world.call("GET", "/api/v1/me", { key: null, headers });
  return me.json<{ email: string }>().email;
}

function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return world.call("POST", url, { key: null, body, headers });
}

test("a session names its person and workspace, in a cookie that scripts cannot read", async () => {
  const headers = await world.signIn();
  const email = await emailOf(headers);
  const answer = await post("/api/auth/sign-in", { email, password: TEST_PASSWORD });
  expect(answer.statusCode).toBe(204);
  expect(answer.cookies).toEqual([
    expect.objectContaining({
      name: "muster.session_token",
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
    }),
  ]);
  expect(answer.body).toBe("");
  const me = await world.call("GET", "/api/v1/me", { key: null, headers });
  expect(me.json()).toMatchObject({
    kind: "account",
    name: "Ada admin",
    scope: "admin",
    workspace: { name: "Acme" },
    workspaces: [{ name: "Acme" }],
  });
});

test("the cookie is Secure when browsers come by HTTPS", async () => {
  const email = await emailOf(await world.signIn());
  const config = testConfig({ publicUrl: "https://muster.example.com" });
  const app = await buildApp({ database: world.database, config });
  const answer = await app.inject({
    method: "POST",
    url: "/api/auth/sign-in",
    payload: { email, password: TEST_PASSWORD },
  });
  expect(answer.cookies).toEqual([
    expect.objectContaining({ secure: true, httpOnly: true, sameSite: "Lax" }),
  ]);
  expect(answer.headers["strict-transport-security"]).toContain("max-age");
  await app.close();
});

test("a wrong password and an unknown address get the same answer", async () => {
  const email = await emailOf(await world.signIn());
  const wrong = await post("/api/auth/sign-in", { email, password: "not the password" });
  const unknown = await post("/api/auth/sign-in", {
    email: "nobody@example.com",
    password: "not the password",
  });
  expect(wrong.statusCode).toBe(401);
  expect(unknown.statusCode).toBe(401);
  expect({ ...wrong.json(), requestId: "" }).toEqual({ ...unknown.json(), requestId: "" });
  expect(wrong.json().code).toBe("wrong_credentials");
  expect(wrong.cookies).toEqual([]);
});

test("a forged or altered cookie is nobody", async () => {
  const { cookie, ...rest } = await world.signIn();
  for (const forged of [
    cookie.slice(0, -8),
    "muster.session_token=abc.def",
    "muster.session_token=",
  ]) {
    const answer = await world.call("GET", "/api/v1/me", {
      key: null,
      headers: { ...rest, cookie: forged },
    });
    expect(answer.statusCode).toBe(401);
  }
});

test("ten failures lock an address, with or without an account; the right password waits too", async () => {
  const email = await emailOf(await world.signIn());
  for (const address of [email, "nobody-else@example.com"]) {
    const fail = () => post("/api/auth/sign-in", { email: address, password: "wrong" });
    expect((await fail()).statusCode).toBe(401);
    // Eight more are spared: each costs a slow hash.
    const { rowCount } = await world.database.query(
      "update auth_attempts set failures = 9 where failures = 1 and email_hash = sha256($1::bytea)",
      [Buffer.from(address)],
    );
    expect(rowCount).toBe(1);
    expect((await fail()).statusCode).toBe(401);
    const locked = await post("/api/auth/sign-in", {
      email: address.toUpperCase(),
      password: TEST_PASSWORD,
    });
    expect(locked.statusCode).toBe(429);
    expect(locked.json().code).toBe("locked_out");
    expect(Number(locked.headers["retry-after"])).toBeGreaterThan(600);
  }
  await world.database.query("update auth_attempts set locked_until = now() - interval '1 second'");
  expect((await post("/api/auth/sign-in", { email, password: TEST_PASSWORD })).statusCode).toBe(
    204,
  );
  const audit = await world.call("GET", "/api/v1/audit?action=sign_in_failed&limit=200");
  expect(audit.json().items.length).toBeGreaterThanOrEqual(2);
  expect(audit.body).not.toContain(email);
  // Who fails is not known; who signs in is the account.
  expect(audit.json().items[0]).toMatchObject({ actor: { kind: "system" } });
  const signedIn = await world.call("GET", "/api/v1/audit?action=signed_in&limit=1");
  const [{ actor, target }] = signedIn.json().items;
  expect(actor).toMatchObject({ kind: "account", id: target.id, name: target.name });
});

test("a success forgets the failures before it", async () => {
  const email = await emailOf(await world.signIn());
  for (const password of ["wrong", "wrong", TEST_PASSWORD])
    await post("/api/auth/sign-in", { email, password });
  const hash = createHash("sha256").update(email).digest();
  const left = await world.database.query("select from auth_attempts where email_hash = $1", [
    hash,
  ]);
  expect(left.rowCount).toBe(0);
});

test("sign-in attempts from one address are limited", async () => {
  const app = await buildApp({
    database: world.database,
    config: world.config,
    limits: { signIn: 2 },
  });
  const attempt = (url: string) =>
    app.inject({
      method: "POST",
      url,
      payload: { email: "a@example.com", password: "x", token: "x" },
    });
  await attempt("/api/auth/sign-in");
  await attempt("/api/auth/set-password");
  const refused = await attempt("/api/auth/sign-in");
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  await app.close();
});

describe("calls with a cookie", () => {
  test("change things only from the same origin", async () => {
    const { cookie, origin, host } = await world.signIn();
    const patch = (headers: Record<string, string>) =>
      world.call("PATCH", "/api/v1/workspace", {
        key: null,
        headers: { cookie, host, ...headers },
        body: {},
      });
    expect((await patch({ origin })).statusCode).toBe(200);
    for (const headers of [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${origin}.evil.example` },
    ]) {
      const refused = await patch(headers as Record<string, string>);
      expect(refused.statusCode).toBe(403);
      expect(refused.json().code).toBe("other_origin");
    }
    const read = await world.call("GET", "/api/v1/workspace", {
      key: null,
      headers: { cookie, host },
    });
    expect(read.statusCode).toBe(200);
  });

  test("another site cannot sign a browser in", async () => {
    const answer = await post(
      "/api/auth/sign-in",
      { email: "a@example.com", password: "x" },
      { origin: "https://evil.example" },
    );
    expect(answer.statusCode).toBe(403);
  });

  test("a key needs no origin", async () => {
    const answer = await world.call("PATCH", "/api/v1/workspace", { body: {} });
    expect(answer.statusCode).toBe(200);
  });

  test("a viewer reads and changes nothing", async () => {
    const headers = await world.signIn("viewer");
    const get = await world.call("GET", "/api/v1/workspace", { key: null, headers });
    expect(get.statusCode).toBe(200);
    const patch = await world.call("PATCH", "/api/v1/workspace", {
      key: null,
      headers,
      body: { name: "Mine" },
    });
    expect(patch.statusCode).toBe(403);
  });
});

describe("sessions", () => {
  test("signing out ends the session on the server, not only in the browser", async () => {
    const headers = await world.signIn();
    expect((await post("/api/auth/sign-out", undefined, headers)).statusCode).toBe(204);
    expect((await world.call("GET", "/api/v1/me", { key: null, headers })).statusCode).toBe(401);
  });

  test("are listed and ended one by one, one's own only", async () => {
    const headers = await world.signIn();
    const second = await signInAs(world.app, await emailOf(headers), TEST_PASSWORD);
    const list = await world.call("GET", "/api/v1/me/sessions", { key: null, headers });
    const items = list.json<{ items: { id: string; current: boolean }[] }>().items;
    expect(items.map((item) => item.current).sort()).toEqual([false, true]);
    expect(list.body).not.toContain(headers.cookie.split("=")[1]?.slice(0, 20));
    const other = items.find((item) => !item.current)?.id ?? "";

    const stranger = await world.signIn();
    const refused = await world.call("DELETE", `/api/v1/me/sessions/${other}`, {
      key: null,
      headers: stranger,
    });
    expect(refused.statusCode).toBe(404);
    const ended = await world.call("DELETE", `/api/v1/me/sessions/${other}`, {
      key: null,
      headers,
    });
    expect(ended.statusCode).toBe(204);
    expect((await world.call("GET", "/api/v1/me", { key: null, headers: second })).statusCode).toBe(
      401,
    );
  });

  test("run out", async () => {
    const headers = await world.signIn();
    await world.database.query("update auth_sessions set expires_at = now() - interval '1 second'");
    expect((await world.call("GET", "/api/v1/me", { key: null, headers })).statusCode).toBe(401);
  });
});

describe("passwords", () => {
  test("are changed with the current one; other sessions end", async () => {
    const headers = await world.signIn();
    const email = await emailOf(headers);
    const second = await signInAs(world.app, email, TEST_PASSWORD);
    const change = (currentPassword: string, newPassword: string) =>
      post("/api/auth/change-password", { currentPassword, newPassword }, headers);
    expect((await change("wrong", "another good one")).json().code).toBe("wrong_password");
    expect((await change(TEST_PASSWORD, "short")).statusCode).toBe(422);
    expect((await change(TEST_PASSWORD, "another good one")).statusCode).toBe(204);
    expect((await world.call("GET", "/api/v1/me", { key: null, headers })).statusCode).toBe(200);
    expect((await world.call("GET", "/api/v1/me", { key: null, headers: second })).statusCode).toBe(
      401,
    );
    await signInAs(world.app, email, "another good one");
  });

  test("are stored as scrypt hashes", async () => {
    await world.signIn();
    const { rows } = await world.database.query<{ password: string }>(
      "select password from auth_accounts",
    );
    for (const row of rows) expect(row.password).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  });

  test("a key has none to change", async () => {
    const body = { currentPassword: "x", newPassword: "another good one" };
    expect((await world.call("POST", "/api/auth/change-password", { body })).statusCode).toBe(403);
  });

  test("are set anew by a recovery link, once, and every session ends", async () => {
    const headers = await world.signIn();
    const email = await emailOf(headers);
    const old = await makeRecoveryLink(world.database, email);
    const link = await makeRecoveryLink(world.database, email);
    expect(link.path).toBe(`/set-password#token=${link.token}`);
    const set = (token: string) =>
      post("/api/auth/set-password", { token, password: "brand new password" });
    expect((await set(old.token)).statusCode).toBe(410);
    expect((await set("made up")).statusCode).toBe(410);
    expect((await set(link.token)).statusCode).toBe(204);
    expect((await set(link.token)).statusCode).toBe(410);
    expect((await world.call("GET", "/api/v1/me", { key: null, headers })).statusCode).toBe(401);
    await signInAs(world.app, email, "brand new password");
    const { rows } = await world.database.query<{ row: string }>(
      "select auth_links::text as row from auth_links",
    );
    expect(rows.map((row) => row.row).join()).not.toContain(link.token);
  });

  test("a link that ran out does not work", async () => {
    const link = await makeRecoveryLink(world.database, await emailOf(await world.signIn()));
    await world.database.query("update auth_links set expires_at = now() - interval '1 second'");
    const answer = await post("/api/auth/set-password", {
      token: link.token,
      password: "brand new password",
    });
    expect(answer.json().code).toBe("link_not_valid");
  });
});
