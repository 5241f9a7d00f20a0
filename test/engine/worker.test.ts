import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { applySync } from "../../src/engine/apply/apply-sync.ts";
import { EngineError } from "../../src/engine/engine-error.ts";
import { type Lease, LeaseLostError, requireLease } from "../../src/engine/lease.ts";
import type { RunSteps } from "../../src/engine/run-sync.ts";
import type { WorkerOptions } from "../../src/engine/worker.ts";
import { pushJson, REAL_STEPS, readSync, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
const workers: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  test = await startTestApp();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => test.close());

function work(steps: Partial<RunSteps> = {}, options: Partial<WorkerOptions> = {}) {
  const worker = startTestWorker(test, { ...options, steps: { ...REAL_STEPS, ...steps } });
  workers.push(worker);
  return worker;
}

let people = 0;
/** A partial push of new people: it never waits. */
function push(count = 1, query = "?mode=partial"): Promise<Sync> {
  const members = Array.from({ length: count }, () => {
    people += 1;
    return { externalMemberId: `w${people}`, email: `w${people}@example.com` };
  });
  return pushJson(test, { members }, query);
}

/** A step that holds until it is let go, and says when it was reached. */
function gate() {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return {
    reached,
    open: () => open(),
    /** Says that it was reached, and does what comes next. */
    reach<T>(next: () => T): T {
      arrive();
      return next();
    },
    /** Says that it was reached, and holds. */
    pass() {
      arrive();
      return opened;
    },
  };
}

/** Waits as a step does between its transactions: until it finds its claim gone. */
async function untilLost(lease: Lease): Promise<never> {
  for (;;) {
    await requireLease(test.database, lease);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const row = async (sync: Sync) =>
  (
    await test.database.query<Record<string, unknown>>(
      "select * from syncs where workspace_id = $1 and number = $2",
      [test.workspace.id, sync.number],
    )
  ).rows[0]!;

describe("the order of runs", () => {
  it("is that of the pushes, one at a time, approved ones first", async () => {
    const order: number[] = [];
    let running = 0;
    const seen = async (lease: Lease) => {
      running += 1;
      order.push(lease.syncId);
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    };
    const steps: RunSteps = {
      async plan(database, lease) {
        await seen(lease);
        return REAL_STEPS.plan(database, lease);
      },
      async apply(database, lease) {
        if (!order.includes(lease.syncId)) await seen(lease);
        return REAL_STEPS.apply(database, lease);
      },
    };
    const patch = (paused: boolean) =>
      test.call("PATCH", "/api/v1/provisioning/settings", { body: { paused } });
    await patch(true);
    const first = work();
    const waiting = await push();
    await until(test, waiting.id, "awaiting_approval");
    await first.stop();
    await patch(false);
    const queued = [await push(), await push(), await push()];
    await test.call("POST", `/api/v1/syncs/${waiting.id}/approve`);
    await test.database.query(
      "update syncs set created_at = created_at - interval '1 hour' where phase = 'queued' and status = 'pending'",
    );
    work(steps);
    work(steps);
    for (const sync of [waiting, ...queued]) await until(test, sync.id, "done");
    const ids = await Promise.all([waiting, ...queued].map(async (sync) => (await row(sync)).id));
    expect(order).toEqual(ids);
  });

  it("has fifty pushes at the same moment each run once", async () => {
    work();
    work();
    const syncs = await Promise.all(Array.from({ length: 50 }, () => push()));
    for (const sync of syncs) {
      expect(await until(test, sync.id, "done")).toMatchObject({
        status: "completed",
        updates: { planned: 1, applied: 1 },
        progress: { done: 1, total: 1 },
      });
      expect(await row(sync)).toMatchObject({
        attempts: 1,
        lease_owner: null,
        applied_step: 32767,
      });
    }
  });
});

describe("a preview", () => {
  it("is planned and not applied", async () => {
    work({ apply: () => Promise.reject(new Error("applied a preview")) });
    const sync = await push(2, "?dryRun=true&mode=partial");
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "completed",
      updates: { planned: 2, applied: 0 },
    });
  });
});

describe("a run that breaks off", () => {
  it("while planning is planned again by the next worker", async () => {
    const held = gate();
    const first = work(
      { plan: (_, lease) => held.reach(() => untilLost(lease)) },
      { patienceMs: 0 },
    );
    const sync = await push();
    await held.reached;
    expect((await readSync(test, sync.id)).phase).toBe("planning");
    await first.stop();
    expect((await row(sync)).lease_owner).toBeNull();
    work();
    expect((await until(test, sync.id, "done")).updates.applied).toBe(1);
  });

  it("after its plan was stored keeps that plan", async () => {
    let planned = 0;
    const first = work(
      {
        async plan(database, lease) {
          planned += 1;
          await REAL_STEPS.plan(database, lease);
          return untilLost(lease);
        },
      },
      { patienceMs: 0 },
    );
    const sync = await push();
    while ((await row(sync)).planned_at === null)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await first.stop();
    work({ plan: () => Promise.reject(new Error("planned twice")) });
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "completed",
      updates: { applied: 1 },
    });
    expect(planned).toBe(1);
  });

  it("while applying goes on where it stood", async () => {
    const batches: number[] = [];
    const first = work(
      {
        apply: (database, lease) =>
          applySync(database, lease, {
            batchSize: 3,
            afterBatch: (batch) => {
              batches.push(batch.first);
              return batches.length === 2 ? untilLost(lease) : undefined;
            },
          }),
      },
      { patienceMs: 0 },
    );
    const sync = await push(10);
    while (batches.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await readSync(test, sync.id)).phase).toBe("applying");
    await first.stop();
    const rest: number[] = [];
    work({
      plan: () => Promise.reject(new Error("planned again")),
      apply: (database, lease) =>
        applySync(database, lease, {
          batchSize: 3,
          afterBatch: (batch) => void rest.push(batch.first),
        }),
    });
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "completed",
      updates: { planned: 10, applied: 10, skipped: 0 },
    });
    expect(batches).toHaveLength(2);
    expect(rest[0]).toBe(batches[1]! + 3);
  });

  it("is taken up when its claim has run out, and the one that lost it writes no more", async () => {
    const held = gate();
    let lost: unknown;
    const sync = await push();
    const dead = work(
      {
        async plan(database, lease) {
          await held.pass();
          return REAL_STEPS.plan(database, lease).catch((error: unknown) => {
            lost = error;
            throw error;
          });
        },
      },
      { beatMs: 100_000, leaseSeconds: 0.05 },
    );
    await held.reached;
    const { lease_owner: before } = await row(sync);
    work();
    const done = await until(test, sync.id, "done");
    held.open();
    await dead.stop();
    expect(lost).toBeInstanceOf(LeaseLostError);
    expect(before).not.toBeNull();
    expect(await readSync(test, sync.id)).toEqual(done);
    expect(done).toMatchObject({ status: "completed", updates: { applied: 1 } });
  });
});

describe("a run that fails", () => {
  it("says so without details, and the next one runs", async () => {
    const worker = work({ plan: () => Promise.reject(new Error("secret detail")) });
    const sync = await push();
    const failed = await until(test, sync.id, "done");
    expect(failed).toMatchObject({ status: "failed", failure: { code: "internal_error" } });
    expect(JSON.stringify(failed)).not.toContain("secret");
    await worker.stop();
    work();
    expect((await until(test, (await push()).id, "done")).status).toBe("completed");
  });

  it("carries a refusal's own words", async () => {
    work({
      plan: () => Promise.reject(new EngineError(409, "input_expired", "The input is gone.")),
    });
    expect(await until(test, (await push()).id, "done")).toMatchObject({
      failure: { code: "input_expired", message: "The input is gone." },
    });
  });

  it("is tried again while the database is away, three times in all", async () => {
    let tries = 0;
    const away = () => Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    const worker = work({
      plan(database, lease) {
        tries += 1;
        return tries < 3 ? Promise.reject(away()) : REAL_STEPS.plan(database, lease);
      },
    });
    expect((await until(test, (await push()).id, "done")).status).toBe("completed");
    expect(tries).toBe(3);
    await worker.stop();
    tries = 0;
    work({
      plan() {
        tries += 1;
        return Promise.reject(away());
      },
    });
    expect(await until(test, (await push()).id, "done")).toMatchObject({
      status: "failed",
      failure: { code: "database_unavailable" },
    });
    expect(tries).toBe(3);
  });

  it("keeps the approval it had", async () => {
    await test.call("PATCH", "/api/v1/provisioning/settings", { body: { paused: true } });
    work({ apply: () => Promise.reject(new Error("broken")) });
    const sync = await push();
    await until(test, sync.id, "awaiting_approval");
    await test.call("PATCH", "/api/v1/provisioning/settings", { body: { paused: false } });
    await test.call("POST", `/api/v1/syncs/${sync.id}/approve`);
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "failed",
      decision: { reason: "approved_by_person" },
      updates: { planned: 1, applied: 0 },
    });
  });
});

describe("cancelling", () => {
  const cancel = (sync: Sync) => test.call("POST", `/api/v1/syncs/${sync.id}/cancel`);

  it("a queued run ends it", async () => {
    const sync = await push();
    expect((await cancel(sync)).json<{ sync: Sync }>().sync.status).toBe("cancelled");
    work();
    await until(test, (await push()).id, "done");
    expect(await readSync(test, sync.id)).toMatchObject({
      status: "cancelled",
      updates: { planned: 0 },
    });
  });

  it("a run that is being planned ends it before anything is applied", async () => {
    const held = gate();
    work({ plan: (_, lease) => held.reach(() => untilLost(lease)) });
    const sync = await push();
    await held.reached;
    expect((await cancel(sync)).statusCode).toBe(200);
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "cancelled",
      decision: null,
    });
  });

  it("a run that is being applied stops it after the batch at hand", async () => {
    let sync: Sync | undefined;
    let batches = 0;
    work({
      apply: (database, lease) =>
        applySync(database, lease, {
          batchSize: 3,
          async afterBatch() {
            batches += 1;
            if (batches === 1) expect((await cancel(sync!)).statusCode).toBe(200);
          },
        }),
    });
    sync = await push(10);
    expect(await until(test, sync.id, "done")).toMatchObject({
      status: "failed",
      failure: { code: "stopped_by_person" },
      updates: { planned: 10, applied: 3 },
    });
    expect(batches).toBe(1);
    const { rows } = await test.database.query<{ count: number }>(
      "select count(*) from users where workspace_id = $1 and external_id = any ($2)",
      [test.workspace.id, Array.from({ length: 10 }, (_, index) => `w${people - index}`)],
    );
    expect(rows[0]!.count).toBe(3);
  });

  it("an approved run that nobody has begun fails it, the decision kept", async () => {
    await test.call("PATCH", "/api/v1/provisioning/settings", { body: { paused: true } });
    const worker = work();
    const sync = await push();
    await until(test, sync.id, "awaiting_approval");
    await worker.stop();
    await test.call("PATCH", "/api/v1/provisioning/settings", { body: { paused: false } });
    await test.call("POST", `/api/v1/syncs/${sync.id}/approve`);
    await cancel(sync);
    expect(await readSync(test, sync.id)).toMatchObject({
      ...{ status: "failed", phase: "done", failure: { code: "stopped_by_person" } },
      decision: { reason: "approved_by_person" },
    });
  });
});

describe("a start on the embedded database", () => {
  it("clears the claims of the process before", async () => {
    if (test.database.engine !== "embedded") return;
    const sync = await push();
    await test.database.query(
      `update syncs set lease_owner = 'a killed process', lease_until = now() + interval '1 hour', phase = 'planning'
        where workspace_id = $1 and number = $2`,
      [test.workspace.id, sync.number],
    );
    work();
    expect((await until(test, sync.id, "done")).status).toBe("completed");
  });
});
