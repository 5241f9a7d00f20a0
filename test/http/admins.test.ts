import { afterAll, beforeAll, expect, test } from "vitest";
import { withTransaction } from "../../src/db/database.ts";
import { addAccount } from "../../src/engine/accounts.ts";
import { systemActor } from "../../src/engine/actor.ts";
import { hashPassword } from "../../src/engine/passwords.ts";
import { type BrowserHeaders, signInAs, startTestApp, type TestApp } from "../support/test-app.ts";

interface Admin {
  hasPassword?: boolean;
  id: string;
  email: string;
  role: string;
}

let world: TestApp;
let ada: BrowserHeaders;
beforeAll(async () => {
  world = await startTestApp();
  ada = await world.signIn();
});
afterAll(() => world.close());

const call = (
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: object,
  headers = ada,
) =>
  world.call(method, `/api/v1${path}`, {
    key: null,
    headers,
    ...(body === undefined ? {} : { body }),
  });

test("a person is let in by a link that sets the password, and let go with every session", async () => {
  const made = await call("POST", "/admins", {
    name: "Bea",
    email: "Bea@Example.com",
    role: "admin",
  });
  expect(made.statusCode).toBe(201);
  const { admin, link } = made.json<{ admin: Admin; link: string }>();
  expect(admin).toMatchObject({ email: "bea@example.com", role: "admin", hasPassword: false });
  expect(
    (await call("POST", "/admins", { name: "Bea", email: "bea@example.com", role: "viewer" }))
      .statusCode,
  ).toBe(409);

  const renewed = (await call("POST", `/admins/${admin.id}/link`)).json<{ link: string }>().link;
  const set = (path: string) =>
    world.call("POST", "/api/auth/set-password", {
      key: null,
      body: { token: path.split("#token=")[1], password: "a long password" },
    });
  expect((await set(link)).statusCode).toBe(410);
  expect((await set(renewed)).statusCode).toBe(204);
  expect((await call("POST", `/admins/${admin.id}/link`)).json().code).toBe("password_set");

  const listed = (await call("GET", "/admins")).json<{ items: Admin[] }>().items;
  expect(listed.find(({ id }) => id === admin.id)?.hasPassword).toBe(true);

  const bea = await signInAs(world.app, "bea@example.com", "a long password");
  expect((await call("GET", "/me", undefined, bea)).json().scope).toBe("admin");
  expect((await call("PATCH", `/admins/${admin.id}`, { role: "viewer" })).json().role).toBe(
    "viewer",
  );
  expect((await call("GET", "/me", undefined, bea)).json().scope).toBe("read");
  expect((await call("DELETE", `/admins/${admin.id}`)).statusCode).toBe(204);
  expect((await call("GET", "/me", undefined, bea)).statusCode).toBe(401);
  const actions = (await call("GET", "/audit?target=bea")).json<{ items: { action: string }[] }>()
    .items;
  expect(actions.map((item) => item.action)).toEqual([
    "admin_removed",
    "admin_role_changed",
    "signed_in",
    "password_set_by_link",
    "admin_link_made",
    "admin_added",
  ]);
});

test("the last admin stays admin", async () => {
  const me = (await call("GET", "/me")).json<Admin>();
  expect((await call("DELETE", `/admins/${me.id}`)).json().code).toBe("last_admin");
  expect((await call("PATCH", `/admins/${me.id}`, { role: "viewer" })).json().code).toBe(
    "last_admin",
  );
});

test("keys never change who the admins are", async () => {
  const answer = await world.call("POST", "/api/v1/admins", {
    body: { name: "Eve", email: "eve@example.com", role: "admin" },
  });
  expect(answer.statusCode).toBe(403);
});

test("somebody of two workspaces sees one at a time, and each only with its own role", async () => {
  const passwordHash = await hashPassword("a long password");
  const account = { name: "Cy", email: "cy@example.com", passwordHash };
  const { id } = await withTransaction(world.database, (transaction) =>
    addAccount(transaction, systemActor(world.other.id), account, "admin"),
  );
  // Cy administers the other workspace only: not to be seen or touched from this one.
  expect((await call("GET", "/admins")).body).not.toContain("cy@example.com");
  expect((await call("PATCH", `/admins/${id}`, { role: "viewer" })).statusCode).toBe(404);
  expect((await call("DELETE", `/admins/${id}`)).statusCode).toBe(404);
  expect((await call("POST", `/admins/${id}/link`)).statusCode).toBe(404);

  const joined = await call("POST", "/admins", {
    name: "Whoever",
    email: "cy@example.com",
    role: "viewer",
  });
  expect(joined.json()).toMatchObject({ admin: { name: "Cy", role: "viewer" }, link: null });

  const cy = await signInAs(world.app, "cy@example.com", "a long password");
  const me = (await call("GET", "/me", undefined, cy)).json<{
    workspace: { name: string };
    workspaces: { id: string; name: string }[];
  }>();
  expect(me).toMatchObject({ workspace: { name: "Acme" }, scope: "read" });
  const other = me.workspaces.find((workspace) => workspace.name === "Other")?.id;
  expect((await call("PATCH", "/me", { workspaceId: other }, cy)).json()).toMatchObject({
    workspace: { name: "Other" },
    scope: "admin",
  });
  expect((await call("GET", "/workspace", undefined, cy)).json().name).toBe("Other");
  expect((await call("PATCH", "/me", { workspaceId: other })).statusCode).toBe(404);

  // Removed here, Cy keeps the other workspace.
  expect((await call("DELETE", `/admins/${id}`)).statusCode).toBe(204);
  expect((await call("GET", "/me", undefined, cy)).json().workspaces).toEqual([
    expect.objectContaining({ name: "Other" }),
  ]);
});
