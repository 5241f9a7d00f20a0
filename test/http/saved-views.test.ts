import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatId } from "../../src/contract/ids.ts";
import { MOST_VIEWS, type SavedView } from "../../src/contract/saved-view.ts";
import { expectCall, readAudit } from "../support/directory.ts";
import { type BrowserHeaders, startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let ada: BrowserHeaders;
let bo: BrowserHeaders;
let viewer: BrowserHeaders;
beforeAll(async () => {
  test = await startTestApp();
  ada = await test.signIn("admin");
  bo = await test.signIn("admin");
  viewer = await test.signIn("viewer");
});
afterAll(() => test.close());

const URL = "/api/v1/me/views";
const VIEW = { page: "syncs", name: " Failed ", search: "badge=failed&q=", shared: false };

const save = (headers: BrowserHeaders, body: object, status = 201) =>
  expectCall<SavedView>(test, status, "POST", URL, { key: null, headers, body });
const change = (headers: BrowserHeaders, id: string, body: object, status = 200) =>
  expectCall<SavedView>(test, status, "PATCH", `${URL}/${id}`, { key: null, headers, body });
const remove = (headers: BrowserHeaders, id: string, status = 204) =>
  expectCall(test, status, "DELETE", `${URL}/${id}`, { key: null, headers });
const list = async (headers: BrowserHeaders, query = "") =>
  (
    await expectCall<{ items: SavedView[] }>(test, 200, "GET", `${URL}${query}`, {
      ...{ key: null, headers },
    })
  ).items;

describe("views", () => {
  it("are kept for oneself, changed and deleted, with audit rows that leave the filters out", async () => {
    const view = await save(ada, VIEW);
    expect(view).toEqual({
      ...{ id: expect.stringMatching(/^view_\d+$/), page: "syncs", name: "Failed" },
      ...{ search: "badge=failed&q=", shared: false, mine: true, editable: true },
      ...{ createdBy: "Ada admin", createdAt: expect.any(String), updatedAt: expect.any(String) },
    });
    expect(await list(ada)).toEqual([view]);
    expect(await list(ada, "?page=users")).toEqual([]);
    for (const other of [bo, viewer]) {
      expect(await list(other)).toEqual([]);
      await change(other, view.id, { name: "Mine" }, 404);
      await remove(other, view.id, 404);
    }
    const changed = await change(ada, view.id, { search: "q=marie", name: "Marie" });
    expect(changed).toMatchObject({ name: "Marie", search: "q=marie", page: "syncs" });
    await remove(ada, view.id);
    expect(await list(ada)).toEqual([]);
    await remove(ada, view.id, 404);
    const rows = await readAudit(test, view.id);
    expect(rows.map((row) => row.action)).toEqual(["view_saved", "view_changed", "view_deleted"]);
    expect(JSON.stringify(rows)).not.toContain("q=marie");
  });

  it("are for everybody when an admin says so; other admins may change those, viewers may not", async () => {
    await save(viewer, { ...VIEW, shared: true }, 403);
    const shared = await save(ada, { ...VIEW, shared: true });
    expect(await list(bo)).toEqual([{ ...shared, mine: false }]);
    expect(await list(viewer)).toEqual([{ ...shared, mine: false, editable: false }]);
    await change(viewer, shared.id, { name: "No" }, 403);
    await remove(viewer, shared.id, 403);
    expect((await change(bo, shared.id, { name: "Ours" })).name).toBe("Ours");
    const own = await save(viewer, VIEW);
    expect(own).toMatchObject({ mine: true, editable: true });
    await change(viewer, own.id, { shared: true }, 403);
    await remove(viewer, own.id);
    await remove(bo, shared.id);
  });

  it("stay with the workspace when who shared them leaves; their own go", async () => {
    const leaving = await test.signIn("admin");
    const shared = await save(leaving, { ...VIEW, name: "Stays", shared: true });
    await save(leaving, { ...VIEW, name: "Goes" });
    const me = await expectCall<{ id: string }>(test, 200, "GET", "/api/v1/me", {
      ...{ key: null, headers: leaving },
    });
    await expectCall(test, 204, "DELETE", `/api/v1/admins/${me.id}`, { key: null, headers: ada });
    expect(await list(bo)).toEqual([{ ...shared, mine: false }]);
    const { rows } = await test.database.query("select name from saved_views");
    expect(rows).toEqual([{ name: "Stays" }]);
    await remove(bo, shared.id);
  });

  it("are people's, not keys', and of one workspace", async () => {
    const view = await save(ada, { ...VIEW, shared: true });
    await expectCall(test, 403, "GET", URL);
    await expectCall(test, 403, "POST", URL, { body: VIEW });
    const { rows } = await test.database.query<{ id: number }>(
      `insert into saved_views (workspace_id, page, name, search, shared, created_by)
       values ($1, 'syncs', 'Theirs', '', true, 'X') returning id`,
      [test.other.id],
    );
    expect(await list(ada)).toEqual([view]);
    await remove(ada, formatId("view", rows[0]!.id), 404);
    await remove(ada, "view_0", 404);
    await remove(ada, view.id);
  });

  it("have bounds", async () => {
    for (const body of [
      { ...VIEW, name: " " },
      { ...VIEW, page: "Syncs!" },
      { ...VIEW, search: "a\u0000b" },
      { ...VIEW, search: "x".repeat(4001) },
      { ...VIEW, owner: "me" },
    ]) {
      await save(ada, body, 422);
    }
    await test.database.query(
      `insert into saved_views (workspace_id, account_id, page, name, search, shared, created_by)
       select $1, account_id, 'syncs', 'n', '', false, 'X'
         from (select account_id from workspace_admins where role = 'viewer' limit 1) a, generate_series(1, $2)`,
      [test.workspace.id, MOST_VIEWS],
    );
    expect(await save(viewer, VIEW, 409)).toMatchObject({ code: "too_many_views" });
  });
});

describe("preferences", () => {
  const patch = (headers: BrowserHeaders, body: object, status = 200) =>
    expectCall<{ preferences: object }>(test, status, "PATCH", "/api/v1/me", {
      ...{ key: null, headers, body },
    });

  it("go with the account: what is given changes, the rest stays", async () => {
    const before = await expectCall<object>(test, 200, "GET", "/api/v1/me", {
      ...{ key: null, headers: ada },
    });
    expect(before).toMatchObject({
      preferences: { language: null, theme: "system", timeZone: null, singleKeys: true },
    });
    await patch(ada, { preferences: { theme: "dark", timeZone: "America/Montreal" } });
    const { preferences } = await patch(ada, {
      preferences: { language: "fr", singleKeys: false },
    });
    expect(preferences).toEqual({
      ...{ language: "fr", theme: "dark", timeZone: "America/Montreal", singleKeys: false },
    });
    expect((await patch(ada, { preferences: { timeZone: null } })).preferences).toMatchObject({
      timeZone: null,
    });
    expect((await patch(bo, { preferences: {} })).preferences).toMatchObject({ theme: "system" });
  });

  it("are refused when they are none", async () => {
    for (const preferences of [
      { theme: "pink" },
      { language: "de" },
      { timeZone: "Mars/Olympus" },
      { singleKeys: "yes" },
      { font: "Comic" },
    ]) {
      await patch(ada, { preferences }, 422);
    }
    await patch(ada, {}, 422);
    await patch(ada, { workspaceId: formatId("workspace", test.other.id) }, 404);
    await expectCall(test, 403, "PATCH", "/api/v1/me", { body: { preferences: {} } });
    const me = await expectCall<{ preferences: object }>(test, 200, "GET", "/api/v1/me");
    expect(me.preferences).toMatchObject({ theme: "system" });
  });
});
