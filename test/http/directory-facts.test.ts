import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Team, User } from "../../src/contract/directory.ts";
import type {
  OpenIssues,
  ReportingLine,
  UserOrigins,
  ValueOrigin,
} from "../../src/contract/directory-facts.ts";
import { addTeam, addUser, expectCall, numberOf, readUser } from "../support/directory.ts";
import { insertSyncWithEntries } from "../support/sync-rows.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("what is known of users and teams besides their values", () => {
  let test: TestApp;
  let user: User;
  let boss: User;
  let team: Team;
  beforeAll(async () => {
    test = await startTestApp();
    boss = await addUser(test, { firstName: "Bea", lastName: "Boss", jobTitle: "Head" });
    const middle = await addUser(test, { firstName: "Max", directManagerId: boss.id });
    user = await addUser(test, { firstName: "Mia", directManagerId: middle.id });
    team = await addTeam(test, "Crew", (await addTeam(test, "All")).id);
    const place = { workspaceId: test.workspace.id, sourceId: test.workspace.sourceId };
    const subject = { userId: numberOf(user), name: "Mia" };
    const titled = (before: string, after: string) => ({
      ...{ type: "user_updated" as const, ...subject },
      ...{ before: { jobTitle: before }, after: { jobTitle: after } },
    });
    const syncId = await insertSyncWithEntries(
      test.database,
      place,
      [
        { type: "invalid_value", ...subject, params: { column: "hireDate" } },
        { type: "admin_protected", userId: numberOf(boss), reason: "removal_refused" },
        { type: "subteam_cycle", teamId: numberOf(team), params: { ring: ["Crew", "All"] } },
        titled("Clerk", "Analyst"),
      ],
      { at: "2026-01-02T03:00:00.000Z" },
    );
    await test.database.query(
      `insert into applied_batches (workspace_id, sync_id, step, position, applied_at)
       values ($1, $2, 1, 4, '2026-01-02T03:04:05Z')`,
      [place.workspaceId, syncId],
    );
    // Planned and never applied: it changed nothing.
    await insertSyncWithEntries(test.database, place, [titled("Analyst", "Queen")], {
      phase: "awaiting_approval",
    });
    await test.database.query("update syncs set status = 'rejected' where number = 2");
    await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, { body: { lastName: "Roy" } });
  });
  afterAll(() => test.close());

  const read = <T>(path: string) => expectCall<T>(test, 200, "GET", `/api/v1/${path}`);

  it("names who last changed each value", async () => {
    const { origins } = await read<UserOrigins>(`users/${user.id}/origins`);
    expect(origins.jobTitle).toEqual<ValueOrigin>({
      by: "sync",
      name: "API push",
      at: "2026-01-02T03:04:05.000Z",
      sync: { id: expect.any(String), number: 1 },
    });
    for (const property of ["email", "firstName", "lastName", "directManager"]) {
      expect(origins[property]).toMatchObject({
        by: "person",
        name: "Acme read_write",
        sync: null,
      });
    }
    expect(origins.department).toBeUndefined();
  });

  it("takes the newer of a sync and a change by hand", async () => {
    const changed = { body: { jobTitle: "Judge" } };
    await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, changed);
    const { origins } = await read<UserOrigins>(`users/${user.id}/origins`);
    expect(origins.jobTitle?.by).toBe("person");
  });

  it("knows the line upwards, nearest first", async () => {
    const { managers } = await read<ReportingLine>(`users/${user.id}/reporting-line`);
    expect(managers.map(({ name, jobTitle }) => [name, jobTitle])).toEqual([
      ["Max", null],
      ["Bea Boss", "Head"],
    ]);
    expect(await read(`users/${boss.id}/reporting-line`)).toEqual({ managers: [] });
  });

  it("knows the teams above", async () => {
    expect(await read(`teams/${team.id}/parents`)).toMatchObject({ items: [{ name: "All" }] });
    expect(await read(`teams/${team.parent?.id}/parents`)).toEqual({ items: [] });
  });

  it("lists open issues; information is no open issue", async () => {
    const issues = await read<OpenIssues>(`users/${user.id}/issues?lang=fr`);
    expect(issues.sync).toMatchObject({ number: 1 });
    expect(issues.items).toMatchObject([{ type: "invalid_value", label: "Valeur non valide" }]);
    expect((await readUser(test, user.id)).openIssues).toEqual(["invalid_value"]);
    expect((await readUser(test, boss.id)).openIssues).toEqual([]);
    expect((await read<OpenIssues>(`users/${boss.id}/issues`)).items).toHaveLength(1);
    expect((await read<OpenIssues>(`teams/${team.id}/issues`)).items).toMatchObject([
      { type: "subteam_cycle" },
    ]);
    expect((await read<{ items: Team[] }>("teams")).items).toMatchObject([
      { name: "All", openIssues: [] },
      { name: "Crew", openIssues: ["subteam_cycle"] },
    ]);
  });

  it("forgets the issues of the sync before", async () => {
    await insertSyncWithEntries(
      test.database,
      { workspaceId: test.workspace.id, sourceId: test.workspace.sourceId },
      [],
    );
    expect((await readUser(test, user.id)).openIssues).toEqual([]);
    expect(await read(`users/${user.id}/issues`)).toMatchObject({ sync: { number: 3 }, items: [] });
  });

  it("filters teams by being empty", async () => {
    const names = async (query: string) =>
      (await read<{ items: Team[] }>(`teams?${query}`)).items.map(({ name }) => name);
    expect(await names("empty=true")).toEqual(["Crew"]);
    await expectCall(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {
      body: { isMember: true },
    });
    expect(await names("empty=true")).toEqual([]);
    expect(await names("empty=false")).toEqual(["All", "Crew"]);
  });

  it.each(["origins", "reporting-line", "issues"])("%s of nobody: 404", async (what) => {
    await expectCall(test, 404, "GET", `/api/v1/users/usr_999999/${what}`);
    await expectCall(test, 404, "GET", `/api/v1/users/${user.id}/${what}`, {
      key: test.other.keys.read,
    });
  });

  it.each(["parents", "issues"])("%s of no team: 404", async (what) => {
    await expectCall(test, 404, "GET", `/api/v1/teams/team_999999/${what}`);
  });
});
