import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiKey } from "../../src/contract/api-key.ts";
import type { ApiRequest } from "../../src/contract/api-request.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { findMissing } from "../../src/demo/coverage.ts";
import { DemoClient } from "../../src/demo/demo-client.ts";
import { type RunningDemo, runDemo } from "../../src/demo/run-demo.ts";
import { testConfig } from "../support/test-app.ts";

const DAY_MS = 86_400_000;

describe("the demo", () => {
  const printed: string[] = [];
  let demo: RunningDemo;
  let client: DemoClient;
  beforeAll(async () => {
    demo = await runDemo({ config: testConfig(), print: (line) => printed.push(line) });
    client = DemoClient.withKey(demo.server.address, demo.apiKey);
  }, 180_000);
  afterAll(() => demo?.stop());

  test("shows every status, kind of run, update type and issue type", async () => {
    expect(await findMissing(client)).toEqual([]);
  });

  test("ends with a run that waits for approval", async () => {
    const syncs = await client.listSyncs();
    expect(syncs.at(-1)).toMatchObject({ status: "pending", phase: "awaiting_approval" });
    expect(syncs.filter(({ phase }) => phase === "awaiting_approval")).toHaveLength(1);
  });

  test("spans six weeks up to now, in order, each run within its own times", async () => {
    const syncs = await client.listSyncs();
    const created = syncs.map(({ createdAt }) => Date.parse(createdAt));
    expect(created).toEqual(created.toSorted((a, b) => a - b));
    expect(Date.now() - (created[0] ?? 0)).toBeGreaterThan(40 * DAY_MS);
    expect(Date.now() - (created.at(-1) ?? 0)).toBeLessThan(DAY_MS);
    for (const { createdAt, startedAt, finishedAt, decision } of syncs) {
      for (const time of [startedAt, finishedAt, decision?.at]) {
        if (typeof time !== "string") continue;
        expect(Date.parse(time)).toBeGreaterThanOrEqual(Date.parse(createdAt));
        expect(Date.parse(time)).toBeLessThanOrEqual(Date.now());
      }
    }
  });

  test("has its keys used when syncs last came with them", async () => {
    const admin = await DemoClient.signIn(
      demo.server.address,
      demo.signIn.email,
      demo.signIn.password,
    );
    const keys = await admin.call<{ items: ApiKey[] }>("GET", "/api-keys");
    const syncs = await client.listSyncs();
    const pushes = syncs.filter(({ trigger }) => trigger.actor === "HR system");
    expect(keys.items.find(({ name }) => name === "HR system")).toMatchObject({
      lastUsedAt: pushes.at(-1)?.createdAt,
    });
  });

  test("tells what was asked with its key at the times of the story: pushes, two of them refused", async () => {
    const { signIn, server } = demo;
    const admin = await DemoClient.signIn(server.address, signIn.email, signIn.password);
    const keys = await admin.call<{ items: ApiKey[] }>("GET", "/api-keys");
    const id = keys.items.find(({ name }) => name === "HR system")?.id;
    const path = `/api-keys/${id}/requests?limit=200`;
    const { items } = await admin.call<{ items: ApiRequest[] }>("GET", path);
    const times = items.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(Date.now() - (times.at(-1) ?? 0)).toBeGreaterThan(20 * DAY_MS);
    const syncs = new Map((await client.listSyncs()).map((sync) => [sync.number, sync]));
    const pushes = items.filter(({ sync }) => sync !== null);
    expect(pushes.length).toBeGreaterThan(10);
    for (const { at, sync } of pushes) {
      const { createdAt = "" } = syncs.get(sync?.number ?? 0) ?? {};
      expect(Math.abs(Date.parse(at) - Date.parse(createdAt))).toBeLessThan(DAY_MS / 24);
    }
    const refused = items.filter(({ status }) => status >= 400);
    expect(refused.map(({ code, count }) => [code, count])).toEqual([
      ["duplicate_header", 1],
      ["missing_column", 1],
    ]);
    for (const { count } of items) expect(count).toBe(1);
  });

  test.each([
    ["examples", ["members", "teams", "teams-mappings"], ["members", "teams", "teamsMappings"], 3],
    [
      "examples/legacy",
      ["users", "groups", "groups-mapping"],
      ["users", "groups", "groupsMapping"],
      0,
    ],
  ])(
    "the files in %s are read, with the issues meant to be there",
    async (folder, files, parts, issues) => {
      const form = new FormData();
      for (const [at, part] of parts.entries()) {
        const name = `${files[at]}.csv`;
        form.append(part, new Blob([readFileSync(join(folder, name))]), name);
      }
      const answer = await fetch(`${demo.server.address}/api/v1/provisioning/csv?dryRun=true`, {
        method: "POST",
        headers: { authorization: `Bearer ${demo.apiKey}` },
        body: form,
      });
      const { sync } = (await answer.json()) as { sync: Sync };
      const planned = await client.settle(sync.id);
      // The first have one person without an address, whom another reports to and a team has.
      expect(planned).toMatchObject({ status: "completed", issues: { total: issues } });
      expect(planned.updates.byType).toMatchObject({ user_created: expect.any(Number) });
    },
  );

  test("prints how to get in, and what holds the last sync in words", async () => {
    const text = printed.join("\n");
    for (const part of [demo.url, demo.apiKey, demo.signIn.email, demo.signIn.password]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/^ {2}Limit {4}[A-Z][a-z ]+: [\d,]+ planned, [\d,]+ allowed$/m);
    const { email, password } = demo.signIn;
    await expect(DemoClient.signIn(demo.server.address, email, password)).resolves.toBeDefined();
  });
});
