import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportEntry } from "../../../src/contract/entry.ts";
import { addTeam, addUser, expectCall } from "../../support/directory.ts";
import { pushJson, startTestWorker, until } from "../../support/pushing.ts";
import {
  type CallOptions,
  type Method,
  startTestApp,
  type TestApp,
} from "../../support/test-app.ts";

/** What a run goes by when it asks whether anybody else has changed the directory since its plan was made. */
describe("every change by hand counts as one of the directory", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const version = async (): Promise<number> => {
    const { rows } = await test.database.query<{ directory_version: number }>(
      "select directory_version from workspaces where id = $1",
      [test.workspace.id],
    );
    return rows[0]!.directory_version;
  };

  async function expectCounted(
    status: number,
    method: Method,
    url: string,
    options: CallOptions = {},
  ): Promise<void> {
    const before = await version();
    await expectCall(test, status, method, url, options);
    expect(await version(), `${method} ${url}`).toBeGreaterThan(before);
  }

  it("users", async () => {
    await expectCounted(201, "POST", "/api/v1/users", { body: { email: "ada@example.com" } });
    const user = await addUser(test);
    const at = `/api/v1/users/${user.id}`;
    await expectCounted(200, "PATCH", at, { body: { firstName: "Ada" } });
    await expectCounted(200, "POST", `${at}/invite`);
    await expectCounted(200, "POST", `${at}/activate`);
    await expectCounted(200, "POST", `${at}/deactivate`);
    await expectCounted(200, "POST", `${at}/reactivate`);
    await expectCounted(200, "DELETE", at);
  });

  it("teams and places", async () => {
    await expectCounted(201, "POST", "/api/v1/teams", { body: { name: "Sales" } });
    const [team, user] = [await addTeam(test, "Design"), await addUser(test)];
    const at = `/api/v1/teams/${team.id}`;
    const place = `${at}/members/${user.id}`;
    await expectCounted(200, "PATCH", at, { body: { name: "Research" } });
    await expectCounted(200, "PUT", place, { body: { isMember: true } });
    await expectCounted(200, "DELETE", place);
    await expectCounted(204, "DELETE", at);
  });

  it("everybody's value of a property", async () => {
    await expectCall(test, 201, "POST", "/api/v1/properties", { body: { label: "Badge" } });
    await expectCounted(204, "DELETE", "/api/v1/properties/badge");
  });
});

describe("a plan that waits while a person changes the directory", () => {
  let test: TestApp;
  let worker: { stop(): Promise<void> } | null = null;
  beforeAll(async () => {
    test = await startTestApp();
    worker = startTestWorker(test);
  });
  afterAll(async () => {
    await worker?.stop();
    await test.close();
  });

  const members = (title: string) => ({
    members: ["ada", "bob"].map((name) => ({
      ...{ externalMemberId: name, email: `${name}@example.com`, jobTitle: title },
    })),
  });

  it("leaves alone what no longer is as it was, and applies the rest", async () => {
    const first = await pushJson(test, members("Engineer"));
    await until(test, first.id, "done");
    const body = { thresholds: { users: 0 } };
    await expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", { body });
    const second = await pushJson(test, members("Lead"));
    await until(test, second.id, "awaiting_approval");
    const { items } = await expectCall<{ items: { id: string }[] }>(
      ...([test, 200, "GET", "/api/v1/users?q=ada"] as const),
    );
    await expectCall(test, 200, "PATCH", `/api/v1/users/${items[0]!.id}`, {
      body: { jobTitle: "Director" },
    });
    await expectCall(test, 200, "POST", `/api/v1/syncs/${second.id}/approve`);
    await until(test, second.id, "done");
    const entries = await expectCall<{ items: ReportEntry[] }>(
      ...([test, 200, "GET", `/api/v1/syncs/${second.id}/entries`] as const),
    );
    const outcomes = entries.items.map(({ subject, outcome, reason }) => [
      ...[subject?.externalId, outcome, reason],
    ]);
    expect(outcomes).toEqual([
      ["ada", "skipped", "changed_since_review"],
      ["bob", "applied", null],
    ]);
  });
});
