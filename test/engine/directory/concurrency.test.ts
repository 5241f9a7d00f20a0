import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, addAdmin, addTeam, addUser, numberOf } from "../../support/directory.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";

describe("changes by hand at the same moment", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const statuses = async (calls: Promise<{ statusCode: number }>[]) =>
    (await Promise.all(calls)).map((answer) => answer.statusCode).toSorted();

  it("leave one of the last two admins", async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await addAdmin(test), await addAdmin(test)];
      const found = await statuses([
        test.call("POST", `/api/v1/users/${one.id}/deactivate`),
        test.call("DELETE", `/api/v1/users/${two.id}`),
      ]);
      expect(found).toEqual([200, 409]);
      await test.database.query("update users set role = 'employee' where workspace_id = $1", [
        test.workspace.id,
      ]);
    }
  });

  it("give an address to one user only", async () => {
    const calls = Array.from({ length: 8 }, () =>
      test.call("POST", "/api/v1/users", { body: { email: "one@example.com" } }),
    );
    expect(await statuses(calls)).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  it("give the last seat to one user only", async () => {
    const { rows } = await test.database.query<{ seats: number }>(
      "select count(*) as seats from users where workspace_id = $1 and state in ('created', 'invited', 'active')",
      [test.workspace.id],
    );
    await test.database.query("update workspaces set seat_limit = $2 where id = $1", [
      test.workspace.id,
      rows[0]!.seats + 1,
    ]);
    const calls = Array.from({ length: 6 }, (_, number) =>
      test.call("POST", "/api/v1/users", { body: { email: `seat${number}@example.com` } }),
    );
    expect(await statuses(calls)).toEqual([201, ...Array<number>(5).fill(409)]);
    await test.database.query("update workspaces set seat_limit = null where id = $1", [
      test.workspace.id,
    ]);
  });

  it("close no loop of Direct Managers, nor of teams", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await addUser(test), await addUser(test)];
      const lines = await statuses([
        test.call("PATCH", `/api/v1/users/${a.id}`, { body: { directManagerId: b.id } }),
        test.call("PATCH", `/api/v1/users/${b.id}`, { body: { directManagerId: a.id } }),
      ]);
      expect(lines).toEqual([200, 409]);
      const [c, d] = [await addTeam(test, "C"), await addTeam(test, "D")];
      const nesting = await statuses([
        test.call("PATCH", `/api/v1/teams/${c.id}`, { body: { parentId: d.id } }),
        test.call("PATCH", `/api/v1/teams/${d.id}`, { body: { parentId: c.id } }),
      ]);
      expect(nesting).toEqual([200, 409]);
    }
  });

  it("accept an invitation once", async () => {
    const user = await addUser(test);
    const invited = await test.call("POST", `/api/v1/users/${user.id}/invite`);
    const url = new URL(invited.json<{ link: string }>().link).pathname;
    const accept = () =>
      test.app.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: "",
      });
    expect(await statuses([accept(), accept(), accept()])).toEqual([200, 410, 410]);
  });

  it("wait for a sync that holds the user, and see what it did", async () => {
    const user = await addUser(test);
    const client = await test.database.pool.connect();
    try {
      await client.query("begin");
      await client.query("update users set email = 'moved@example.com' where id = $1", [
        numberOf(user),
      ]);
      const change = test.call("PATCH", `/api/v1/users/${user.id}`, {
        body: { firstName: "After" },
      });
      await client.query("commit");
      client.release();
      expect((await change).json()).toMatchObject({
        user: { email: "moved@example.com", firstName: "After" },
      });
    } catch (error) {
      client.release(true);
      throw error;
    }
    expect((await act(test, user.id, "activate")).email).toBe("moved@example.com");
  });
});
