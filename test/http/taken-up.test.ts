import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import type { SyncActivity } from "../../src/contract/sync-activity.ts";
import { claimRun } from "../../src/db/queries/run-syncs.ts";
import { expectCall } from "../support/directory.ts";
import { pushJson, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("how often work on a sync was begun", () => {
  let test: TestApp;
  let worker: { stop(): Promise<void> } | undefined;
  beforeEach(async () => {
    test = await startTestApp();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await test.close();
  });

  const start = () => {
    worker = startTestWorker(test);
  };
  const push = () => pushJson(test, { members: [{ externalMemberId: "p", email: "p@x.example" }] });
  /** A process takes the next sync and dies over it. */
  const dieOver = () => claimRun(test.database, "a process that died", -1);
  async function attemptsOf({ id }: Sync): Promise<number> {
    const url = `/api/v1/syncs/${id}/activity`;
    return (await expectCall<SyncActivity>(test, 200, "GET", url)).attempts;
  }

  it("is once, and once more for each process that died over it", async () => {
    const sync = await push();
    expect(await attemptsOf(sync)).toBe(0);
    await dieOver();
    await dieOver();
    expect(await attemptsOf(sync)).toBe(2);
    start();
    await until(test, sync.id, "done");
    expect(await attemptsOf(sync)).toBe(3);
  });

  it("is counted anew once the sync waits, and from the approval on", async () => {
    await expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", {
      body: { thresholds: { users: 0 } },
    });
    const sync = await push();
    await dieOver();
    start();
    await until(test, sync.id, "awaiting_approval");
    expect(await attemptsOf(sync)).toBe(0);
    await worker?.stop();
    await expectCall(test, 200, "POST", `/api/v1/syncs/${sync.id}/approve`);
    await dieOver();
    start();
    await until(test, sync.id, "done");
    expect(await attemptsOf(sync)).toBe(2);
  });

  it("leaves out the time that it was given up instead", async () => {
    const sync = await push();
    await dieOver();
    await test.database.query("update syncs set attempts = 50");
    start();
    const ended = await until(test, sync.id, "done");
    expect(ended.failure?.code).toBe("gave_up");
    expect(await attemptsOf(sync)).toBe(50);
  });
});
