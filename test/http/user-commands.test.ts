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

describe("commands on users over HTTP", () => {
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
});
