import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import { act, addTeam, addUser, expectCall, numberOf } from "../support/directory.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("the list of users", () => {
  let test: TestApp;
  const users: Record<string, User> = {};
  beforeAll(async () => {
    test = await startTestApp();
    for (const [first, last] of [
      ["Éric", "Roy"],
      ["eve", "Stone"],
      ["Zoé", "Adam"],
      ["Adam", "Zola"],
      ["Eric", "Roy"],
    ] as const) {
      users[first] = await addUser(test, {
        firstName: first,
        lastName: last,
        email: `${first}.${last}@example.com`,
      });
    }
    await test.database.query(
      "update users set source_id = $2, external_id = 'HR-77' where id = $1",
      [numberOf(users.eve!), test.workspace.sourceId],
    );
    await act(test, users.Adam!.id, "activate");
    await expectCall(test, 200, "DELETE", `/api/v1/users/${users.Zoé!.id}`);
  });
  afterAll(() => test.close());

  async function list(query: string): Promise<string[]> {
    const { items } = await expectCall<{ items: User[] }>(
      test,
      200,
      "GET",
      `/api/v1/users?${query}`,
    );
    return items.map((user) => user.name);
  }

  it("stands in order of folded names, deleted ones left out", async () => {
    expect(await list("")).toEqual(["Adam Zola", "Éric Roy", "Eric Roy", "eve Stone"]);
  });

  it.each([
    ["status=active", ["Adam Zola"]],
    ["status=created&status=active", ["Adam Zola", "Éric Roy", "Eric Roy", "eve Stone"]],
    ["status=created,active&q=zola", ["Adam Zola"]],
    ["status=deleted", ["Zoé Adam"]],
    ["role=admin", []],
    ["q=ERIC", ["Éric Roy", "Eric Roy"]],
    ["q=%C3%A9ric.roy@", ["Éric Roy", "Eric Roy"]],
    ["q=hr-7", ["eve Stone"]],
    ["q=%25", []],
    ["externalId=HR-77", ["eve Stone"]],
    ["externalId=+HR-77+&q=eve", ["eve Stone"]],
    ["externalId=HR-7", []],
    ["externalId=%00", []],
    ["externalId=hr-77", []],
    ["externalId=HR-77&status=deleted", []],
    ["linked=true", ["eve Stone"]],
    ["linked=false&q=adam", ["Adam Zola"]],
  ])("filters by %s", async (query, names) => {
    expect(await list(query)).toEqual(names);
  });

  it("filters by team and by Direct Manager", async () => {
    const team = await addTeam(test, "Crew");
    await expectCall(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${users.eve!.id}`, {
      body: { isManager: true },
    });
    await expectCall(test, 200, "PATCH", `/api/v1/users/${users.Eric!.id}`, {
      body: { directManagerId: users.eve!.id },
    });
    expect(await list(`team=${team.id}`)).toEqual(["eve Stone"]);
    expect(await list(`manager=${users.eve!.id}`)).toEqual(["Eric Roy"]);
    expect(await list("team=none&q=roy")).toEqual(["Éric Roy", "Eric Roy"]);
    expect(await list(`team=none,${team.id}&manager=none`)).toEqual([
      ...["Adam Zola", "Éric Roy", "eve Stone"],
    ]);
    expect(await list(`manager=none&manager=${users.eve!.id}`)).toHaveLength(4);
  });

  describe("from a position on", () => {
    const window = (query: string) =>
      expectCall<{ items: User[]; total: number; nextCursor: null }>(
        test,
        200,
        "GET",
        `/api/v1/users?${query}`,
      );

    it.each([
      ["offset=0&limit=2", ["Adam Zola", "Éric Roy"], 4],
      ["offset=2&limit=2", ["Eric Roy", "eve Stone"], 4],
      ["offset=1&q=roy", ["Eric Roy"], 2],
      ["offset=4", [], 4],
      ["offset=9", [], 4],
    ])("%s", async (query, names, total) => {
      const answer = await window(query);
      expect(answer).toMatchObject({ total, nextCursor: null });
      expect(answer.items.map((user) => user.name)).toEqual(names);
    });

    it("sees a change of the directory at once", async () => {
      await window("offset=0");
      const added = await addUser(test, { firstName: "Bea" });
      expect((await window("offset=1&limit=1")).items[0]?.name).toBe("Bea");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${added.id}`);
      expect(await window("offset=1&limit=1")).toMatchObject({
        total: 4,
        items: [{ name: "Éric Roy" }],
      });
    });

    it("is of one workspace", async () => {
      const { keys } = test.other;
      const answer = await expectCall<{ total: number }>(
        test,
        200,
        "GET",
        "/api/v1/users?offset=0",
        { key: keys.read },
      );
      expect(answer.total).toBe(0);
    });
  });

  it("counts each value of each filter under the other filters", async () => {
    const facets = (query: string) => expectCall(test, 200, "GET", `/api/v1/users/facets?${query}`);
    expect(await facets("")).toMatchObject({
      total: 4,
      status: { created: 3, active: 1 },
      role: { employee: 4 },
      linked: { yes: 1, no: 3 },
    });
    expect(await facets("status=active&linked=false")).toEqual({
      total: 1,
      status: { active: 1, created: 2, deleted: 2 },
      role: { employee: 1 },
      linked: { yes: 0, no: 1 },
    });
    await expectCall(test, 400, "GET", "/api/v1/users/facets?status=gone");
  });

  it.each([
    "status=gone",
    "role=boss",
    "team=usr_1",
    "limit=0",
    "limit=201",
    "cursor=x",
    "cursor=WyJhIl0",
    "offset=-1",
    "manager=team_1",
    "shoe=42",
  ])("refuses %s", async (query) => {
    await expectCall(test, 400, "GET", `/api/v1/users?${query}`);
  });

  it("pages without repeating or losing anybody while users are added", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    for (let page = 0; cursor !== null; page++) {
      const query: string =
        cursor === "" ? "limit=1" : `limit=1&cursor=${encodeURIComponent(cursor)}`;
      const answer = await expectCall<{ items: User[]; nextCursor: string | null }>(
        test,
        200,
        "GET",
        `/api/v1/users?${query}`,
      );
      seen.push(...answer.items.map((user) => user.name));
      cursor = answer.nextCursor;
      if (page === 1) await addUser(test, { firstName: "Aaron" });
    }
    expect(seen).toEqual(["Adam Zola", "Éric Roy", "Eric Roy", "eve Stone"]);
  });
});
