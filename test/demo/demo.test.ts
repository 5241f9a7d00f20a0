import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

  test("prints how to get in", async () => {
    const text = printed.join("\n");
    for (const part of [demo.url, demo.apiKey, demo.signIn.email, demo.signIn.password]) {
      expect(text).toContain(part);
    }
    const { email, password } = demo.signIn;
    await expect(DemoClient.signIn(demo.server.address, email, password)).resolves.toBeDefined();
  });
});
