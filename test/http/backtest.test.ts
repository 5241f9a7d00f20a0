import { afterAll, beforeAll, expect, it } from "vitest";
import type { Backtest } from "../../src/contract/backtest.ts";
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

const backtest = (query: string, key = test.workspace.keys.read) =>
  expectCall<Backtest>(test, 200, "GET", `/api/v1/provisioning/backtest?${query}`, { key });

const people = (...numbers: number[]) => ({
  members: numbers.map((n) => ({ externalMemberId: `p${n}`, email: `p${n}@example.com` })),
});

async function run(body: object, query = ""): Promise<void> {
  const sync = await pushJson(test, body, query);
  await until(test, sync.id, "awaiting_approval", "done");
}

it("says which of the last syncs other limits would have held, and why", async () => {
  expect(await backtest("")).toEqual({ considered: 0, held: 0, items: [] });
  const all = Array.from({ length: 30 }, (_, n) => n + 1);
  await run(people(...all));
  // Active, so that who is left out loses access instead of being deleted.
  await test.database.query("update users set state = 'active' where workspace_id = $1", [
    test.workspace.id,
  ]);
  await run(people(...all.slice(3)));
  await run(people(...all.slice(3), 31, 32), "?dryRun=true");
  await run(people(...all.slice(3), 31, 32));

  const now = await backtest("");
  expect(now).toMatchObject({ considered: 3, held: 0 });
  expect(now.items.map(({ sync }) => sync.number)).toEqual([4, 2, 1]);
  expect(now.items[0]).toEqual({
    sync: {
      id: expect.stringMatching(/^syn_\d+$/),
      number: 4,
      createdAt: expect.any(String),
      status: "completed",
    },
    waited: false,
    exceeded: [],
  });
  const tried = await backtest("users=2&removalsPercent=9");
  expect(tried).toMatchObject({ considered: 3, held: 2 });
  expect(tried.items.map(({ exceeded }) => exceeded)).toEqual([
    [],
    [
      { limit: "users", allowed: 2, planned: 3 },
      { limit: "removalsPercent.users", allowed: 2, planned: 3 },
    ],
    [{ limit: "users", allowed: 2, planned: 30 }],
  ]);
  expect((await backtest("users=0")).held).toBe(3);
});

it("takes what is not given from the settings, and tells what did wait", async () => {
  await expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", {
    body: { thresholds: { users: 5 } },
  });
  await run(people(40, 41, 42, 43, 44, 45), "?mode=partial");
  const { items } = await backtest("");
  expect(items.map(({ waited, exceeded }) => [waited, exceeded.length])).toEqual([
    [true, 1],
    [false, 0],
    [false, 0],
    [false, 1],
  ]);
  expect(await backtest("users=none")).toMatchObject({ considered: 4, held: 0 });
});

it("looks at thirty syncs of its own workspace", async () => {
  await test.database.query(
    `insert into syncs (workspace_id, number, source_id, status, phase, form, trigger_kind, trigger_actor, plan)
     select workspace_id, number + n, source_id, status, phase, form, trigger_kind, trigger_actor, plan
       from syncs, generate_series(100, 140) n where workspace_id = $1 and number = 4`,
    [test.workspace.id],
  );
  const { considered, items } = await backtest("users=1");
  expect([considered, items.length, items[0]?.sync.number]).toEqual([30, 30, 144]);
  expect((await backtest("users=0", test.other.keys.read)).considered).toBe(0);
  for (const query of ["users=-1", "users=x", "users=", "boats=1", "users=99999999999"]) {
    await expectCall(test, 400, "GET", `/api/v1/provisioning/backtest?${query}`);
  }
});
