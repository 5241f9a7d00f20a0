import { afterAll, beforeAll, expect, test } from "vitest";
import { createLogger } from "../../src/http/logging.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

const lines: string[] = [];
let world: TestApp;
beforeAll(async () => {
  world = await startTestApp({
    logger: createLogger("trace", { write: (line) => void lines.push(line) }),
  });
});
afterAll(() => world.close());

test("a request is one line without address, body, credential or caller's address", async () => {
  const { readWrite } = world.workspace.keys;
  lines.length = 0;
  await world.call("GET", "/api/v1/audit?actor=Ada%20Lovelace&target=ada@example.com");
  await world.call("GET", "/api/v1/users/ada@example.com?x=ada@example.com");
  const body = { email: "ada@example.com", password: "secret password" };
  await world.call("POST", "/api/auth/sign-in", { key: null, body });
  await world.call("POST", "/api/v1/api-keys", { body: { name: "Ada's key", scope: "read" } });
  const text = lines.join("");
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    "request",
    "request",
    "request",
    "request",
  ]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    method: "GET",
    route: "/api/v1/audit",
    status: 200,
  });
  for (const personal of [
    "Ada",
    "ada@",
    "Lovelace",
    "secret password",
    readWrite,
    "127.0.0.1",
    "Bearer",
  ]) {
    expect(text).not.toContain(personal);
  }
});

test("a failure is logged with its stack, its text without addresses", async () => {
  await world.database.query(
    "create function fail() returns trigger language plpgsql as $$ begin raise 'no room for ada@example.com'; end $$",
  );
  await world.database.query(
    "create trigger fail before insert on audit for each row execute function fail()",
  );
  lines.length = 0;
  const answer = await world.call("POST", "/api/v1/api-keys", {
    body: { name: "x", scope: "read" },
  });
  await world.database.query("drop trigger fail on audit");
  expect(answer.statusCode).toBe(500);
  const failure = lines
    .map((line) => JSON.parse(line))
    .find((line) => line.msg === "request failed");
  expect(failure).toMatchObject({
    reqId: answer.json().requestId,
    err: { message: "no room for [address]" },
  });
  expect(failure.err.stack).toContain("api-keys");
  expect(lines.join("")).not.toContain("ada@");
  // The change and its audit row stand or fall together.
  const { rowCount } = await world.database.query("select from api_keys where name = 'x'");
  expect(rowCount).toBe(0);
});
