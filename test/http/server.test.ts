import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { startServer } from "../../src/server.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-server-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = `mus_${"k".repeat(32)}`;

async function start(dataDir: string, env: Record<string, string> = {}) {
  const lines: string[] = [];
  const config = readConfig({
    MUSTER_DATA_DIR: join(folder, dataDir),
    MUSTER_PORT: "0",
    MUSTER_LOG_LEVEL: "silent",
    ...env,
  });
  const server = await startServer(config, (line) => lines.push(line));
  const send = (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init);
  const postJson = (path: string, body: unknown) =>
    send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return { server, lines, send, postJson };
}

test("the first start prints a one-time link that makes the first admin; later starts print none", async () => {
  const first = await start("by-hand");
  expect(first.lines[0]).toContain(first.server.address);
  const link = new URL(first.lines[1]?.split(" ").at(-1) ?? "");
  expect(link.pathname).toBe("/setup");
  const token = link.hash.replace("#token=", "");
  expect((await first.send("/readyz")).status).toBe(200);
  expect(await (await first.send("/api/v1/setup")).json()).toEqual({
    needed: true,
    hasWorkspace: false,
  });

  const wanted = {
    workspaceName: "Acme",
    name: "Ada",
    email: "Ada@Example.com",
    password: "correct horse",
  };
  expect((await first.postJson("/api/v1/setup", { ...wanted, token: "guessed" })).status).toBe(410);
  const made = await first.postJson("/api/v1/setup", { ...wanted, token });
  expect(made.status).toBe(204);
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const me = await (await first.send("/api/v1/me", { headers: { cookie } })).json();
  expect(me).toMatchObject({
    email: "ada@example.com",
    scope: "admin",
    workspace: { name: "Acme" },
  });
  expect((await first.postJson("/api/v1/setup", { ...wanted, token })).status).toBe(410);
  expect(await (await first.send("/api/v1/setup")).json()).toEqual({
    needed: false,
    hasWorkspace: true,
  });
  await first.server.stop();

  expect(statSync(join(folder, "by-hand", "secret")).mode & 0o777).toBe(0o600);
  const second = await start("by-hand");
  expect(second.lines).toHaveLength(1);
  expect(second.server.setUpUrl).toBeNull();
  // The secret was kept, so the session still stands.
  expect((await second.send("/api/v1/me", { headers: { cookie } })).status).toBe(200);
  await second.server.stop();
});

test("the environment sets an empty database up, once", async () => {
  const env = {
    MUSTER_BOOTSTRAP_WORKSPACE: "Acme",
    MUSTER_BOOTSTRAP_API_KEY: KEY,
    MUSTER_BOOTSTRAP_ADMIN_EMAIL: "ada@example.com",
    MUSTER_BOOTSTRAP_ADMIN_PASSWORD: "correct horse",
    MUSTER_PRODUCT_NAME: "Rally",
  };
  const first = await start("by-env", env);
  expect(first.server.setUpUrl).toBeNull();
  const headers = { "workleap-subscription-key": KEY };
  const workspace = await (await first.send("/api/v1/workspace", { headers })).json();
  expect(workspace).toMatchObject({ name: "Acme", products: ["Rally"], defaultProduct: "Rally" });
  const me = await (await first.send("/api/v1/me", { headers })).json();
  expect(me).toMatchObject({ kind: "api_key", scope: "read_write", productName: "Rally" });
  const properties = (await (await first.send("/api/v1/properties", { headers })).json()) as {
    items: object[];
  };
  expect(properties.items).toHaveLength(11);
  const { rows } = await first.server.database.query("select kind, name, active from sources");
  expect(rows).toEqual([{ kind: "push", name: "API push", active: true }]);
  const signIn = { email: "ada@example.com", password: "correct horse" };
  expect((await first.postJson("/api/auth/sign-in", signIn)).status).toBe(204);
  await first.server.stop();

  const second = await start("by-env", { ...env, MUSTER_BOOTSTRAP_WORKSPACE: "Other" });
  const count = await second.server.database.query("select name from workspaces");
  expect(count.rows).toEqual([{ name: "Acme" }]);
  await second.server.stop();
});

test("a workspace without admin still gets its set-up link", async () => {
  const env = { MUSTER_BOOTSTRAP_WORKSPACE: "Acme", MUSTER_BOOTSTRAP_API_KEY: KEY };
  const { server, postJson, send } = await start("half", env);
  const token = server.setUpUrl?.split("#token=")[1];
  const made = await postJson("/api/v1/setup", {
    token,
    name: "Ada",
    email: "ada@example.com",
    password: "correct horse",
  });
  expect(made.status).toBe(204);
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const me = (await (await send("/api/v1/me", { headers: { cookie } })).json()) as {
    workspaces: object[];
  };
  expect(me.workspaces).toEqual([expect.objectContaining({ name: "Acme" })]);
  await server.stop();
});
