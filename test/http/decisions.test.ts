import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import { expireWaiting } from "../../src/engine/close-waiting.ts";
import { expectCall, type Refused } from "../support/directory.ts";
import { pushJson, readSync, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

/** With `users` at 0 every run with changes waits. */
const HOLD_ALL = { thresholds: { users: 0 } };

let test: TestApp;
let worker: { stop(): Promise<void> } | null = null;
beforeAll(async () => {
  test = await startTestApp();
  await expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", { body: HOLD_ALL });
  worker = startTestWorker(test);
});
afterAll(async () => {
  await worker?.stop();
  await test.close();
});

let people = 0;
const one = () => {
  people += 1;
  return { members: [{ externalMemberId: `p${people}`, email: `p${people}@example.com` }] };
};

async function pushAndWait(body: object = one(), query = "?mode=partial"): Promise<Sync> {
  const sync = await pushJson(test, body, query);
  return until(test, sync.id, "awaiting_approval", "done");
}

const decide = (sync: Sync, action: string, body?: object) =>
  test.call("POST", `/api/v1/syncs/${sync.id}/${action}`, body === undefined ? {} : { body });

async function auditOf(sync: Sync): Promise<string[]> {
  const { rows } = await test.database.query<{ action: string }>(
    "select action from audit where target_type = 'sync' and target_id = $1 order by id",
    [sync.id],
  );
  return rows.map((row) => row.action);
}

describe("approving", () => {
  it("applies the plan, keeps the status, and says who and why", async () => {
    const sync = await pushAndWait();
    expect(sync).toMatchObject({ status: "pending", phase: "awaiting_approval", finishedAt: null });
    expect(sync.thresholds).toEqual([{ limit: "users", allowed: 0, planned: 1 }]);
    expect(sync.hold).toBeNull();
    const answer = await decide(sync, "approve", { comment: " Checked with \u0000HR \ud800" });
    expect(answer.statusCode, answer.body).toBe(200);
    const done = await until(test, sync.id, "done");
    expect(done).toMatchObject({
      status: "approved",
      updates: { planned: 1, applied: 1 },
      decision: { by: "Acme read_write", comment: "Checked with HR", reason: "approved_by_person" },
    });
    expect(await auditOf(sync)).toEqual(["sync_started", "sync_approved"]);
  });

  it("is for one person: of ten at the same moment one decides, the others learn who", async () => {
    const sync = await pushAndWait();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        decide(sync, index % 2 === 0 ? "approve" : "reject"),
      ),
    );
    const taken = answers.filter((answer) => answer.statusCode === 200);
    expect(taken).toHaveLength(1);
    for (const answer of answers) {
      if (answer === taken[0]) continue;
      expect(answer.statusCode).toBe(409);
      expect(answer.json<Refused>().code).toBe("not_waiting");
      expect(answer.json<Refused>().detail).toMatch(/Acme read_write (approved|rejected) it/);
    }
    const done = await until(test, sync.id, "done");
    expect(await auditOf(sync)).toHaveLength(2);
    expect(done.updates.applied).toBe(done.status === "approved" ? 1 : 0);
  });

  it("needs more than a push key, and a sync of the own workspace", async () => {
    const sync = await pushAndWait();
    for (const action of ["approve", "reject", "cancel"]) {
      const url = `/api/v1/syncs/${sync.id}/${action}`;
      await expectCall(test, 403, "POST", url, { key: test.workspace.keys.push });
      await expectCall(test, 404, "POST", url, { key: test.other.keys.readWrite });
      await expectCall(test, 422, "POST", url, { body: { why: "x" } });
    }
    expect((await readSync(test, sync.id)).phase).toBe("awaiting_approval");
    await decide(sync, "reject");
  });
});

describe("rejecting", () => {
  it("applies nothing", async () => {
    const sync = await pushAndWait();
    await decide(sync, "reject", { comment: null });
    expect(await readSync(test, sync.id)).toMatchObject({
      status: "rejected",
      phase: "done",
      updates: { planned: 1, applied: 0 },
      decision: { comment: null, reason: "rejected_by_person" },
    });
  });

  it("happens by itself when nobody decides in time", async () => {
    const sync = await pushAndWait();
    await test.database.query("update syncs set expires_at = now() where number = $1", [
      sync.number,
    ]);
    const late = await decide(sync, "approve");
    expect(late.statusCode).toBe(409);
    expect(await expireWaiting(test.database)).toBe(1);
    expect(await readSync(test, sync.id)).toMatchObject({
      status: "rejected",
      phase: "done",
      decision: { by: "Muster", reason: "expired" },
    });
    expect(await auditOf(sync)).toEqual(["sync_started", "sync_expired"]);
  });
});

describe("superseding", () => {
  const full = () => pushAndWait(one(), "");

  it("is done by a newer full push, whose expiry is the older one's", async () => {
    const older = await full();
    const partial = await pushAndWait();
    await test.database.query(
      "update syncs set expires_at = now() + interval '2 days' where workspace_id = $1 and number = $2",
      [test.workspace.id, older.number],
    );
    const { expiresAt } = await readSync(test, older.id);
    const newer = await full();
    for (const sync of [older, partial]) {
      expect(await readSync(test, sync.id)).toMatchObject({
        status: "rejected",
        supersededBy: newer.id,
        decision: { reason: "superseded" },
      });
    }
    expect(newer).toMatchObject({ phase: "awaiting_approval", expiresAt });
    await decide(newer, "reject");
  });

  it("is not done by previews, partial pushes, re-runs, or pushes with fewer sections", async () => {
    const teams = [{ externalTeamId: "T1", teamName: "Care" }];
    const waiting = await pushAndWait({ ...one(), teams }, "");
    expect((await pushAndWait(one(), "?dryRun=true")).status).toBe("completed");
    const others = [await pushAndWait(), await full()];
    const answer = await test.call("POST", "/api/v1/syncs", { body: { rerunOf: waiting.id } });
    expect(answer.statusCode, answer.body).toBe(202);
    others.push(await until(test, answer.json<{ sync: Sync }>().sync.id, "awaiting_approval"));
    expect((await readSync(test, waiting.id)).phase).toBe("awaiting_approval");
    for (const sync of [waiting, ...others]) await decide(sync, "cancel");
  });
});

describe("cancelling", () => {
  it("ends a waiting run, once", async () => {
    const sync = await pushAndWait();
    expect((await decide(sync, "cancel")).json<{ sync: Sync }>().sync).toMatchObject({
      status: "cancelled",
      phase: "done",
      decision: null,
    });
    const again = await decide(sync, "cancel");
    expect(again.statusCode).toBe(409);
    expect(again.json<Refused>()).toMatchObject({ code: "not_cancellable" });
    expect(again.json<Refused>().detail).toContain("Acme read_write cancelled it");
    expect((await decide(sync, "approve")).json<Refused>().code).toBe("not_waiting");
  });
});

describe("running again", () => {
  const rerun = (body?: object) =>
    test.call("POST", "/api/v1/syncs", body === undefined ? {} : { body });

  it("of a push source needs the sync to repeat", async () => {
    for (const body of [undefined, {}, { dryRun: true }]) {
      const answer = await rerun(body);
      expect(answer.statusCode).toBe(409);
      expect(answer.json<Refused>().code).toBe("push_source");
    }
    expect((await rerun({ rerunOf: "syn_999999" })).statusCode).toBe(404);
    expect((await rerun({ rerunOf: "x".repeat(50) })).statusCode).toBe(422);
  });

  it("repeats the stored input, by id or number", async () => {
    const first = await pushAndWait();
    await decide(first, "approve");
    await until(test, first.id, "done");
    const answer = await rerun({ rerunOf: first.number });
    expect(answer.statusCode, answer.body).toBe(202);
    const again = await until(test, answer.json<{ sync: Sync }>().sync.id, "done");
    expect(again).toMatchObject({
      status: "completed",
      rerunOf: first.id,
      mode: "partial",
      updates: { planned: 0 },
    });
  });

  it("waits when newer input was accepted since, whatever its plan is", async () => {
    const first = await pushAndWait();
    await decide(first, "approve");
    await until(test, first.id, "done");
    await decide(await pushAndWait(), "reject");
    const held = (await rerun({ rerunOf: first.id })).json<{ sync: Sync }>().sync;
    expect(await until(test, held.id, "awaiting_approval", "done")).toMatchObject({
      phase: "awaiting_approval",
      updates: { planned: 0 },
      hold: { reason: "older_input", date: await acceptedAt(first) },
    });
    await decide(held, "approve");
    expect(await until(test, held.id, "done")).toMatchObject({
      status: "approved",
      hold: { reason: "older_input" },
    });
    const preview = (await rerun({ rerunOf: first.id, dryRun: true })).json<{ sync: Sync }>().sync;
    expect(await until(test, preview.id, "done")).toMatchObject({
      status: "completed",
      hold: null,
    });
  });

  async function acceptedAt(sync: Sync): Promise<string> {
    const { rows } = await test.database.query<{ accepted_at: Date }>(
      `select i.accepted_at from syncs s join inputs i on i.workspace_id = s.workspace_id and i.id = s.input_id
        where s.workspace_id = $1 and s.number = $2`,
      [test.workspace.id, sync.number],
    );
    return rows[0]!.accepted_at.toISOString();
  }

  it("is refused once the input is kept no longer", async () => {
    const sync = await pushAndWait();
    await decide(sync, "reject");
    await test.database.query(
      `update inputs set expires_at = now() where (workspace_id, id) in
         (select workspace_id, input_id from syncs where workspace_id = $1 and number = $2)`,
      [test.workspace.id, sync.number],
    );
    const answer = await rerun({ rerunOf: sync.id });
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Refused>().code).toBe("input_expired");
  });
});

describe("while provisioning is paused", () => {
  it("pushes are planned and wait", async () => {
    const patch = (paused: boolean) =>
      expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", {
        body: { paused, thresholds: { users: paused ? null : 0 } },
      });
    await patch(true);
    const sync = await pushAndWait();
    expect(sync).toMatchObject({
      ...{ phase: "awaiting_approval", thresholds: [] },
      hold: { reason: "paused", date: null },
    });
    await patch(false);
    await decide(sync, "reject");
  });
});
