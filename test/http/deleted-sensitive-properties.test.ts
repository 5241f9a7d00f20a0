import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { HistoryItem, User } from "../../src/contract/directory.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { EntryDetails } from "../../src/contract/entry-details.ts";
import type { Property } from "../../src/contract/property.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { expectCall, readAudit } from "../support/directory.ts";
import { pushJson, readSync, runQueued } from "../support/pushing.ts";
import { addTestWorkspace, startTestApp, type TestApp } from "../support/test-app.ts";

const test: TestApp = await startTestApp();
afterAll(() => test.close());

const URL = "/api/v1/properties";
const ada = { externalMemberId: "a", email: "ada@example.com", firstName: "Ada" };

async function push(...members: object[]): Promise<Sync> {
  const { id } = await pushJson(test, { members });
  await runQueued(test);
  return readSync(test, id);
}
const entriesOf = async ({ id }: Sync, query = "") => {
  const url = `/api/v1/syncs/${id}/entries?limit=100${query}`;
  return (await expectCall<{ items: ReportEntry[] }>(test, 200, "GET", url)).items;
};

let user: User;
let sync: Sync;
/** Everything that is shown of the sync and of the person, as text. */
async function readAll(): Promise<string> {
  const entries = await entriesOf(sync);
  const details = await Promise.all(
    entries.map(({ seq }) =>
      expectCall<EntryDetails>(test, 200, "GET", `/api/v1/syncs/${sync.id}/entries/${seq}`),
    ),
  );
  const csv = await test.call("GET", `/api/v1/syncs/${sync.id}/report.csv`);
  const history = await expectCall<{ items: HistoryItem[] }>(
    ...([test, 200, "GET", `/api/v1/users/${user.id}/history`] as const),
  );
  return JSON.stringify({
    entries,
    details,
    csv: csv.body,
    history,
    audit: await readAudit(test, user.id),
  });
}

beforeEach(async () => {
  Object.assign(test.workspace, await addTestWorkspace(test.database, "Acme"));
  await expectCall(test, 201, "POST", URL, {
    body: { label: "Salary (EUR)", key: "salary", sensitive: true },
  });
  await push(ada);
  const found = await expectCall<{ items: User[] }>(test, 200, "GET", "/api/v1/users?q=ada@");
  user = found.items[0]!;
  await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, {
    body: { properties: { salary: "70001" }, locked: { salary: true } },
  });
  sync = await push(
    { ...ada, lastName: "Roy", salary: "70002" },
    { externalMemberId: "b", email: "bea@example.com", salary: "70003" },
  );
});

describe("values of a sensitive property that was deleted", () => {
  it("are shown no more than before: in entries, details, downloads and the history", async () => {
    expect((await entriesOf(sync)).map(({ type }) => type).sort()).toEqual([
      ...["user_created", "user_updated", "value_locked"],
    ]);
    expect(await readAll()).not.toMatch(/7000\d/);
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    expect(await readAll()).not.toMatch(/7000\d/);
    const [made] = await entriesOf(sync, "&type=user_created");
    expect(made?.changes).toContainEqual({
      property: "salary",
      before: null,
      after: null,
      sensitive: true,
    });
    const url = `/api/v1/syncs/${sync.id}/entries/${made!.seq}`;
    const { record } = await expectCall<EntryDetails>(test, 200, "GET", url);
    expect(record?.fields).toContainEqual({ property: "salary", value: null, sensitive: true });
  });

  it("are revealed to who asks for them, which is written down", async () => {
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    const [made] = await entriesOf(sync, "&type=user_created");
    const url = `/api/v1/syncs/${sync.id}/entries/${made!.seq}/reveal`;
    const { fields } = await expectCall<{ fields: object[] }>(test, 200, "POST", url);
    expect(fields).toContainEqual({ property: "salary", value: "70003" });
    const { rows } = await test.database.query(
      "select after from audit where workspace_id = $1 and action = 'record_shown'",
      [test.workspace.id],
    );
    expect(rows).toEqual([{ after: { entry: made!.seq, properties: ["salary"] } }]);
  });

  it("stay out of what is planned anew from a stored input", async () => {
    await expectCall(test, 201, "POST", URL, {
      body: { label: "Raise on", type: "date", sensitive: true },
    });
    const first = await push(ada, {
      externalMemberId: "c",
      email: "cy@example.com",
      raiseOn: "70004",
      salary: "70005",
    });
    await expectCall(test, 204, "DELETE", `${URL}/raiseOn`);
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    const again = await expectCall<{ sync: Sync }>(test, 202, "POST", "/api/v1/syncs", {
      body: { rerunOf: first.id, dryRun: true },
    });
    await runQueued(test);
    for (const { id } of [first, again.sync]) {
      sync = await readSync(test, id);
      expect(await readAll()).not.toMatch(/7000\d/);
    }
  });

  it("stay hidden when a property of the same key is made, until an admin decides otherwise", async () => {
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    const body = { label: "Salary", sensitive: false };
    const made = await expectCall<Property>(test, 201, "POST", URL, { body });
    expect(made).toMatchObject({ key: "salary", sensitive: true });
    expect(await readAll()).not.toMatch(/7000\d/);
    await expectCall(test, 200, "PATCH", `${URL}/salary`, { body: { sensitive: false } });
    expect(await readAll()).toContain("70003");
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    const open = await expectCall<Property>(test, 201, "POST", URL, { body });
    expect(open.sensitive).toBe(false);
  });

  it("are each workspace's own", async () => {
    await expectCall(test, 204, "DELETE", `${URL}/salary`);
    const { readWrite: key } = (await addTestWorkspace(test.database, "Other")).keys;
    const made = await expectCall<Property>(test, 201, "POST", URL, {
      key,
      body: { label: "Salary" },
    });
    expect(made.sensitive).toBe(false);
  });
});
