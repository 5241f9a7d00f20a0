import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/contract/directory.ts";
import {
  act,
  addUser,
  expectCall,
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
