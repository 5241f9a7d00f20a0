import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import {
  act,
  addAdmin,
  addTeam,
  addUser,
  expectCall,
  numberOf,
  type Refused,
  readAudit,
  readUser,
} from "../support/directory.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

describe("users over HTTP", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const refused = (
    status: number,
    method: "POST" | "PATCH" | "DELETE",
    url: string,
    body?: object,
  ) => expectCall<Refused>(test, status, method, url, body === undefined ? {} : { body });

  describe("adding", () => {
    it("normalises as a source's rows are, and answers the whole user", async () => {
      const manager = await addUser(test, { firstName: "Ada", lastName: "Byron" });
      const answer = await test.call("POST", "/api/v1/users", {
        body: {
          email: " Zoé.Roy@Example.COM ",
          firstName: "  Zoe\u0301 ",
          lastName: "Roy",
          jobTitle: " ",
          languagePreferences: "fr",
          properties: { department: "Care", hireDate: "2024-02-29", city: null },
          directManagerId: manager.id,
        },
      });
      expect(answer.statusCode).toBe(201);
      const { user } = answer.json<{ user: User }>();
      expect(answer.headers.location).toBe(`/api/v1/users/${user.id}`);
      expect(user).toMatchObject({
        email: "zoé.roy@example.com",
        name: "Zoé Roy",
        firstName: "Zoé",
        jobTitle: null,
        languagePreferences: "fr",
        properties: { department: "Care", hireDate: "2024-02-29" },
        products: ["Muster"],
        directManager: { id: manager.id, name: "Ada Byron" },
        status: "created",
        role: "employee",
        source: null,
        externalId: null,
        teams: [],
        erased: false,
      });
      expect(await readAudit(test, user.id)).toEqual([
        {
          action: "user_created",
          target_name: "Zoé Roy",
          before: expect.objectContaining({ email: null }),
          after: expect.objectContaining({
            email: "zoé.roy@example.com",
            directManager: { id: manager.id, name: "Ada Byron" },
          }),
        },
      ]);
    });

    it.each([
      [{ email: "no address" }, "/email"],
      [{ email: "a@example.com", firstName: "x".repeat(201) }, "/firstName"],
      [{ email: "a@example.com", firstName: "a\u202eb" }, "/firstName"],
      [{ email: "a@example.com", languagePreferences: "french please" }, "/languagePreferences"],
      [{ email: "a@example.com", properties: { shoeSize: "42" } }, "/properties/shoeSize"],
      [{ email: "a@example.com", properties: { hireDate: "2023-02-29" } }, "/properties/hireDate"],
      [{ email: "a@example.com", products: ["Muster", "Other"] }, "/products/1"],
      [{ email: "a@example.com", directManagerId: "usr_999999" }, "/directManagerId"],
      [{ email: "a@example.com", directManagerId: "team_1" }, "/directManagerId"],
      [{ firstName: "Nobody" }, "/email"],
      [{ email: "a@example.com", unknown: 1 }, "/unknown"],
    ])("refuses %o naming %s", async (body, pointer) => {
      const { errors } = await refused(422, "POST", "/api/v1/users", body);
      expect(errors?.map((error) => error.pointer)).toContain(pointer);
    });

    it("names every field that is wrong at once", async () => {
      const { errors } = await refused(422, "POST", "/api/v1/users", {
        email: "x",
        languagePreferences: "??",
        properties: { nope: "1" },
      });
      expect(errors?.map((error) => error.pointer)).toEqual([
        "/email",
        "/languagePreferences",
        "/properties/nope",
      ]);
    });

    it("refuses an address that a user holds, but not one that a deleted user held", async () => {
      const user = await addUser(test, { email: "held@example.com" });
      const { code, detail } = await refused(409, "POST", "/api/v1/users", {
        email: "HELD@example.com",
      });
      expect(code).toBe("email_taken");
      expect(detail).toContain("held@example.com");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${user.id}`);
      await addUser(test, { email: "held@example.com" });
    });

    it("takes the address that another workspace uses", async () => {
      await addUser(test, { email: "both@example.com" });
      await addUser(test, { email: "both@example.com" }, { key: test.other.keys.readWrite });
    });
  });

  describe("changing", () => {
    it("changes only what is given, and keeps before and after", async () => {
      const user = await addUser(test, {
        firstName: "Old",
        lastName: "Name",
        jobTitle: "Clerk",
        properties: { city: "Laval" },
      });
      const { user: changed } = await expectCall<{ user: User }>(
        test,
        200,
        "PATCH",
        `/api/v1/users/${user.id}`,
        {
          body: { firstName: "New", jobTitle: null, properties: { department: "Care" } },
        },
      );
      expect(changed).toMatchObject({
        name: "New Name",
        jobTitle: null,
        email: user.email,
        properties: { city: "Laval", department: "Care" },
      });
      const rows = await readAudit(test, user.id);
      expect(rows.at(-1)).toEqual({
        action: "user_updated",
        target_name: "New Name",
        before: { firstName: "Old", jobTitle: "Clerk", department: null },
        after: { firstName: "New", jobTitle: null, department: "Care" },
      });
    });

    it("writes nothing when nothing differs", async () => {
      const user = await addUser(test, { firstName: "Same", products: ["muster"] });
      await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, {
        body: {
          firstName: " Same ",
          email: user.email?.toUpperCase(),
          products: [],
          role: "employee",
        },
      });
      expect(await readAudit(test, user.id)).toHaveLength(1);
      expect((await readUser(test, user.id)).updatedAt).toBe(user.updatedAt);
    });

    it("keeps values of sensitive properties out of the audit log", async () => {
      await test.database.query(
        `insert into properties (workspace_id, key, label, type, sensitive, place) values ($1, 'salary', 'Salary', 'text', true, 99)`,
        [test.workspace.id],
      );
      const user = await addUser(test, { properties: { salary: "90000" } });
      await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, {
        body: { properties: { salary: "95000" } },
      });
      const { rows } = await test.database.query(
        "select from audit where concat(before, after) ~ '9[05]000'",
      );
      expect(rows).toHaveLength(0);
      const { items } = await expectCall<{ items: { changes: unknown[] }[] }>(
        test,
        200,
        "GET",
        `/api/v1/users/${user.id}/history`,
      );
      expect(items[0]?.changes).toEqual([
        { property: "salary", before: null, after: null, sensitive: true },
      ]);
    });

    it("refuses an address that is taken", async () => {
      const [one, two] = [await addUser(test), await addUser(test)];
      expect(
        (await refused(409, "PATCH", `/api/v1/users/${one.id}`, { email: two.email! })).code,
      ).toBe("email_taken");
    });

    it("refuses a reporting line that loops, naming the ring, and oneself", async () => {
      const a = await addUser(test, { firstName: "Anna" });
      const b = await addUser(test, { firstName: "Bert", directManagerId: a.id });
      const c = await addUser(test, { firstName: "Cleo", directManagerId: b.id });
      const { code, detail } = await refused(409, "PATCH", `/api/v1/users/${a.id}`, {
        directManagerId: c.id,
      });
      expect(code).toBe("manager_cycle");
      expect(detail).toContain("Anna reports to Cleo reports to Bert reports to Anna");
      expect(
        (await refused(409, "PATCH", `/api/v1/users/${a.id}`, { directManagerId: a.id })).code,
      ).toBe("manager_is_self");
      await expectCall(test, 200, "PATCH", `/api/v1/users/${b.id}`, {
        body: { directManagerId: null },
      });
      await expectCall(test, 200, "PATCH", `/api/v1/users/${a.id}`, {
        body: { directManagerId: c.id },
      });
    });

    it("refuses a Direct Manager without access", async () => {
      const [user, manager] = [await addUser(test), await addUser(test)];
      await act(test, manager.id, "deactivate");
      await refused(422, "PATCH", `/api/v1/users/${user.id}`, { directManagerId: manager.id });
    });

    it("lets no key set roles, but a signed-in admin", async () => {
      const user = await addUser(test);
      const role = { role: "executive" };
      expect((await refused(403, "PATCH", `/api/v1/users/${user.id}`, role)).code).toBe(
        "roles_need_admin",
      );
      expect(
        (await refused(403, "POST", "/api/v1/users", { email: "r@example.com", ...role })).code,
      ).toBe("roles_need_admin");
      const headers = await test.signIn();
      const answer = await expectCall<{ user: User }>(
        test,
        200,
        "PATCH",
        `/api/v1/users/${user.id}`,
        { key: null, headers, body: role },
      );
      expect(answer.user.role).toBe("executive");
    });
  });

  describe("access", () => {
    it("moves along the states", async () => {
      const user = await addUser(test);
      expect((await act(test, user.id, "invite")).status).toBe("invited");
      expect((await act(test, user.id, "activate")).status).toBe("active");
      expect((await act(test, user.id, "activate")).status).toBe("active");
      const gone = await act(test, user.id, "deactivate");
      expect(gone).toMatchObject({ status: "deactivated", removedBy: "person", email: user.email });
      for (const action of ["invite", "activate"]) {
        expect((await refused(409, "POST", `/api/v1/users/${user.id}/${action}`)).code).toBe(
          "user_deactivated",
        );
      }
      const back = await act(test, user.id, "reactivate");
      expect(back).toMatchObject({ status: "active", removedBy: null, removedAt: null });
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/reactivate`)).code).toBe(
        "not_deactivated",
      );
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/invite`)).code).toBe(
        "already_active",
      );
      expect((await readAudit(test, user.id)).map((row) => row.action)).toEqual([
        ...[
          "user_created",
          "user_invited",
          "user_activated",
          "user_deactivated",
          "user_reactivated",
        ],
      ]);
    });

    it("makes a sync's deactivation a person's decision", async () => {
      const user = await addUser(test);
      await test.database.query(
        "update users set state = 'deactivated', state_before = 'active', removed_by = 'sync', removed_at = now() where id = $1",
        [numberOf(user)],
      );
      expect((await act(test, user.id, "deactivate")).removedBy).toBe("person");
      expect((await act(test, user.id, "reactivate")).status).toBe("active");
    });

    it("keeps the last admin", async () => {
      const admin = await addAdmin(test);
      const url = `/api/v1/users/${admin.id}`;
      for (const [method, path] of [
        ["POST", `${url}/deactivate`],
        ["DELETE", url],
        ["POST", `${url}/erase`],
      ] as const) {
        expect((await refused(409, method, path)).code).toBe("last_admin");
      }
      const headers = await test.signIn();
      const demoted = await test.call("PATCH", url, {
        key: null,
        headers,
        body: { role: "employee" },
      });
      expect(demoted.json<Refused>().code).toBe("last_admin");
      const second = await addAdmin(test);
      await act(test, admin.id, "deactivate");
      expect((await refused(409, "DELETE", `/api/v1/users/${second.id}`)).code).toBe("last_admin");
      await act(test, admin.id, "reactivate");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${second.id}`);
      await test.database.query("update users set role = 'employee' where workspace_id = $1", [
        test.workspace.id,
      ]);
    });

    it("gives no more seats than there are", async () => {
      const [gone, deleted] = [await addUser(test), await addUser(test)];
      await act(test, gone.id, "deactivate");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${deleted.id}`);
      await test.database.query(
        `update workspaces set seat_limit = (select count(*) from users where workspace_id = $1
           and state in ('created', 'invited', 'active')) where id = $1`,
        [test.workspace.id],
      );
      for (const [path, body] of [
        ["/api/v1/users", { email: "seat@example.com" }],
        [`/api/v1/users/${gone.id}/reactivate`, undefined],
        [`/api/v1/users/${deleted.id}/restore`, undefined],
      ] as const) {
        expect((await refused(409, "POST", path, body)).code).toBe("workspace_limit_reached");
      }
      await test.database.query("update workspaces set seat_limit = seat_limit + 1 where id = $1", [
        test.workspace.id,
      ]);
      await act(test, gone.id, "reactivate");
      expect((await refused(409, "POST", `/api/v1/users/${deleted.id}/restore`)).code).toBe(
        "workspace_limit_reached",
      );
      await test.database.query("update workspaces set seat_limit = null where id = $1", [
        test.workspace.id,
      ]);
    });
  });

  describe("deleting", () => {
    it("leaves a tombstone without address, places and lines, which restores", async () => {
      const boss = await addUser(test, { firstName: "Boss" });
      const user = await addUser(test, { firstName: "Gone", directManagerId: boss.id });
      const report = await addUser(test, { directManagerId: user.id });
      const team = await addTeam(test, "Crew");
      await expectCall(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {
        body: { isMember: true },
      });
      await act(test, user.id, "activate");
      const { user: tombstone } = await expectCall<{ user: User }>(
        test,
        200,
        "DELETE",
        `/api/v1/users/${user.id}`,
      );
      expect(tombstone).toMatchObject({
        status: "deleted",
        email: null,
        formerEmail: user.email,
        directManager: null,
        teams: [],
        removedBy: "person",
      });
      const days =
        (Date.parse(tombstone.restorableUntil!) - Date.parse(tombstone.removedAt!)) / 86_400_000;
      expect(days).toBe(30);
      expect((await readUser(test, report.id)).directManager).toBeNull();
      expect((await readAudit(test, user.id)).at(-1)).toMatchObject({
        action: "user_deleted",
        before: {
          directManager: { id: boss.id, name: "Boss" },
          reports: [{ id: report.id }],
          memberOf: [{ id: team.id, name: "Crew" }],
        },
      });
      for (const action of ["deactivate", "reactivate", "invite", "activate", "unlink"]) {
        expect((await refused(409, "POST", `/api/v1/users/${user.id}/${action}`)).code).toBe(
          "user_deleted",
        );
      }
      expect((await refused(409, "DELETE", `/api/v1/users/${user.id}`)).code).toBe("user_deleted");
      expect(await act(test, user.id, "restore")).toMatchObject({
        status: "active",
        email: user.email,
        formerEmail: null,
      });
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/restore`)).code).toBe(
        "not_deleted",
      );
    });

    it("does not restore to an address that is taken since, or after the undo window", async () => {
      const user = await addUser(test, { email: "back@example.com" });
      await expectCall(test, 200, "DELETE", `/api/v1/users/${user.id}`);
      const other = await addUser(test, { email: "back@example.com" });
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/restore`)).code).toBe(
        "email_taken",
      );
      await expectCall(test, 200, "PATCH", `/api/v1/users/${other.id}`, {
        body: { email: "elsewhere@example.com" },
      });
      await test.database.query(
        "update users set removed_at = now() - interval '31 days' where id = $1",
        [numberOf(user)],
      );
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/restore`)).code).toBe(
        "undo_window_over",
      );
    });
  });

  describe("linking", () => {
    const claim = (user: User, externalId: string) =>
      test.database.query("update users set source_id = $2, external_id = $3 where id = $1", [
        numberOf(user),
        test.workspace.sourceId,
        externalId,
      ]);

    it("links to the active source under the id given, and ends the claim", async () => {
      const user = await addUser(test);
      await claim(user, "E-old");
      const linked = await act(test, user.id, "relink", { externalId: " E-new " });
      expect(linked).toMatchObject({ externalId: "E-new", source: { kind: "push", active: true } });
      expect((await readAudit(test, user.id)).at(-1)).toMatchObject({
        action: "user_relinked",
        before: { externalId: "E-old" },
        after: { externalId: "E-new", source: "API push" },
      });
      expect(await act(test, user.id, "unlink")).toMatchObject({ externalId: null, source: null });
      expect((await refused(409, "POST", `/api/v1/users/${user.id}/unlink`)).code).toBe(
        "not_linked",
      );
    });

    it("takes an id from a tombstone, never from a user", async () => {
      const [user, holder] = [await addUser(test), await addUser(test)];
      await claim(holder, "E-held");
      expect(
        (await refused(409, "POST", `/api/v1/users/${user.id}/relink`, { externalId: "E-held" }))
          .code,
      ).toBe("external_id_taken");
      await expectCall(test, 200, "DELETE", `/api/v1/users/${holder.id}`);
      expect((await act(test, user.id, "relink", { externalId: "E-held" })).externalId).toBe(
        "E-held",
      );
      expect((await readUser(test, holder.id)).externalId).toBeNull();
    });

    it.each([" ", "x".repeat(256), "a\u0000b"])(
      "refuses the external id %j",
      async (externalId) => {
        const user = await addUser(test);
        await refused(422, "POST", `/api/v1/users/${user.id}/relink`, { externalId });
      },
    );
  });

  describe("who may", () => {
    it("lets a read key read and nothing else, a push key nothing", async () => {
      const user = await addUser(test);
      const url = `/api/v1/users/${user.id}`;
      const calls = [
        ["POST", "/api/v1/users", { email: "k@example.com" }],
        ["PATCH", url, { firstName: "K" }],
        ["DELETE", url, undefined],
        ...["invite", "activate", "deactivate", "reactivate", "restore", "unlink", "erase"].map(
          (action) => ["POST", `${url}/${action}`, undefined] as const,
        ),
        ["POST", `${url}/relink`, { externalId: "K" }],
      ] as const;
      for (const [method, path, body] of calls) {
        for (const key of [test.workspace.keys.read, test.workspace.keys.push]) {
          expect(
            (await test.call(method, path, { key, body })).statusCode,
            `${method} ${path}`,
          ).toBe(403);
        }
        expect((await test.call(method, path, { key: null, body })).statusCode).toBe(401);
      }
      for (const path of ["/api/v1/users", url, `${url}/history`]) {
        expect((await test.call("GET", path, { key: test.workspace.keys.read })).statusCode).toBe(
          200,
        );
        expect((await test.call("GET", path, { key: test.workspace.keys.push })).statusCode).toBe(
          403,
        );
      }
    });

    it("finds nobody of another workspace", async () => {
      const user = await addUser(test);
      const url = `/api/v1/users/${user.id}`;
      const key = test.other.keys.readWrite;
      for (const [method, path, body] of [
        ["GET", url, undefined],
        ["GET", `${url}/history`, undefined],
        ["PATCH", url, { firstName: "X" }],
        ["DELETE", url, undefined],
        ["POST", `${url}/relink`, { externalId: "X" }],
        ...["invite", "activate", "deactivate", "reactivate", "restore", "unlink", "erase"].map(
          (action) => ["POST", `${url}/${action}`, undefined] as const,
        ),
      ] as const) {
        expect((await test.call(method, path, { key, body })).statusCode, `${method} ${path}`).toBe(
          404,
        );
      }
      const manager = await test.call("POST", "/api/v1/users", {
        key,
        body: { email: "m@example.com", directManagerId: user.id },
      });
      expect(manager.statusCode).toBe(422);
      const list = await expectCall<{ items: User[] }>(
        test,
        200,
        "GET",
        "/api/v1/users?limit=200",
        { key },
      );
      expect(list.items.map((each) => each.id)).not.toContain(user.id);
    });

    it.each(["usr_0", "42", "team_1", "usr_1e3", "usr_99999999999999999999"])(
      "finds nothing at %s",
      async (id) => {
        await expectCall(test, 404, "GET", `/api/v1/users/${id}`);
      },
    );
  });
});
