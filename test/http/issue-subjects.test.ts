import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReportEntry } from "../../src/contract/entry.ts";
import { expectCall } from "../support/directory.ts";
import { pushJson, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let worker: { stop(): Promise<void> } | null = null;
beforeAll(async () => {
  test = await startTestApp();
  worker = startTestWorker(test);
});
afterAll(async () => {
  await worker?.stop();
  await test.close();
});

it("a value that cannot be read is about the user in rows of members, about the team in rows of teams", async () => {
  const sync = await pushJson(test, {
    members: [{ externalMemberId: "ada", email: "ada@example.com", hireDate: "31/31/2020" }],
    teams: [{ externalTeamId: "sales", teamName: "Sales" }],
    teamsMappings: [
      { externalTeamId: "sales", externalMemberId: "ada", isMember: "perhaps" },
      { externalTeamId: "sales", externalMemberId: "ada", isManager: true },
    ],
  });
  const done = await until(test, sync.id, "done");
  expect(done.issues).toMatchObject({ total: 2, impactedUsers: 1, impactedTeams: 1 });
  const read = async (query: string) => {
    const url = `/api/v1/syncs/${sync.id}/entries?kind=issue${query}`;
    const { items } = await expectCall<{ items: ReportEntry[] }>(test, 200, "GET", url);
    return items.map(({ type, subject }) => [type, subject?.type, subject?.name]);
  };
  const ofUser = ["invalid_value", "user", "ada@example.com"];
  const ofTeam = ["invalid_value", "team", "Sales"];
  expect(await read("")).toEqual([ofUser, ofTeam]);
  expect(await read("&subject=user")).toEqual([ofUser]);
  expect(await read("&subject=team")).toEqual([ofTeam]);
  const { items } = await expectCall<{ items: object[] }>(
    ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/causes`] as const),
  );
  expect(items).toMatchObject([
    { type: "invalid_value", count: 2, impactedUsers: 1, impactedTeams: 1 },
  ]);
});
