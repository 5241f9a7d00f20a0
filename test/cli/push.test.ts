import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/server.ts";
import { type BuiltCli, buildCli } from "../support/run-cli.ts";
import { testConfig } from "../support/test-app.ts";

const KEY = `mus_${"k".repeat(32)}`;
const folder = mkdtempSync(join(tmpdir(), "muster-push-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

let cli: BuiltCli;
let server: RunningServer;
let env: Record<string, string>;

beforeAll(async () => {
  cli = buildCli();
  const bootstrap = { workspaceName: "Acme", admin: null, apiKey: KEY };
  const config = testConfig({ dataDir: join(folder, "data"), bootstrap });
  server = await startServer(config, () => {});
  env = { MUSTER_URL: server.address, MUSTER_API_KEY: KEY };
});
afterAll(async () => {
  await server?.stop();
  cli?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = "externalMemberId,email,firstName,lastName\n";
const ADA = "E1,ada@example.com,Ada,Roy\n";
const BEN = "E2,ben@example.com,Ben,Kim\n";

async function setUserLimit(users: number | null): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/provisioning/settings`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ thresholds: { users } }),
  });
  expect(answer.status).toBe(200);
}

describe("pushing to a server", () => {
  test("without issues it ends with 0 and counts by type", async () => {
    const members = file("people.csv", HEAD + ADA + BEN);
    const { code, stdout, stderr } = await cli.run(["push", "--members", members, "--wait"], env);
    expect(stdout).toMatch(/^Sync 1: Completed\n/);
    expect(stdout).toMatch(/2 updates applied\n {2}2 {2}User created\n\nNo issues\n$/);
    expect(stderr).not.toContain("\u001b");
    expect(code).toBe(0);
  });

  test("with issues it ends with 3; the report names file and line", async () => {
    const members = file("more.csv", `${HEAD + ADA + BEN}E3,nobody,Cy,Lee\n`);
    const { code, stdout } = await cli.run(["push", "--members", members, "--wait"], env);
    expect(code).toBe(3);
    expect(stdout).toContain("1  User skipped");
    expect((await cli.run(["report"], env)).stdout).toMatch(/^ {2}more\.csv:4 {2}Cy Lee <nobody>/m);
  });

  test("a preview changes nothing, JSON is taken, and a repeated key starts no second sync", async () => {
    const people = file(
      "people.json",
      JSON.stringify({ members: [{ externalMemberId: "E1", email: "other@example.com" }] }),
    );
    const args = ["push", "--json", people, "--dry-run", "--mode", "partial", "--wait"];
    const command = [...args, "--json-output", "--idempotency-key", "once"];
    const first = await cli.run(command, env);
    expect(first.code).toBe(0);
    const { sync } = JSON.parse(first.stdout);
    expect(sync).toMatchObject({
      dryRun: true,
      mode: "partial",
      updates: { planned: 1, applied: 0 },
    });
    const again = JSON.parse((await cli.run(command, env)).stdout);
    expect(again.sync.number).toBe(sync.number);
  });

  test("input that cannot be read is refused with its place", async () => {
    const members = file("odd.csv", "email\nada@example.com\n");
    const { code, stderr } = await cli.run(["push", "--members", members], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^odd\.csv:1 {2}.*externalMemberId.*\n$/);
  });

  test("over a limit it waits: 4, then a decision", async () => {
    await setUserLimit(0);
    const members = file("people.csv", HEAD + ADA.replace("Roy", "Ray") + BEN);
    const waits = await cli.run(["push", "--members", members, "--wait"], env);
    expect(waits.code).toBe(4);
    const number = /^Sync (\d+): Needs approval\n/.exec(waits.stdout)?.[1] ?? "";
    expect(waits.stdout).toMatch(/User updates: 1 planned, 0 allowed/);
    expect(waits.stdout).toContain(`muster approve ${number}`);

    const rejected = await cli.run(["reject", number, "--comment", "Not yet"], env);
    expect(rejected.stdout).toContain("Nothing was changed");
    expect((await cli.run(["approve", number], env)).code).toBe(1);
    expect((await cli.run(["report", number], env)).stdout).toContain("Not yet");

    const next = await cli.run(["push", "--members", members, "--wait"], env);
    const second = /^Sync (\d+):/.exec(next.stdout)?.[1] ?? "";
    const approved = await cli.run(["approve", second, "--wait"], env);
    expect(approved.stdout).toContain("1 update applied");
    expect(approved.code).toBe(0);
    await setUserLimit(null);
  });

  test("a sync that waits can be cancelled, once; a stored input is run again", async () => {
    await setUserLimit(0);
    const members = file("people.csv", HEAD + ADA.replace("Roy", "Rey") + BEN);
    const waits = await cli.run(["push", "--members", members, "--wait"], env);
    const number = /^Sync (\d+): Needs approval\n/.exec(waits.stdout)?.[1] ?? "";
    const cancelled = await cli.run(["cancel", number], env);
    expect(cancelled).toMatchObject({
      code: 0,
      stdout: `Sync ${number} is cancelled. Nothing was changed.\n`,
    });
    const again = await cli.run(["cancel", number], env);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/\S/) });
    await setUserLimit(null);

    const preview = await cli.run(["rerun", number, "--dry-run", "--wait"], env);
    expect(preview.stdout).toMatch(/^Preview, sync \d+: .*1 update planned/s);
    expect(preview.code).toBe(0);
    const rerun = await cli.run(["rerun", number, "--json-output"], env);
    const { sync } = JSON.parse(rerun.stdout);
    expect(sync).toMatchObject({ rerunOf: expect.stringMatching(/^syn_/), dryRun: false });
    expect((await cli.run(["rerun", "999999"], env)).code).toBe(1);
    expect((await cli.run(["cancel", "twelve"], env)).code).toBe(2);
  });

  test.each<[string, string[], RegExp]>([
    ["nothing", [], /nothing to push/],
    ["CSV and JSON", ["--members", "a.csv", "--json", "b.json"], /does not go with/],
    ["a mode there is not", ["--members", "a.csv", "--mode", "half"], /full, partial/],
    ["an option there is not", ["--people", "a.csv"], /--people/],
    ["a file there is not", ["--members", join(folder, "none.csv")], /none\.csv/],
  ])("used wrongly it ends with 2 and says how: %s", async (_name, args, message) => {
    const { code, stdout, stderr } = await cli.run(["push", ...args], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("a key that does not work, or a server that is not there: 1, and why", async () => {
    const members = file("people.csv", HEAD + ADA + BEN);
    const failed = async (args: string[], changes: Record<string, string> = {}) => {
      const { code, stdout, stderr } = await cli.run(["push", ...args], { ...env, ...changes });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      // A sentence, not a stack.
      expect(stderr).not.toMatch(/\n\s+at /);
      return stderr;
    };
    expect(
      await failed(["--members", members], { MUSTER_API_KEY: `mus_${"x".repeat(32)}` }),
    ).toMatch(/key/i);
    expect(await failed(["--members", members, "--url", "http://127.0.0.1:9"])).toContain(
      "127.0.0.1:9",
    );
    const problem = await failed(["--members", file("bad.csv", "email\n"), "--json-output"]);
    expect(JSON.parse(problem)).toMatchObject({ error: { code: "missing_column", status: 422 } });
  });

  test("without --wait it answers as soon as the sync is in the queue", async () => {
    const { code, stdout } = await cli.run(["push", "--members", join(folder, "people.csv")], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sync \d+ is in the queue\. .*muster report \d+\n$/);
  });
});

/** A stand-in for what a real server does rarely: it answers each path with the next of its answers. */
async function standIn(answer: (request: IncomingMessage, reply: ServerResponse) => void) {
  const stub = createServer(answer);
  await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
  const { port } = stub.address() as AddressInfo;
  const close = () => new Promise((resolve) => stub.close(resolve));
  return { env: { MUSTER_URL: `http://127.0.0.1:${port}`, MUSTER_API_KEY: KEY }, close };
}

describe("what can go wrong on the way", () => {
  test("a connection that breaks while it waits is opened again", async () => {
    const issues = { total: 0, impactedUsers: 0, impactedTeams: 0, byType: {} };
    const sync = {
      ...{
        id: "syn_7",
        number: 7,
        status: "pending",
        phase: "planning",
        dryRun: false,
        mode: "full",
      },
      ...{ source: { kind: "push", name: "API push" }, trigger: { kind: "api_key", actor: "K" } },
      ...{ progress: { done: 0, total: 0 }, thresholds: [], decision: null, failure: null, issues },
      updates: { planned: 0, applied: 0, skipped: 0, byType: {} },
      ...{ createdAt: "2026-03-01T08:00:00.000Z", expiresAt: null },
    };
    let opened = 0;
    let body = "";
    const stub = await standIn((request, reply) => {
      const url = request.url ?? "";
      if (url.endsWith("/me")) return reply.end(JSON.stringify({ productName: "Muster" }));
      if (url.endsWith("/events")) {
        opened += 1;
        const rejected = { ...sync, status: "rejected", phase: "done" };
        const next = opened === 1 ? { ...sync, phase: "reading" } : rejected;
        reply.write(`event: phase\ndata: ${JSON.stringify(next)}\n\n`);
        return setTimeout(() => reply.destroy(), 50);
      }
      if (request.method === "POST") {
        request.on("data", (chunk) => {
          body += chunk;
        });
        return request.on("end", () => reply.writeHead(202).end(JSON.stringify({ sync })));
      }
      return reply.end(JSON.stringify({ sync }));
    });
    const teams = file('te"ams.csv', "a,b\n1,2\n");
    const mappings = file("mappings.csv", "");
    const args = ["push", "--teams", teams, "--teams-mappings", mappings, "--wait"];
    const { code, stdout } = await cli.run(args, stub.env);
    await stub.close();
    expect(opened).toBe(2);
    expect(stdout).toMatch(/^Sync 7: Rejected\n/);
    expect(code).toBe(5);
    expect(body.replaceAll(/muster-[0-9a-f-]{36}/g, "B")).toBe(
      '--B\r\ncontent-disposition: form-data; name="teams"; filename="te%22ams.csv"\r\n' +
        "content-type: text/csv\r\n\r\na,b\n1,2\n\r\n" +
        '--B\r\ncontent-disposition: form-data; name="teamsMappings"; filename="mappings.csv"\r\n' +
        "content-type: text/csv\r\n\r\n\r\n--B--\r\n",
    );
  });

  test("something else than Muster at the address is told apart", async () => {
    const stub = await standIn((_request, reply) =>
      reply.writeHead(502).end("<h1>Bad gateway</h1>"),
    );
    const { code, stderr } = await cli.run(["syncs"], stub.env);
    await stub.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not speak as Muster does \(status 502\)/);
  });
});
