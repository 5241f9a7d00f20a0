import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { type BadCall, badCalls, listOperations, type Operation } from "../support/bad-calls.ts";
import { spoilt } from "../support/bad-text.ts";
import { pushJson, runQueued } from "../support/pushing.ts";
import { type BrowserHeaders, startTestApp, type TestApp } from "../support/test-app.ts";
import { within } from "../support/within.ts";

/** Raise for a longer run: `MUSTER_TEST_TRIES=20000`. */
const TRIES = Number(process.env.MUSTER_TEST_TRIES ?? 400);
const SEED = Number(process.env.MUSTER_TEST_SEED ?? 8420);
const ANSWER_WITHIN_MS = 30_000;
const MANY = 1_000_000_000;

let test: TestApp;
let admin: BrowserHeaders;
let operations: Operation[];
/** Values that exist, so that calls get further than to "not found". */
let known: string[];

beforeAll(async () => {
  test = await startTestApp({ limits: { perCaller: MANY, failedKeys: MANY, signIn: MANY } });
  admin = await test.signIn("admin");
  await test.signIn("viewer");
  known = await fill();
  const document = (await test.call("GET", "/api/openapi.json")).json();
  // Pushes have a test of their own; and who has signed out has no more to say.
  operations = listOperations(document).filter(
    ({ path }) => !/\/provisioning\/(csv|json)$/.test(path) && path !== "/api/auth/sign-out",
  );
});
afterAll(() => test.close());

/** A small directory with a history: users, teams, syncs that are over and one that waits. */
async function fill(): Promise<string[]> {
  const people = ["1", "2", "3", "4", "5", "6"].map((id) => ({
    ...{ externalMemberId: id, email: `p${id}@example.com`, firstName: "Ann", city: "Lyon" },
    directManagerExternalId: id === "1" ? null : "1",
  }));
  const teams = ["T1", "T2"].map((id) => ({ externalTeamId: id, teamName: `Team ${id}` }));
  const teamMappings = [
    { externalTeamId: "T1", externalMemberId: "1" },
    { externalTeamId: "T1", externalSubteamId: "T2" },
  ];
  const broken = { externalMemberId: "7", email: "nobody", "no such column": "x" };
  const syncs = [await pushJson(test, { members: [...people, broken], teams, teamMappings })];
  await runQueued(test);
  syncs.push(await pushJson(test, { members: people.slice(0, 1) }));
  await runQueued(test);
  const property = { label: "Shoe size", type: "text" };
  await test.call("POST", "/api/v1/properties", { body: property });
  const key = await test.call("POST", "/api/v1/api-keys", {
    body: { name: "Spare", scope: "read" },
  });
  const idsOf = async (path: string) =>
    (await test.call("GET", path)).json<{ items: { id: string }[] }>().items.map(({ id }) => id);
  const admins = await idsOf("/api/v1/admins");
  return [
    ...(await idsOf("/api/v1/users")),
    ...(await idsOf("/api/v1/teams")),
    ...syncs.flatMap((sync: Sync) => [sync.id, String(sync.number)]),
    ...[
      key.json<{ apiKey?: { id: string }; id?: string }>().apiKey?.id ?? "key_1",
      "city",
      "Muster",
    ],
    ...["p1@example.com", "1", "T1", "user_skipped", "user_created"],
    // The first is who calls.
    ...admins.slice(1),
  ];
}

/** What longer runs have found. */
const FOUND: BadCall[] = [
  { url: "/api/v1/properties", body: '{"label":"\\ud800"}' },
  {
    url: "/api/v1/api-keys",
    body: '{"name":"a","scope":"read","expiresAt":"9999-12-31T23:59:60Z"}',
  },
].map((found) => ({ method: "POST", contentType: "application/json", caller: "key", ...found }));

describe("a call with anything wrong with it", () => {
  it(`is answered, and never by a fault of the server (${TRIES} tries)`, {
    timeout: 7_200_000,
  }, async () => {
    const statuses = new Map<number, number>();
    let tries = 0;
    await fc.assert(
      fc.asyncProperty(badCalls(operations, known), async (call) => {
        const status = await within(ANSWER_WITHIN_MS, answerTo(call));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        tries += 1;
        if (tries % 20 === 0) await runQueued(test);
      }),
      { numRuns: TRIES, seed: SEED, examples: FOUND.map((call) => [call]) },
    );
    // The tries are worth something only when many get past each gate.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(TRIES / 10);
    for (const status of [400, 401, 404, 409, 422]) expect([...statuses.keys()]).toContain(status);
  });

  it("leaves a server that works", async () => {
    for (const url of ["/readyz", "/api/v1/users", "/api/v1/audit", "/api/v1/syncs"])
      expect((await test.call("GET", url)).statusCode, url).toBe(200);
  });
});

describe("a request that is hardly HTTP", () => {
  it("is refused or cut off, and the next is answered", { timeout: 600_000 }, async () => {
    await test.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = test.app.server.address() as { port: number };
    const body = '{"members":[{"externalMemberId":"1","email":"p1@example.com"}]}';
    const request = fc.constantFrom(
      `POST /api/v1/provisioning/json?dryRun=true HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${test.workspace.keys.push}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      `GET /api/v1/users?q=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${test.workspace.keys.read}\r\nConnection: close\r\n\r\n`,
      `PATCH /api/v1/workspace HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${test.workspace.keys.readWrite}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    );
    await fc.assert(
      fc.asyncProperty(spoilt(request), async (text) => {
        const answer = await within(ANSWER_WITHIN_MS, send(port, text));
        if (answer !== "") expect(answer).toMatch(/^HTTP\/1\.1 [1-4]\d\d /);
      }),
      { numRuns: Math.ceil(TRIES / 4), seed: SEED },
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});

async function answerTo(call: BadCall): Promise<number> {
  const { keys } = test.workspace;
  const credentials = {
    key: { authorization: `Bearer ${keys.readWrite}` },
    "push key": { "workleap-subscription-key": keys.push },
    admin,
    nobody: {},
    stranger: { authorization: `Bearer mus_${"x".repeat(40)}` },
  };
  const type = call.body === null ? {} : { "content-type": call.contentType };
  const answer = await test.app.inject({
    method: call.method,
    url: call.url,
    headers: { ...credentials[call.caller], ...type },
    ...(call.body === null ? {} : { payload: call.body }),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  if (answer.statusCode >= 400) {
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    const problem = answer.json<{ status: number; detail: string; code: string }>();
    expect(problem.status).toBe(answer.statusCode);
    expect(problem.code).toMatch(/^[a-z_]+$/);
    expect(problem.detail.length).toBeGreaterThan(10);
  }
  return answer.statusCode;
}

/** Sends the text as it is; answers what came back until the connection ended. What is cut off waits for nothing. */
async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString("latin1");
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  socket.end(text);
  await closed;
  return answer;
}
