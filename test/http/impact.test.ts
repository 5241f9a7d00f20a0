import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { Sync } from "../../src/contract/sync.ts";
import type { SyncImpact } from "../../src/contract/sync-impact.ts";
import { addUser, expectCall } from "../support/directory.ts";
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

async function push(body: object, query = ""): Promise<Sync> {
  const sync = await pushJson(test, body, query);
  return until(test, sync.id, "awaiting_approval", "done");
}
const holdAll = (users: number | null) =>
  expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", {
    body: {
      thresholds: { users, removalsPercent: null, identityPercent: null, reactivations: null },
    },
  });
const impactOf = (sync: Sync) =>
  expectCall<SyncImpact>(test, 200, "GET", `/api/v1/syncs/${sync.id}/impact`, {
    key: test.workspace.keys.read,
  });
const entriesOf = async (sync: Sync, query: string) =>
  (
    await expectCall<{ items: ReportEntry[]; total: number }>(
      ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/entries?limit=200&${query}`] as const),
    )
  ).items.map(({ seq, type, subject }) => `${seq} ${type} ${subject?.name}`);
const approve = (sync: Sync, body: object, status = 200) =>
  expectCall<{ code?: string }>(test, status, "POST", `/api/v1/syncs/${sync.id}/approve`, { body });

/** The user or team of that name, as the API calls it. */
async function idOf(kind: "users" | "teams", q: string): Promise<string> {
  const page = await expectCall<{ items: { id: string }[] }>(
    ...([test, 200, "GET", `/api/v1/${kind}?q=${encodeURIComponent(q)}`] as const),
  );
  return page.items[0]!.id;
}

const person = (n: number, more: object = {}) => ({
  ...{ externalMemberId: `p${n}`, email: `p${n}@example.com`, firstName: `P${n}`, lastName: "Roy" },
  ...more,
});
const team = (n: number, name = `Team ${n}`) => ({ externalTeamId: `t${n}`, teamName: name });
const place = (t: number, p: number, isManager = false) => ({
  ...{ externalTeamId: `t${t}`, externalMemberId: `p${p}`, isMember: !isManager, isManager },
});
const under = (parent: number, child: number) => ({
  ...{ externalTeamId: `t${parent}`, externalSubteamId: `t${child}` },
});
const people = Array.from({ length: 30 }, (_, n) => n + 1);

describe("the impact of a waiting sync", () => {
  it("sets its removals beside the directory and the last 90 days", async () => {
    await push({ members: people.map((n) => person(n)), teams: [team(1), team(2)] });
    await test.database.query("update users set state = 'active' where workspace_id = $1", [
      test.workspace.id,
    ]);
    await holdAll(null);
    const usual = await push({ members: people.slice(2).map((n) => person(n)) });
    await push({ members: people.slice(3).map((n) => person(n)) }, "?dryRun=true");
    await holdAll(0);
    const sync = await push({ members: people.slice(6).map((n) => person(n)), teams: [team(1)] });
    const impact = await impactOf(sync);
    expect(impact).toEqual({
      removals: {
        ...{ users: 4, teams: 1, total: 5 },
        shares: expect.toSatisfy((shares: object[]) => {
          expect(shares).toHaveLength(2);
          expect(shares).toContainEqual({ kind: "users", planned: 4, base: 28 });
          expect(shares).toContainEqual({ kind: "teams", planned: 1, base: 2 });
          return true;
        }),
      },
      last90Days: { syncs: 2, users: 2, most: { id: usual.id, number: usual.number, users: 2 } },
      directory: { moved: false, unfit: 0 },
    });
    await test.database.query(
      "update syncs set finished_at = now() - interval '91 days' where workspace_id = $1 and number = $2",
      [test.workspace.id, usual.number],
    );
    expect((await impactOf(sync)).last90Days).toEqual({ syncs: 1, users: 0, most: null });

    expect((await approve(sync, { confirmRemovals: 4 }, 422)).code).toBe("removals_differ");
    await approve(sync, { confirmRemovals: -1 }, 422);
    await approve(sync, { confirmRemovals: 5, comment: "Counted" });
    const done = await until(test, sync.id, "done");
    expect(done).toMatchObject({ status: "approved", decision: { comment: "Counted" } });
    expect((await impactOf(done)).directory).toEqual({ moved: false, unfit: null });
  });

  it("is for whoever reads the directory, of the own workspace", async () => {
    await expectCall(test, 403, "GET", "/api/v1/syncs/1/impact", { key: test.workspace.keys.push });
    await expectCall(test, 404, "GET", "/api/v1/syncs/1/impact", { key: test.other.keys.read });
  });
});

describe("a directory that moved since the plan", () => {
  it("is told, with exactly the updates that applying then skips", async () => {
    await holdAll(null);
    await push({
      members: people.map((n) => person(n, n > 2 ? { directManagerExternalId: "p1" } : {})),
      teams: [1, 2, 3, 4, 5, 6].map((n) => team(n)),
      teamMappings: [
        ...[place(1, 3), place(1, 4), place(1, 5, true), place(2, 6), place(2, 7)],
        ...[under(1, 3), under(1, 4)],
      ],
    });
    await test.database.query("update users set state = 'active' where workspace_id = $1", [
      test.workspace.id,
    ]);
    await addUser(test, { email: "hand@example.com" });
    await holdAll(0);
    const sync = await push({
      members: [
        person(1),
        person(2),
        ...[3, 4, 5].map((n) => person(n, { jobTitle: "New", directManagerExternalId: "p2" })),
        // Swap addresses; give one up to a newcomer; take that of a newcomer.
        person(6, { email: "p7@example.com", directManagerExternalId: "p1" }),
        person(7, { email: "p6@example.com", directManagerExternalId: "p1" }),
        person(8, { email: "eight@example.com", directManagerExternalId: "p1" }),
        person(9, { email: "nine@example.com", directManagerExternalId: "p1" }),
        ...people.slice(9, 20).map((n) => person(n, { directManagerExternalId: "" })),
        person(40, { email: "p8@example.com", directManagerExternalId: "p1" }),
        person(41, { directManagerExternalId: "p40" }),
        person(42, { directManagerExternalId: "p1" }),
        person(43, { email: "hand@example.com", jobTitle: "Linked" }),
      ],
      teams: [team(1, "One"), team(2, "Two"), team(3), team(4), team(5), team(9)],
      teamMappings: [
        ...[place(1, 3), place(1, 5, true), place(1, 10), place(2, 11, true), place(9, 41)],
        ...[under(2, 3), under(1, 5), under(9, 4)],
      ],
    });
    expect(sync.phase).toBe("awaiting_approval");
    expect((await impactOf(sync)).directory).toEqual({ moved: false, unfit: 0 });
    expect(await entriesOf(sync, "unfit=true")).toEqual([]);

    const patchUser = async (n: number, body: object) =>
      expectCall(test, 200, "PATCH", `/api/v1/users/${await idOf("users", `p${n}@`)}`, { body });
    const call = (method: "POST" | "DELETE" | "PATCH" | "PUT", path: string, body?: object) =>
      expectCall(test, method === "DELETE" && path.endsWith("team") ? 204 : 200, method, path, {
        ...(body === undefined ? {} : { body }),
      });
    await patchUser(3, { jobTitle: "By hand" });
    await patchUser(4, { directManagerId: await idOf("users", "p6@") });
    await addUser(test, { email: "nine@example.com" });
    await addUser(test, { email: "p42@example.com" });
    await call("POST", `/api/v1/users/${await idOf("users", "p25@")}/deactivate`);
    await call("DELETE", `/api/v1/users/${await idOf("users", "p26@")}`);
    await call("PATCH", `/api/v1/teams/${await idOf("teams", "Team 2")}`, { name: "By hand" });
    await call(
      "PUT",
      `/api/v1/teams/${await idOf("teams", "Team 1")}/members/${await idOf("users", "p10@")}`,
      { isMember: true },
    );
    await call(
      "DELETE",
      `/api/v1/teams/${await idOf("teams", "Team 1")}/members/${await idOf("users", "p4@")}`,
    );
    await call("PATCH", `/api/v1/teams/${await idOf("teams", "Team 3")}`, { parentId: null });
    await call("POST", `/api/v1/users/${await idOf("users", "p12@")}/unlink`);

    const unfit = await entriesOf(sync, "unfit=true");
    const impact = await impactOf(sync);
    expect(impact.directory).toEqual({ moved: true, unfit: unfit.length });
    const facets = await expectCall<{ total: number }>(
      ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/facets?unfit=true`] as const),
    );
    expect(facets.total).toBe(unfit.length);

    await approve(sync, {});
    await until(test, sync.id, "done");
    expect(unfit).toEqual(await entriesOf(sync, "outcome=skipped"));
    expect(unfit.length).toBeGreaterThanOrEqual(10);
    expect(await entriesOf(sync, "unfit=true")).toEqual([]);
  });
});
