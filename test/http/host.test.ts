import { afterAll, beforeAll, expect, test } from "vitest";
import { HOST_PROOF_HEADER, makeHostProof } from "../../src/engine/host-proof.ts";
import { type BrowserHeaders, signInAs, startTestApp, type TestApp } from "../support/test-app.ts";

let world: TestApp;
let admin: BrowserHeaders;
beforeAll(async () => {
  world = await startTestApp({ limits: { signIn: 1000 } });
  admin = await world.signIn();
});
afterAll(() => world.close());

const proof = () => ({ [HOST_PROOF_HEADER]: makeHostProof(world.config.secret, Date.now()) });
const post = (path: string, body: object, headers: Record<string, string> = proof()) =>
  world.call("POST", `/api/v1/host/${path}`, { key: null, body, headers });

test("nobody without the secret gets in, whatever else they are", async () => {
  const forged = { [HOST_PROOF_HEADER]: makeHostProof("another secret", Date.now()) };
  for (const headers of [{}, forged, admin]) {
    expect((await post("recovery-links", { email: "a@example.com" }, headers)).statusCode).toBe(
      401,
    );
    expect((await post("workspaces", { name: "x" }, headers)).statusCode).toBe(401);
    const list = await world.call("GET", "/api/v1/host/workspaces", { headers });
    expect(list.statusCode).toBe(401);
  }
});

test("a lost admin gets in by a recovery link", async () => {
  const { email } = (await world.call("GET", "/api/v1/me", { key: null, headers: admin })).json<{
    email: string;
  }>();
  const made = await post("recovery-links", { email: email.toUpperCase() });
  expect(made.statusCode).toBe(201);
  const token = made.json<{ link: string }>().link.split("#token=")[1];
  const set = { token, password: "brand new password" };
  expect(
    (await world.call("POST", "/api/auth/set-password", { key: null, body: set })).statusCode,
  ).toBe(204);
  await signInAs(world.app, email, "brand new password");
  expect((await post("recovery-links", { email: "nobody@example.com" })).statusCode).toBe(404);
});

test("a workspace is made with its admin", async () => {
  const made = await post("workspaces", { name: "Third", adminEmail: "Dee@example.com" });
  expect(made.json()).toMatchObject({
    workspace: { name: "Third" },
    link: expect.stringContaining("/set-password#token="),
  });
  const again = await post("workspaces", { name: "Fourth", adminEmail: "dee@example.com" });
  expect(again.json()).toMatchObject({ workspace: { name: "Fourth" }, link: null });
  const list = await world.call("GET", "/api/v1/host/workspaces", { key: null, headers: proof() });
  expect(list.json<{ items: { name: string }[] }>().items.map((item) => item.name)).toEqual([
    "Acme",
    "Other",
    "Third",
    "Fourth",
  ]);
});
