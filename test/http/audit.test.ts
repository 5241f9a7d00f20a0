import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SyncActivity } from "../../src/contract/sync-activity.ts";
import { expectCall } from "../support/directory.ts";
import { pushJson, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  test = await startTestApp();
  worker = startTestWorker(test);
});
afterAll(async () => {
  await worker.stop();
  await test.close();
});

const patchSettings = (body: object) =>
  expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", { body });

describe("the audit log", () => {
  it("names actions in both languages", async () => {
    await patchSettings({ thresholds: { users: 7 } });
    const labels = async (lang: string) => {
      const url = `/api/v1/audit?action=settings_updated${lang}`;
      const { items } = await expectCall<{ items: { label: string }[] }>(test, 200, "GET", url);
      return items[0]?.label;
    };
    expect(await labels("")).toBe("Provisioning settings changed");
    expect(await labels("&lang=fr")).toBe("Paramètres de provisionnement modifiés");
  });

  it("is downloaded as CSV, whole or filtered, inert, and says who took it", async () => {
    await expectCall(test, 201, "POST", "/api/v1/api-keys", {
      body: { name: '=cmd|" /C calc"!A1', scope: "read" },
    });
    const answer = await test.call("GET", "/api/v1/audit.csv?action=api_key_created&lang=fr");
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-disposition"]).toMatch(/audit-\d{4}-\d\d-\d\d\.csv/);
    expect(answer.body.startsWith("\ufeffDate,Actor,")).toBe(true);
    expect(answer.body.endsWith("\r\n")).toBe(true);
    const rows = parse(answer.body, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      ...{ Actor: "Acme read_write", "Actor type": "api_key", Action: "Clé d’API créée" },
      ...{ "Action code": "api_key_created", Target: `'=cmd|" /C calc"!A1` },
      After: expect.stringContaining('"scope":"read"'),
    });
    const whole = parse((await test.call("GET", "/api/v1/audit.csv")).body, {
      ...{ bom: true, columns: true },
    }) as Record<string, string>[];
    expect(whole.map((row) => row["Action code"]).slice(0, 2)).toEqual([
      "audit_downloaded",
      "audit_downloaded",
    ]);
    expect(whole.map((row) => row.After).slice(0, 2)).toEqual([
      '{"filtered":false}',
      '{"filtered":true}',
    ]);
  });

  it("comes page by page, none lost between", async () => {
    await test.database.query(
      `insert into audit (workspace_id, actor_kind, actor_name, action)
       select $1, 'system', 'row ' || n, 'sync_expired' from generate_series(1, 2500) n`,
      [test.workspace.id],
    );
    const { body } = await test.call("GET", "/api/v1/audit.csv?action=sync_expired");
    const rows = parse(body, { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rows.map((row) => row.Actor)).size).toBe(2500);
    expect(rows[0]?.Actor).toBe("row 2500");
  });

  it("takes odd texts for what they are", async () => {
    for (const name of ["actor", "target", "action"]) {
      const answer = await test.call("GET", `/api/v1/audit?${name}=%00`);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.json().items).toEqual([]);
    }
  });
});

describe("a sync's activity", () => {
  const activityOf = (id: string, query = "", key = test.workspace.keys.read) =>
    expectCall<SyncActivity>(test, 200, "GET", `/api/v1/syncs/${id}/activity${query}`, { key });

  it("says who started, downloaded and decided it, under which settings, and who ran it again", async () => {
    await patchSettings({ thresholds: { users: 0 }, automaticInvite: true });
    const members = [{ externalMemberId: "p1", email: "p1@example.com" }];
    const sync = await pushJson(test, { members });
    await until(test, sync.id, "awaiting_approval");
    expect((await test.call("GET", `/api/v1/syncs/${sync.id}/report.csv`)).statusCode).toBe(200);
    await expectCall(test, 200, "POST", `/api/v1/syncs/${sync.id}/approve`, {
      body: { comment: "Checked" },
    });
    await until(test, sync.id, "done");
    const again = await expectCall<{ sync: { id: string; number: number } }>(
      ...([test, 202, "POST", "/api/v1/syncs", { body: { rerunOf: sync.id } }] as const),
    );
    expect(await activityOf(sync.id)).toMatchObject({ settingsChanged: [] });
    await patchSettings({ thresholds: { users: null, removalsPercent: 20 } });

    const activity = await activityOf(sync.id, "?lang=fr");
    expect(activity.items.map(({ action, details }) => [action, details])).toEqual([
      ["sync_approved", { comment: "Checked" }],
      ["report_downloaded", { filtered: false, entries: 2 }],
      ["sync_started", { mode: "full", dryRun: false, form: "json" }],
    ]);
    expect(activity.items[0]).toMatchObject({
      actor: { kind: "api_key", name: "Acme read_write" },
      label: "Synchronisation approuvée",
    });
    expect(activity.settings).toMatchObject({ automaticInvite: true, thresholds: { users: 0 } });
    expect(activity.settings).not.toHaveProperty("forceHold");
    expect(activity.settingsChanged).toEqual([
      { key: "thresholds.users", used: 0, now: null },
      { key: "thresholds.removalsPercent", used: 10, now: 20 },
    ]);
    expect(activity.reruns).toEqual([
      { id: again.sync.id, number: again.sync.number, createdAt: expect.any(String) },
    ]);
  });

  it("is not for push keys", async () => {
    await expectCall(test, 403, "GET", "/api/v1/syncs/1/activity", {
      key: test.workspace.keys.push,
    });
    await expectCall(test, 404, "GET", "/api/v1/syncs/1/activity", { key: test.other.keys.read });
  });
});
