import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { Facets } from "../../src/contract/report-queries.ts";
import type { Sync } from "../../src/contract/sync.ts";
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

const person = (n: number, more: object) => ({
  ...{ externalMemberId: `p${n}`, email: `p${n}@example.com`, lastName: `N${n}` },
  ...more,
});

async function push(members: object[]): Promise<Sync> {
  return until(test, (await pushJson(test, { members })).id, "done");
}

it("a report is filtered by the field that is changed, with how many change each", async () => {
  await push([1, 2, 3, 4].map((n) => person(n, { jobTitle: "Clerk", city: "Laval" })));
  const sync = await push([
    person(1, { jobTitle: "Chef", city: "Laval" }),
    person(2, { jobTitle: "", city: "Gaspé" }),
    person(3, { jobTitle: "Clerk", city: "Gaspé", directManagerExternalId: "p1" }),
    person(4, { jobTitle: "Clerk", city: "Laval", directManagerExternalId: "p1" }),
    person(5, { jobTitle: "Chef" }),
  ]);
  const find = async (query: string) => {
    const url = `/api/v1/syncs/${sync.id}/entries?${query}`;
    const { items } = await expectCall<{ items: ReportEntry[] }>(test, 200, "GET", url);
    return items.map(({ type, subject }) => `${type} ${subject?.name}`);
  };
  expect(await find("field=jobTitle")).toEqual(["user_updated N1", "user_updated N2"]);
  expect(await find("field=city,jobTitle")).toHaveLength(3);
  expect(await find("field=city&field=jobTitle&q=n3")).toEqual(["user_updated N3"]);
  expect(await find("field=directManager")).toEqual([
    "direct_manager_assigned N3",
    "direct_manager_assigned N4",
  ]);
  expect(await find("field=directManager,city&type=user_updated")).toHaveLength(2);
  expect(await find("field=nothing")).toEqual([]);
  const facets = await expectCall<Facets>(
    ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/facets?field=city`] as const),
  );
  expect(facets.field).toEqual({ city: 2, jobTitle: 2, directManager: 2 });
  expect(facets).toMatchObject({ total: 2, type: { user_updated: 2, user_created: 0 } });
});
