import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cause, Trend } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { expectCall, readAudit } from "../support/directory.ts";
import { pushJson, readSync, startTestWorker, until } from "../support/pushing.ts";
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

const good = (id: string) => ({ externalMemberId: id, email: `${id}@example.com` });
const bad = (id: string) => ({ externalMemberId: id, email: "nonsense" });

async function push(members: object[]): Promise<Sync> {
  const sync = await pushJson(test, { members });
  return until(test, sync.id, "done");
}

async function causesOf(sync: Sync, ...reasons: string[]): Promise<Cause[]> {
  const url = `/api/v1/syncs/${sync.id}/causes`;
  const { items } = await expectCall<{ items: Cause[] }>(test, 200, "GET", url);
  return reasons.map((reason) => items.find((cause) => cause.reason === reason)!);
}

const mark = (sync: Sync, reason: string, expected: boolean, status = 200, type = "user_skipped") =>
  expectCall<{ items: Cause[] }>(test, status, "PUT", `/api/v1/syncs/${sync.id}/causes/expected`, {
    body: { type, reason, expected },
  });

const badgeCounts = async () =>
  (await expectCall<{ badge: object }>(test, 200, "GET", "/api/v1/syncs/facets")).badge;

describe("a cause that somebody expects", () => {
  it("is left out of counts, there and in later syncs, until others have it", async () => {
    const people = [good("a"), bad("x"), bad("y"), { externalMemberId: "z" }];
    const before = await push(people);
    const first = await push(people);
    expect(first.issues).toMatchObject({ total: 3, expected: 0 });
    const { items } = await mark(first, "invalid_email", true);
    expect(items.find(({ reason }) => reason === "invalid_email")).toMatchObject({
      ...{ count: 2, expected: { by: "Acme read_write", at: expect.any(String) } },
    });
    expect(items.find(({ reason }) => reason === "missing_email")?.expected).toBeNull();
    expect((await readSync(test, first.id)).issues).toMatchObject({ total: 3, expected: 2 });
    expect((await readSync(test, before.id)).issues.expected).toBe(0);

    const same = await push([bad("y"), good("b"), { externalMemberId: "z" }, good("a"), bad("x")]);
    expect(same.issues).toMatchObject({ total: 3, expected: 2 });
    await mark(same, "missing_email", true);
    expect(await badgeCounts()).toEqual({ completed: 1, completed_with_issues: 2 });
    const trend = await expectCall<Trend>(test, 200, "GET", "/api/v1/syncs/trend");
    expect(trend.items.map(({ issues }) => issues)).toEqual([3, 1, 0]);

    const more = await push([...people, bad("w")]);
    expect(more.issues).toMatchObject({ total: 4, expected: 1 });
    const [changed] = await causesOf(more, "invalid_email");
    expect(changed).toMatchObject({ count: 3, expected: null });

    const again = await push(people);
    expect(again.issues).toMatchObject({ total: 3, expected: 3 });
    await mark(again, "invalid_email", false);
    for (const { id } of [first, same, again]) {
      expect((await readSync(test, id)).issues.expected).toBe(id === first.id ? 0 : 1);
    }
    expect((await readAudit(test, "user_skipped.invalid_email")).map((row) => row.action)).toEqual([
      "cause_expected",
      "cause_not_expected",
    ]);
  });

  it("is one of the report, marked by who may", async () => {
    const sync = await push([good("a"), bad("x")]);
    await mark(sync, "loop", true, 404);
    await mark(sync, "invalid_email", true, 404, "admin_protected");
    await mark(sync, "nonsense", true, 422);
    const url = `/api/v1/syncs/${sync.id}/causes/expected`;
    const body = { type: "user_skipped", reason: "invalid_email", expected: true };
    await expectCall(test, 403, "PUT", url, { body, key: test.workspace.keys.read });
    await expectCall(test, 403, "PUT", url, { body, key: test.workspace.keys.push });
    await expectCall(test, 404, "PUT", url, { body, key: test.other.keys.readWrite });
    expect((await causesOf(sync, "invalid_email"))[0]?.expected).toBeNull();
    await mark(sync, "invalid_email", false);
  });
});

describe("a cause that a later sync does not have", () => {
  it("says in which it was fixed", async () => {
    const sync = await push([good("a"), bad("x"), { externalMemberId: "z" }]);
    expect((await causesOf(sync, "invalid_email"))[0]?.fixedIn).toBeNull();
    await push([good("a"), bad("v"), { externalMemberId: "z" }]);
    const fixing = await push([good("a"), good("x"), good("v"), { externalMemberId: "z" }]);
    await push([good("a"), bad("x"), good("v"), good("z")]);
    const [email, missing] = await causesOf(sync, "invalid_email", "missing_email");
    expect(email?.fixedIn).toEqual({
      ...{ id: fixing.id, number: fixing.number, finishedAt: fixing.finishedAt },
    });
    expect(missing?.fixedIn?.number).toBe(fixing.number + 1);
  });
});

describe("the source row of a cause", () => {
  const entriesOf = (sync: Sync, query: string) =>
    expectCall<{ items: { seq: number }[] }>(
      ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/entries?${query}`] as const),
    );

  it("is the first of its issues, as long as the input is kept", async () => {
    const sync = await push([good("a"), bad("v"), { externalMemberId: "w" }, bad("x")]);
    const { items } = await entriesOf(sync, "reason=invalid_email");
    const [email, missing] = await causesOf(sync, "invalid_email", "missing_email");
    expect(items).toHaveLength(2);
    expect(email?.sourceRow).toBe(items[0]?.seq);
    expect(missing?.sourceRow).toBe((await entriesOf(sync, "reason=missing_email")).items[0]?.seq);
    await test.database.query("update inputs set expires_at = now()");
    expect((await causesOf(sync, "invalid_email"))[0]?.sourceRow).toBeNull();
  });

  it("is none of what no row is about", async () => {
    const sync = await pushJson(test, { members: [{ ...good("a"), shoeSize: "9" }] });
    await until(test, sync.id, "done");
    const url = `/api/v1/syncs/${sync.id}/causes`;
    const { items } = await expectCall<{ items: Cause[] }>(test, 200, "GET", url);
    const unknown = items.find(({ type }) => type === "unknown_property");
    expect(unknown).toMatchObject({ count: 1, sourceRow: null });
  });
});
