import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Team, TeamMember } from "../../src/contract/directory.ts";
import {
  act,
  addTeam,
  addUser,
  expectCall,
  numberOf,
  type Refused,
  readAudit,
  readTeam,
  readUser,
} from "../support/directory.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("teams over HTTP", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const refused = (status: number, method: "POST" | "PATCH" | "PUT", url: string, body: object) =>
    expectCall<Refused>(test, status, method, url, { body });
  const patch = (team: Team, body: object) =>
    expectCall<{ team: Team }>(test, 200, "PATCH", `/api/v1/teams/${team.id}`, { body });
  const place = (team: Team, user: { id: string }, body: object) =>
    expectCall<{ team: Team }>(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {
      body,
    });

  it("are added, renamed and moved; names need not be unique", async () => {
    const parent = await addTeam(test, "Sales");
    const team = await addTeam(test, "  North  ", parent.id);
    expect(team).toMatchObject({
      name: "North",
      parent: { id: parent.id, name: "Sales" },
      memberCount: 0,
      source: null,
    });
    expect((await readTeam(test, parent.id)).children).toEqual([{ id: team.id, name: "North" }]);
    await patch(team, { name: "Sales" });
    const { team: moved } = await patch(team, { parentId: null });
    expect(moved).toMatchObject({ name: "Sales", parent: null });
    await patch(team, { name: "Sales" });
    expect(
      (await readAudit(test, team.id)).map(({ action, before, after }) => ({
        action,
        before,
        after,
      })),
    ).toEqual([
      {
        action: "team_created",
        before: { name: null, parent: null },
        after: { name: "North", parent: { id: parent.id, name: "Sales" } },
      },
      { action: "team_renamed", before: { name: "North" }, after: { name: "Sales" } },
      {
        action: "team_moved",
        before: { parent: { id: parent.id, name: "Sales" } },
        after: { parent: null },
      },
    ]);
  });

  it.each([
    [{ name: " " }, "/name"],
    [{ name: "x".repeat(201) }, "/name"],
    [{ name: "ok", parentId: "team_999999" }, "/parentId"],
    [{ name: "ok", parentId: "usr_1" }, "/parentId"],
    [{}, "/name"],
  ])("are refused as %o", async (body, pointer) => {
    expect((await refused(422, "POST", "/api/v1/teams", body)).errors?.[0]?.pointer).toBe(pointer);
  });

  it("refuse a nesting that loops", async () => {
    const a = await addTeam(test, "A");
    const b = await addTeam(test, "B", a.id);
    const c = await addTeam(test, "C", b.id);
    const { code, detail } = await refused(409, "PATCH", `/api/v1/teams/${a.id}`, {
      parentId: c.id,
    });
    expect(code).toBe("subteam_cycle");
    expect(detail).toContain("A stands under C stands under B stands under A");
    expect((await refused(409, "PATCH", `/api/v1/teams/${a.id}`, { parentId: a.id })).code).toBe(
      "subteam_cycle",
    );
  });

  it("give places: member, manager, both, none", async () => {
    const team = await addTeam(test, "Crew");
    const user = await addUser(test, { firstName: "Mia" });
    await place(team, user, { isManager: true });
    expect(await readTeam(test, team.id)).toMatchObject({
      memberCount: 0,
      managers: [{ id: user.id, name: "Mia" }],
    });
    await place(team, user, { isMember: true });
    expect((await readUser(test, user.id)).teams).toEqual([
      { id: team.id, name: "Crew", isMember: true, isManager: true },
    ]);
    await place(team, user, { isMember: true });
    await place(team, user, { isManager: false });
    const { items } = await expectCall<{ items: TeamMember[] }>(
      test,
      200,
      "GET",
      `/api/v1/teams/${team.id}/members`,
    );
    expect(items).toEqual([
      {
        user: { id: user.id, name: "Mia", email: user.email, status: "created" },
        isMember: true,
        isManager: false,
      },
    ]);
    await expectCall(test, 200, "DELETE", `/api/v1/teams/${team.id}/members/${user.id}`);
    expect((await readUser(test, user.id)).teams).toEqual([]);
    const mia = { id: user.id, name: "Mia" };
    expect(
      (await readAudit(test, team.id))
        .slice(1)
        .map(({ action, before, after }) => ({ action, before, after })),
    ).toEqual([
      { action: "team_manager_assigned", before: { manager: null }, after: { manager: mia } },
      { action: "team_member_added", before: { member: null }, after: { member: mia } },
      { action: "team_manager_removed", before: { manager: mia }, after: { manager: null } },
      { action: "team_member_removed", before: { member: mia }, after: { member: null } },
    ]);
  });

  it("keep the place of who is deactivated, and give none to who is deleted", async () => {
    const team = await addTeam(test, "Keep");
    const user = await addUser(test);
    await place(team, user, { isMember: true });
    await act(test, user.id, "deactivate");
    expect((await readTeam(test, team.id)).memberCount).toBe(1);
    await expectCall(test, 200, "DELETE", `/api/v1/users/${user.id}`);
    expect((await readTeam(test, team.id)).memberCount).toBe(0);
    expect(
      (await refused(409, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, { isMember: true }))
        .code,
    ).toBe("user_deleted");
    await refused(404, "PUT", `/api/v1/teams/${team.id}/members/usr_999999`, { isMember: true });
    await refused(422, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {});
  });

  it("go with their places and nesting, users stay", async () => {
    const team = await addTeam(test, "Gone");
    const child = await addTeam(test, "Child", team.id);
    const user = await addUser(test, { firstName: "Stays" });
    await place(team, user, { isMember: true });
    await expectCall(test, 204, "DELETE", `/api/v1/teams/${team.id}`);
    await expectCall(test, 404, "GET", `/api/v1/teams/${team.id}`);
    expect((await readTeam(test, child.id)).parent).toBeNull();
    expect(await readUser(test, user.id)).toMatchObject({ status: "created", teams: [] });
    expect((await readAudit(test, team.id)).at(-1)).toMatchObject({
      action: "team_deleted",
      before: {
        name: "Gone",
        members: [{ id: user.id, name: "Stays" }],
        subteams: [{ id: child.id, name: "Child" }],
      },
      after: null,
    });
  });

  it("are listed by folded name, filtered and paged", async () => {
    const root = await addTeam(test, "list Écho");
    await addTeam(test, "List delta", root.id);
    await addTeam(test, "list Foxtrot", root.id);
    await test.database.query(
      "update teams set source_id = $2, external_id = 'T-9' where id = $1",
      [numberOf(root), test.workspace.sourceId],
    );
    const list = async (query: string) => {
      const answer = await expectCall<{ items: Team[]; nextCursor: string | null }>(
        test,
        200,
        "GET",
        `/api/v1/teams?${query}`,
      );
      return { names: answer.items.map((team) => team.name), nextCursor: answer.nextCursor };
    };
    expect((await list("q=LIST")).names).toEqual(["List delta", "list Écho", "list Foxtrot"]);
    expect((await list("q=echo")).names).toEqual(["list Écho"]);
    expect((await list("q=t-9")).names).toEqual(["list Écho"]);
    expect((await list("q=%00")).names).toEqual([]);
    expect((await list("linked=true")).names).toEqual(["list Écho"]);
    expect((await list(`parent=${root.id}`)).names).toEqual(["List delta", "list Foxtrot"]);
    expect((await list("q=list&parent=none")).names).toEqual(["list Écho"]);
    const first = await list("q=list&limit=2");
    expect(first.names).toEqual(["List delta", "list Écho"]);
    expect(await list(`q=list&limit=2&cursor=${first.nextCursor}`)).toEqual({
      names: ["list Foxtrot"],
      nextCursor: null,
    });
    await expectCall(test, 400, "GET", "/api/v1/teams?parent=usr_1");
  });

  it("are closed to keys that may not, and to other workspaces", async () => {
    const team = await addTeam(test, "Ours");
    const user = await addUser(test);
    const url = `/api/v1/teams/${team.id}`;
    const foreign = await addUser(test, {}, { key: test.other.keys.readWrite });
    const writes = [
      ["PATCH", url, { name: "X" }],
      ["DELETE", url, undefined],
      ["PUT", `${url}/members/${user.id}`, { isMember: true }],
      ["DELETE", `${url}/members/${user.id}`, undefined],
    ] as const;
    for (const [method, path, body] of writes) {
      expect(
        (await test.call(method, path, { key: test.other.keys.readWrite, body })).statusCode,
        `${method} ${path}`,
      ).toBe(404);
      for (const key of [test.workspace.keys.read, test.workspace.keys.push]) {
        expect((await test.call(method, path, { key, body })).statusCode, `${method} ${path}`).toBe(
          403,
        );
      }
    }
    expect(
      (
        await test.call("POST", "/api/v1/teams", {
          key: test.workspace.keys.read,
          body: { name: "X" },
        })
      ).statusCode,
    ).toBe(403);
    for (const path of [url, `${url}/members`, `${url}/history`]) {
      expect((await test.call("GET", path, { key: test.other.keys.read })).statusCode).toBe(404);
      expect((await test.call("GET", path, { key: test.workspace.keys.read })).statusCode).toBe(
        200,
      );
    }
    await expectCall(test, 404, "PUT", `${url}/members/${foreign.id}`, {
      body: { isMember: true },
    });
    const stolen = await test.call("POST", "/api/v1/teams", {
      key: test.other.keys.readWrite,
      body: { name: "X", parentId: team.id },
    });
    expect(stolen.statusCode).toBe(422);
  });
});
