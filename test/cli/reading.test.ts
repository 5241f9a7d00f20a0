import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildReport } from "../support/build-report.ts";
import { type BuiltCli, buildCli } from "../support/run-cli.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
let cli: BuiltCli;
let env: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), "muster-cli-"));

beforeAll(async () => {
  cli = buildCli();
  world = await startTestApp();
  const url = await world.app.listen({ host: "127.0.0.1", port: 0 });
  env = { MUSTER_URL: url, MUSTER_API_KEY: world.workspace.keys.readWrite };
  const place = { workspaceId: world.workspace.id, sourceId: world.workspace.sourceId };
  await buildReport(world.database, place, { entries: 1000 });
  await buildReport(world.database, place, {
    entries: 40,
    status: "pending",
    phase: "awaiting_approval",
  });
});
afterAll(async () => {
  await world?.close();
  cli?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("syncs", () => {
  test("shows a table, newest first", async () => {
    const { code, stdout } = await cli.run(["syncs"], env);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^Sync {2}Created \(UTC\) +Status +Updates {2}Issues {2}Source +By$/);
    expect(lines[1]).toMatch(/^ +2 {2}2026-03-01 08:00 {2}Needs approval /);
    expect(lines[2]).toMatch(/^ +1 {2}2026-03-01 08:00 {2}Completed with issues /);
  });

  test("filters, limits and writes JSON", async () => {
    const all = JSON.parse((await cli.run(["syncs", "--json-output", "--limit", "1"], env)).stdout);
    expect(all.items.map((sync: { number: number }) => sync.number)).toEqual([2]);
    expect(all.nextCursor).not.toBeNull();
    const done = await cli.run(["syncs", "--phase", "done", "--json-output"], env);
    expect(JSON.parse(done.stdout).items).toHaveLength(1);
  });
});

describe("report", () => {
  test("as text: summary, issues first, the first rows of each type", async () => {
    const { code, stdout } = await cli.run(["report", "1"], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sync 1: Completed with issues\n/);
    expect(stdout.indexOf("User skipped (")).toBeGreaterThan(0);
    expect(stdout.indexOf("User skipped (")).toBeLessThan(stdout.indexOf("User created ("));
    expect(stdout).toMatch(/^ {2}people\.csv:\d+ +\S/m);
    expect(stdout).toMatch(/department: Sales → Field sales/);
    expect(stdout).toMatch(/ {2}and \d+ more; --all shows every one/);
  });

  test("--all shows every entry, filters only what they pass", async () => {
    const { stdout } = await cli.run(["report", "1", "--type", "user_created", "--all"], env);
    const count = Number(/User created \((\d+)\)/.exec(stdout)?.[1]);
    expect(count).toBeGreaterThan(5);
    expect(stdout.split("\n").filter((line) => /^ {2}\S.*email: /.test(line))).toHaveLength(count);
    expect(stdout).not.toContain("User skipped (");
  });

  test("--csv is what the server's download is, byte for byte", async () => {
    const { code, stdout } = await cli.run(["report", "1", "--csv"], env);
    expect(code).toBe(0);
    const download = await world.call("GET", "/api/v1/syncs/1/report.csv");
    expect(stdout).toBe(download.body);
    const some = await cli.run(["report", "1", "--csv", "--kind", "issue"], env);
    expect(some.stdout.length).toBeLessThan(stdout.length);
  });

  test("--json-output --all holds every entry once", async () => {
    const { stdout } = await cli.run(["report", "1", "--json-output", "--all"], env);
    const report = JSON.parse(stdout) as { total: number; items: { seq: number }[] };
    expect(report.total).toBe(1000);
    expect(new Set(report.items.map((entry) => entry.seq)).size).toBe(1000);
  });

  test("without a number it is the newest, which says how to decide", async () => {
    const { stdout } = await cli.run(["report"], env);
    expect(stdout).toMatch(/^Sync 2: Needs approval\n/);
    expect(stdout).toContain("muster approve 2");
  });

  test("a reader that stops early ends it quietly", async () => {
    const child = cli.start(["report", "1", "--csv"], env);
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    await once(child, "close");
    expect(stderr).toBe("");
  });
});

describe("refusals", () => {
  test.each([
    [["report", "99"], 1, /no such sync/],
    [["report", "first"], 2, /number of a sync/],
    [["syncs", "--status", "odd"], 1, /status/],
    [["syncs", "--limit", "0"], 2, /whole number/],
    [["syncs", "--key", "mus_wrong"], 1, /not known here[\s\S]*MUSTER_API_KEY/],
    [["syncs", "--url", "nowhere"], 2, /not the address of a server/],
    [["syncs", "--url", "http://127.0.0.1:1"], 1, /No server answers at http:\/\/127\.0\.0\.1:1\./],
    [["push"], 2, /nothing to push/],
    [["push", "--members", "missing.csv"], 2, /no file missing\.csv/],
    [["push", "--json", "a", "--members", "b"], 2, /does not go with/],
    [["nothing"], 2, /unknown command/],
  ])("%j ends with %i and says why", async (args, code, why) => {
    const result = await cli.run(args, env);
    expect(result.stderr).toMatch(why);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.stdout).toBe("");
    expect(result.code).toBe(code);
  });

  test("a refusal as JSON has the server's code", async () => {
    const { stderr } = await cli.run(["report", "99", "--json-output"], env);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "not_found", status: 404 } });
  });
});

describe("keys and workspaces", () => {
  test("a key is made, listed and revoked", async () => {
    const made = await cli.run(["keys", "create", "Nightly", "--json-output"], env);
    const { id, key, scope } = JSON.parse(made.stdout);
    expect(scope).toBe("push");
    expect((await cli.run(["syncs", "--key", key], env)).code).toBe(0);
    expect((await cli.run(["keys", "list"], env)).stdout).toMatch(`${id}  Nightly`);
    expect((await cli.run(["keys", "revoke", id], env)).code).toBe(0);
    expect((await cli.run(["syncs", "--key", key], env)).code).toBe(1);
  });

  test("on the host no key is needed, but the workspace where there are several", async () => {
    const onHost = { MUSTER_URL: env.MUSTER_URL ?? "", MUSTER_DATA_DIR: folder };
    expect((await cli.run(["syncs"], onHost)).stderr).toMatch(/needs a credential[\s\S]*--key/);
    writeFileSync(join(folder, "secret"), `${world.config.secret}\n`);
    expect((await cli.run(["syncs"], onHost)).stderr).toMatch(/Acme[\s\S]*--workspace/);
    const { stdout } = await cli.run(["report", "2", "--workspace", "Acme"], onHost);
    expect(stdout).toMatch(/^Sync 2:/);
    const made = await cli.run(["workspaces", "create", "Third"], onHost);
    expect(made.stdout).toMatch(/Third is made \(wsp_\d+\)/);
    expect((await cli.run(["workspaces", "list"], onHost)).stdout).toMatch(/wsp_\d+ {2}Third/);
  });
});

test.each([
  ...["serve", "worker", "migrate", "demo", "push", "syncs", "report", "approve", "reject"],
  ...["keys", "keys create", "workspaces", "workspaces create", "recover"],
])("%s --help has an example", async (command) => {
  const { code, stdout } = await cli.run([...command.split(" "), "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Examples?:\n {2}.*muster /);
});
