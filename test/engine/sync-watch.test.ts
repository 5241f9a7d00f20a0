import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { type SyncEvent, SyncWatch } from "../../src/engine/report/sync-watch.ts";
import { type BuiltReport, buildReport, buildWorkspace } from "../support/build-report.ts";
import { openTestDatabase } from "../support/test-database.ts";

let database: Database;
let report: BuiltReport;

beforeAll(async () => {
  database = await openTestDatabase();
  report = await buildReport(database, await buildWorkspace(database), {
    ...{ entries: 10, status: "pending", phase: "applying" },
  });
});
afterAll(() => database.close());

/** Counts questions to the database. */
function counted(): { database: Database; asked: () => number } {
  let asked = 0;
  const counting: Database = {
    ...database,
    query: (text, values) => {
      asked += 1;
      return database.query(text, values);
    },
  };
  return { database: counting, asked: () => asked };
}

describe("watching a sync", () => {
  it("asks once for everybody, and a late comer hears the present state", async () => {
    const { database: counting, asked } = counted();
    const watch = new SyncWatch(counting, 3_600_000);
    const heard: SyncEvent[] = [];
    const stops = [1, 2, 3].map(() =>
      watch.watch(
        report.workspaceId,
        report.syncId,
        (event) => heard.push(event),
        () => {},
      ),
    );
    await expect.poll(() => heard.length).toBe(3);
    stops.push(
      watch.watch(
        report.workspaceId,
        report.syncId,
        (event) => heard.push(event),
        () => {},
      ),
    );
    expect(heard.map(({ event }) => event)).toEqual(["phase", "phase", "phase", "phase"]);
    expect(asked()).toBe(1);
    for (const stop of stops) stop();
    expect(watch.size).toBe(0);
  });

  it("stops asking when nobody listens, also while a question is under way", async () => {
    const { database: counting, asked } = counted();
    const watch = new SyncWatch(counting, 1);
    const heard: SyncEvent[] = [];
    watch.watch(
      report.workspaceId,
      report.syncId,
      (event) => heard.push(event),
      () => {},
    )();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([heard.length, asked(), watch.size]).toEqual([0, 1, 0]);
  });

  it("survives a database that is away for a while", async () => {
    let failures = 2;
    const shaky: Database = {
      ...database,
      query: (text, values) => {
        if (failures-- > 0) return Promise.reject(new Error("connection lost"));
        return database.query(text, values);
      },
    };
    const watch = new SyncWatch(shaky, 1);
    const heard: SyncEvent[] = [];
    const stop = watch.watch(
      report.workspaceId,
      report.syncId,
      (event) => heard.push(event),
      () => {},
    );
    await expect.poll(() => heard.length).toBe(1);
    stop();
  });

  it("ends for everybody when the sync is gone or the server closes", async () => {
    const watch = new SyncWatch(database, 3_600_000);
    let ends = 0;
    const end = () => {
      ends += 1;
    };
    watch.watch(report.workspaceId, 999_999, () => {}, end);
    await expect.poll(() => ends).toBe(1);
    watch.watch(report.workspaceId, report.syncId, () => {}, end);
    watch.close();
    expect(ends).toBe(2);
    expect(watch.size).toBe(0);
  });
});
