import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatId } from "../../src/contract/ids.ts";
import { applyRetention, eraseExpiredUsers } from "../../src/engine/retention.ts";
import { act, addUser, expectCall, numberOf, readUser } from "../support/directory.ts";
import { insertSyncWithEntries } from "../support/sync-rows.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("retention", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const place = () => ({ workspaceId: test.workspace.id, sourceId: test.workspace.sourceId });
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

  async function addTombstone(days: number) {
    const user = await addUser(test, { firstName: "Leaver" });
    await expectCall(test, 200, "DELETE", `/api/v1/users/${user.id}`);
    await test.database.query("update users set removed_at = $2 where id = $1", [
      numberOf(user),
      daysAgo(days),
    ]);
    return user;
  }

  async function addInput(options: {
    created?: string;
    expires?: string;
    accepted?: boolean;
  }): Promise<number> {
    const { rows } = await test.database.query<{ id: number }>(
      `insert into inputs (workspace_id, source_id, form, created_at, accepted_at, expires_at)
       values ($1, $2, 'csv', $3, $4, $5) returning id`,
      [
        ...[test.workspace.id, test.workspace.sourceId, options.created ?? daysAgo(0)],
        ...[options.accepted === false ? null : daysAgo(0), options.expires ?? daysAgo(-30)],
      ],
    );
    const id = rows[0]!.id;
    await test.database.query(
      "insert into input_chunks (workspace_id, input_id, section, chunk, lines, external_ids) values ($1, $2, 'teams', 0, '{2}', '{T}')",
      [test.workspace.id, id],
    );
    return id;
  }
  const inputs = async () =>
    (
      await test.database.query<{ id: number; expired: boolean; chunks: number }>(
        `select id, expired_at is not null as expired, (select count(*) from input_chunks c where c.input_id = i.id) as chunks
           from inputs i order by id`,
      )
    ).rows;

  it("erases who is deleted for longer than the undo window, each once, also by two processes", async () => {
    const kept = await addTombstone(29);
    const old = await Promise.all(Array.from({ length: 12 }, () => addTombstone(31)));
    const counts = await Promise.all([
      eraseExpiredUsers(test.database),
      eraseExpiredUsers(test.database),
    ]);
    expect(counts[0]! + counts[1]!).toBe(12);
    for (const user of old) expect((await readUser(test, user.id)).erased).toBe(true);
    expect(await act(test, kept.id, "restore")).toMatchObject({
      status: "created",
      firstName: "Leaver",
    });
    const { rows } = await test.database.query(
      "select from audit where action = 'user_erased' and actor_kind = 'system'",
    );
    expect(rows).toHaveLength(12);
  });

  it("follows the workspace's undo window, and waits while a sync is planned", async () => {
    const user = await addTombstone(3);
    await test.database.query(
      `update workspaces set settings = '{"undoWindowDays": 2}' where id = $1`,
      [test.workspace.id],
    );
    const syncId = await insertSyncWithEntries(test.database, place(), [], { phase: "planning" });
    expect(await eraseExpiredUsers(test.database)).toBe(0);
    await test.database.query("update syncs set phase = 'done' where id = $1", [syncId]);
    expect(await eraseExpiredUsers(test.database)).toBe(1);
    expect((await readUser(test, user.id)).erased).toBe(true);
    await test.database.query("update workspaces set settings = '{}' where id = $1", [
      test.workspace.id,
    ]);
  });

  it("removes inputs at the end of their keeping, unless a sync has still to read them", async () => {
    await test.database.query("delete from inputs");
    const kept = await addInput({});
    const over = await addInput({ expires: daysAgo(1) });
    const awaited = await addInput({ expires: daysAgo(1) });
    await insertSyncWithEntries(test.database, place(), [], { inputId: over });
    const waiting = await insertSyncWithEntries(test.database, place(), [], {
      inputId: awaited,
      phase: "queued",
    });
    const result = await applyRetention(test.database);
    expect(result.expiredInputs).toBe(1);
    expect(await inputs()).toEqual([
      { id: kept, expired: false, chunks: 1 },
      { id: over, expired: true, chunks: 0 },
      { id: awaited, expired: false, chunks: 1 },
    ]);
    await test.database.query("update syncs set phase = 'done' where id = $1", [waiting]);
  });

  it("removes inputs of pushes that were broken off a day ago", async () => {
    await test.database.query("delete from inputs");
    const fresh = await addInput({ accepted: false });
    await addInput({ accepted: false, created: daysAgo(2) });
    const used = await addInput({ accepted: true, created: daysAgo(2) });
    expect((await applyRetention(test.database)).orphanInputs).toBe(1);
    expect((await inputs()).map((input) => input.id)).toEqual([fresh, used]);
  });

  it("removes reports at the end of their keeping, entries and input with them", async () => {
    await test.database.query("delete from inputs");
    const inputId = await addInput({});
    const entries = [
      { type: "user_created" as const, name: "A" },
      { type: "user_created" as const, name: "B" },
    ];
    const old = await insertSyncWithEntries(test.database, place(), entries, {
      at: daysAgo(366),
      inputId,
    });
    const kept = await insertSyncWithEntries(test.database, place(), entries, { at: daysAgo(364) });
    const open = await insertSyncWithEntries(test.database, place(), entries, {
      at: daysAgo(400),
      phase: "awaiting_approval",
    });
    const results = await Promise.all([
      applyRetention(test.database),
      applyRetention(test.database),
    ]);
    expect(results[0]!.removedSyncs + results[1]!.removedSyncs).toBe(1);
    const { rows } = await test.database.query<{ sync_id: number; count: number }>(
      "select sync_id, count(*) from entries where sync_id = any ($1) group by 1 order by 1",
      [[old, kept, open]],
    );
    expect(rows).toEqual([
      { sync_id: kept, count: 2 },
      { sync_id: open, count: 2 },
    ]);
    expect(await inputs()).toEqual([]);
  });

  it("remembers that there was a report, for links to it", async () => {
    const { rows } = await test.database.query<{ id: number; number: number }>(
      "select id, number from removed_syncs where workspace_id = $1",
      [test.workspace.id],
    );
    expect(rows).toHaveLength(1);
    for (const name of [formatId("sync", rows[0]!.id), String(rows[0]!.number)]) {
      const read = (key: string) =>
        expectCall<{ code: string }>(test, 404, "GET", `/api/v1/syncs/${name}/entries`, { key });
      expect((await read(test.workspace.keys.read)).code).toBe("report_expired");
      expect((await read(test.other.keys.read)).code).toBe("not_found");
    }
    const none = await expectCall<{ code: string }>(test, 404, "GET", "/api/v1/syncs/99999");
    expect(none.code).toBe("not_found");
  });

  it("forgets idempotency keys after a day, and invitations a month after they ended", async () => {
    await test.database.query(
      "insert into idempotency_keys (workspace_id, key, created_at) values ($1, 'old', now() - interval '25 hours'), ($1, 'new', now())",
      [test.workspace.id],
    );
    const [ended, open] = [await addUser(test), await addUser(test)];
    for (const user of [ended, open])
      await expectCall(test, 200, "POST", `/api/v1/users/${user.id}/invite`);
    await test.database.query(
      "update invitations set expires_at = now() - interval '31 days' where user_id = $1",
      [numberOf(ended)],
    );
    expect(await applyRetention(test.database)).toMatchObject({
      idempotencyKeys: 1,
      invitations: 1,
    });
    expect((await readUser(test, open.id)).invitation).not.toBeNull();
  });

  it("forgets mail about syncs after a month, sent or not, and with its sync", async () => {
    await test.signIn("admin");
    const put = async (age: string, event: string, syncId: number) =>
      test.database.query(
        `insert into mail_outbox (workspace_id, sync_id, event, account_id, created_at, sent_at)
         select workspace_id, $2, $3, account_id, now() - $4::interval, now() from workspace_admins where workspace_id = $1`,
        [test.workspace.id, syncId, event, age],
      );
    const kept = await insertSyncWithEntries(test.database, place(), []);
    const old = await insertSyncWithEntries(test.database, place(), [], { at: daysAgo(400) });
    await put("31 days", "failed", kept);
    await put("29 days", "newIssues", kept);
    await put("1 day", "failed", old);
    expect(await applyRetention(test.database)).toMatchObject({ notices: 1, removedSyncs: 1 });
    const { rows } = await test.database.query(
      "select sync_id, event from mail_outbox where sync_id is not null",
    );
    expect(rows).toEqual([{ sync_id: kept, event: "newIssues" }]);
  });
});
