import { afterAll, beforeAll, expect, test } from "vitest";
import {
  HOST_PROOF_HEADER,
  HOST_WORKSPACE_HEADER,
  makeHostProof,
} from "../../src/engine/host-proof.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
});
afterAll(() => world.close());

interface From {
  secret?: string;
  workspace?: string;
  address?: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
}

function ask(url: string, from: From = {}, payload?: object) {
  const secret = from.secret ?? world.config.secret;
  return world.app.inject({
    method: from.method ?? "GET",
    url,
    ...(from.address === undefined ? {} : { remoteAddress: from.address }),
    ...(payload === undefined ? {} : { payload }),
    headers: {
      [HOST_PROOF_HEADER]: makeHostProof(secret, Date.now()),
      ...(from.workspace === undefined
        ? {}
        : { [HOST_WORKSPACE_HEADER]: encodeURIComponent(from.workspace) }),
      ...from.headers,
    },
  });
}

test("with several workspaces the call must say which, by name or id", async () => {
  const open = await ask("/api/v1/workspace");
  expect(open.statusCode).toBe(400);
  expect(open.json()).toMatchObject({ code: "several_workspaces" });
  expect(open.json().detail).toContain("Acme");
  const id = `wsp_${world.other.id}`;
  expect((await ask("/api/v1/workspace", { workspace: "Acme" })).json().name).toBe("Acme");
  expect((await ask("/api/v1/workspace", { workspace: id })).json().name).toBe("Other");
  const none = await ask("/api/v1/workspace", { workspace: "Nördlich" });
  expect(none.statusCode).toBe(400);
  expect(none.json()).toMatchObject({ code: "unknown_workspace" });
  expect(none.json().detail).toContain("Nördlich");
});

test("a proof may what a read-write key may, and what it changes is audited", async () => {
  const body = { name: "Made on the host", scope: "push" };
  const made = await ask("/api/v1/api-keys", { workspace: "Acme", method: "POST" }, body);
  expect(made.statusCode).toBe(201);
  const { rows } = await world.database.query(
    "select workspace_id, actor_kind, actor_name, ip from audit where target_name = 'Made on the host'",
  );
  expect(rows).toEqual([
    {
      workspace_id: world.workspace.id,
      actor_kind: "system",
      actor_name: "Command line on the server",
      ip: "127.0.0.1",
    },
  ]);
  // What only a signed-in admin may.
  const admins = await ask(
    "/api/v1/admins",
    { workspace: "Acme", method: "POST" },
    {
      name: "Eve",
      email: "eve@example.com",
      role: "admin",
    },
  );
  expect(admins.statusCode).toBe(403);
});

test("a wrong proof, or one from elsewhere, opens nothing", async () => {
  const attempts: From[] = [
    { secret: "another secret that is long enough" },
    { address: "10.0.0.7" },
    { address: "2001:db8::1" },
    { headers: { [HOST_PROOF_HEADER]: "" } },
  ];
  for (const from of attempts) {
    const answer = await ask("/api/v1/workspace", { workspace: "Acme", ...from });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe("not_from_host");
  }
  for (const address of ["::1", "::ffff:127.0.0.1"]) {
    const answer = await ask("/api/v1/workspace", { workspace: "Acme", address });
    expect(answer.statusCode).toBe(200);
  }
});

test("a key that is given counts, not the proof", async () => {
  const answer = await ask("/api/v1/workspace", {
    workspace: "Other",
    headers: { authorization: `Bearer ${world.workspace.keys.read}` },
  });
  expect(answer.json().name).toBe("Acme");
});
