import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { HistoryItem, User } from "../../src/contract/directory.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { Sync } from "../../src/contract/sync.ts";
import type { SyncImpact } from "../../src/contract/sync-impact.ts";
import { expectCall, type Refused, readAudit, readUser } from "../support/directory.ts";
import { pushJson, readSync, runQueued } from "../support/pushing.ts";
import { addTestWorkspace, startTestApp, type TestApp } from "../support/test-app.ts";

const test: TestApp = await startTestApp();
afterAll(() => test.close());

const ada = {
  ...{ externalMemberId: "a", email: "ada@example.com", firstName: "Ada", lastName: "Roy" },
  ...{ jobTitle: "Clerk", city: "Lyon" },
};
const bea = { externalMemberId: "b", email: "bea@example.com", firstName: "Bea" };

async function push(...members: object[]): Promise<Sync> {
  const { id } = await pushJson(test, { members });
  await runQueued(test);
  return readSync(test, id);
}
const change = (user: User, body: object, status = 200) =>
  expectCall<{ user: User }>(test, status, "PATCH", `/api/v1/users/${user.id}`, { body });
const entriesOf = async ({ id }: Sync, query = "") =>
  (
    await expectCall<{ items: ReportEntry[] }>(
      ...([test, 200, "GET", `/api/v1/syncs/${id}/entries?limit=100${query}`] as const),
    )
  ).items;
const issuesOf = (sync: Sync, query = "") => entriesOf(sync, `&kind=issue${query}`);
const find = async (q: string): Promise<User> => {
  const page = await expectCall<{ items: User[] }>(test, 200, "GET", `/api/v1/users?q=${q}`);
  return page.items[0]!;
};

let user: User;
beforeEach(async () => {
  // A workspace of its own for each, so that nobody meets what another has locked.
  Object.assign(test.workspace, await addTestWorkspace(test.database, "Acme"));
  await push(ada, bea);
  user = await find("ada@");
});

describe("locking values of a user", () => {
  it("tells who locked what and when, in the user, the history and the audit log", async () => {
    await change(user, { jobTitle: "Judge", locked: { jobTitle: true, city: true } });
    const { locks, jobTitle } = await readUser(test, user.id);
    expect(jobTitle).toBe("Judge");
    const lock = { by: "Acme read_write", at: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(locks).toEqual({ city: lock, jobTitle: lock });
    expect((await find("ada@")).locks).toEqual(locks);
    await change(user, { locked: { jobTitle: false } });
    expect((await readUser(test, user.id)).locks).toEqual({ city: locks.city });

    const audit = (await readAudit(test, user.id)).slice(-3);
    expect(audit).toEqual([
      expect.objectContaining({ action: "user_updated", after: { jobTitle: "Judge" } }),
      {
        ...{ action: "values_locked", target_name: "Ada Roy" },
        before: { city: false, jobTitle: false },
        after: { city: true, jobTitle: true },
      },
      {
        ...{ action: "values_unlocked", target_name: "Ada Roy" },
        before: { jobTitle: true },
        after: { jobTitle: false },
      },
    ]);
    const { items } = await expectCall<{ items: HistoryItem[] }>(
      ...([test, 200, "GET", `/api/v1/users/${user.id}/history?limit=3&lang=fr`] as const),
    );
    expect(items.map(({ label, by }) => `${label} ${by}`)).toEqual([
      "Valeurs déverrouillées Acme read_write",
      "Valeurs verrouillées Acme read_write",
      "Utilisateur modifié Acme read_write",
    ]);
  });

  it("is no change of values in the history, of sensitive ones neither", async () => {
    await expectCall(test, 200, "PATCH", "/api/v1/properties/city", { body: { sensitive: true } });
    await change(user, { jobTitle: "Judge", locked: { jobTitle: true, city: true } });
    await change(user, { locked: { city: false } });
    await push({ ...ada, city: "Nice" }, bea);
    const { items } = await expectCall<{ items: HistoryItem[] }>(
      ...([test, 200, "GET", `/api/v1/users/${user.id}/history?limit=5`] as const),
    );
    expect(items.map(({ type, changes, kept }) => ({ type, changes, kept }))).toEqual([
      {
        type: "user_updated",
        changes: [{ property: "city", before: null, after: null, sensitive: true }],
        kept: [],
      },
      { type: "value_locked", changes: [], kept: ["jobTitle"] },
      { type: "values_unlocked", changes: [], kept: ["city"] },
      { type: "values_locked", changes: [], kept: ["city", "jobTitle"] },
      {
        type: "user_updated",
        changes: [{ property: "jobTitle", before: "Clerk", after: "Judge" }],
        kept: [],
      },
    ]);
  });

  it("keeps the first lock of a value, and writes nothing where nothing differs", async () => {
    await change(user, { locked: { jobTitle: true } });
    const { locks } = await readUser(test, user.id);
    const before = await readAudit(test, user.id);
    await change(user, { locked: { jobTitle: true, city: false } });
    expect((await readUser(test, user.id)).locks).toEqual(locks);
    expect(await readAudit(test, user.id)).toEqual(before);
  });

  it.each([["directManager"], ["role"], ["teams"], ["nothing~/such"]])(
    "refuses %s, which cannot be locked",
    async (key) => {
      const refused = await expectCall<Refused>(
        ...([test, 422, "PATCH", `/api/v1/users/${user.id}`] as const),
        { body: { jobTitle: "Judge", locked: { city: true, [key]: true } } },
      );
      const pointer = `/locked/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      expect(refused.errors).toEqual([expect.objectContaining({ pointer, fault: "not_lockable" })]);
      expect(await readUser(test, user.id)).toMatchObject({ jobTitle: "Clerk", locks: {} });
    },
  );

  it("ends with the property, and with the person", async () => {
    await expectCall(test, 201, "POST", "/api/v1/properties", { body: { label: "Shirt size" } });
    await change(user, { properties: { shirtSize: "M" }, locked: { shirtSize: true, city: true } });
    await expectCall(test, 204, "DELETE", "/api/v1/properties/shirtSize");
    expect(Object.keys((await readUser(test, user.id)).locks)).toEqual(["city"]);
    await expectCall(test, 200, "POST", `/api/v1/users/${user.id}/erase`);
    expect((await readUser(test, user.id)).locks).toEqual({});
  });
});

describe("a sync that brings another value than the locked one", () => {
  it("leaves it, says so each time, and takes the source's again once it is unlocked", async () => {
    await change(user, { jobTitle: "Judge", locked: { jobTitle: true } });
    for (let times = 0; times < 2; times += 1) {
      const sync = await push({ ...ada, city: `Nice ${times}` }, bea);
      expect(sync.updates.byType).toEqual({ user_updated: 1 });
      expect(sync.issues).toMatchObject({
        total: 1,
        impactedUsers: 1,
        byType: { value_locked: 1 },
      });
      expect(await readUser(test, user.id)).toMatchObject({
        ...{ jobTitle: "Judge", openIssues: ["value_locked"] },
        properties: { city: `Nice ${times}` },
      });
      const [issue] = await issuesOf(sync, "&type=value_locked&q=ada");
      expect(issue).toMatchObject({
        ...{ type: "value_locked", label: "Locked value kept", reason: null, outcome: null },
        subject: { id: user.id, name: "Ada Roy", email: "ada@example.com", externalId: "a" },
        changes: [{ property: "jobTitle", before: "Judge", after: "Clerk" }],
        source: { line: 1 },
        message:
          "The value of Job title is locked: “Judge” was kept, and “Clerk” from the source was not taken.",
        suggestion:
          "If the source is right, unlock Job title on the profile in Muster; otherwise correct it in the source.",
      });
    }
    await change(user, { locked: { jobTitle: false } });
    const sync = await push({ ...ada, city: "Nice 1" }, bea);
    expect(sync).toMatchObject({ updates: { byType: { user_updated: 1 } }, issues: { total: 0 } });
    expect((await readUser(test, user.id)).jobTitle).toBe("Clerk");
  });

  it("says nothing where it brings the same", async () => {
    await change(user, { locked: { jobTitle: true, city: true, email: true } });
    const sync = await push(ada, bea);
    expect(sync).toMatchObject({ updates: { planned: 0 }, issues: { total: 0 } });
  });

  it.each([
    [{ jobTitle: "" }, "“Clerk” was kept, though the source leaves it empty."],
    [{ email: "new@example.com" }, "“ada@example.com” was kept, and “new@example.com”"],
    [{ jobTitle: `Head ${"x".repeat(200)}` }, `and “Head ${"x".repeat(195)}…” from the source`],
  ])("tells of %j", async (brought, words) => {
    await change(user, { locked: { jobTitle: true, email: true } });
    const [issue] = await issuesOf(await push({ ...ada, ...brought }, bea));
    expect(issue?.message).toContain(words);
    expect(issue?.subject?.email).toBe("ada@example.com");
  });

  it("names the person as the locked name has it", async () => {
    await change(user, { firstName: "Zoé", locked: { firstName: true } });
    const sync = await push({ ...ada, lastName: "Rey", productAssignations: ["Nothing"] }, bea);
    const names = (await issuesOf(sync)).map(({ type, subject }) => `${type} ${subject?.name}`);
    expect(names).toEqual(["unknown_product Zoé Rey", "value_locked Zoé Rey"]);
  });

  it("hides both values of a sensitive property, in the message too", async () => {
    await change(user, { locked: { city: true } });
    const sync = await push({ ...ada, city: "Nice" }, bea);
    const seen = async () => (await issuesOf(sync))[0]!;
    expect((await seen()).message).toContain("Nice");
    await expectCall(test, 200, "PATCH", "/api/v1/properties/city", { body: { sensitive: true } });
    expect(await seen()).toMatchObject({
      changes: [{ property: "city", before: null, after: null, sensitive: true }],
      message: "The value of City is locked, so the one from the source was not taken.",
    });
    const csv = await test.call("GET", `/api/v1/syncs/${sync.id}/report.csv`);
    expect(csv.body).not.toMatch(/Nice|Lyon/);
  });

  it("is a line of the downloaded report, a cause and a count of the facets", async () => {
    await change(user, { locked: { jobTitle: true } });
    const sync = await push({ ...ada, jobTitle: "Cook" }, bea);
    const csv = await test.call("GET", `/api/v1/syncs/${sync.id}/report.csv?lang=fr`);
    expect(csv.body).toContain(
      "Valeur verrouillée conservée,Ada Roy,ada@example.com,a,Titre du poste,Clerk,Cook,",
    );
    const facets = await test.call("GET", `/api/v1/syncs/${sync.id}/facets`);
    expect(facets.json()).toMatchObject({ type: { value_locked: 1 } });
    const causes = await test.call("GET", `/api/v1/syncs/${sync.id}/causes`);
    expect(causes.json().items).toEqual([
      expect.objectContaining({ type: "value_locked", reason: null, count: 1, impactedUsers: 1 }),
    ]);
  });

  it("is expected as it is: another value kept or brought is not", async () => {
    const expectedIn = async ({ id }: Sync) => (await readSync(test, id)).issues.expected;
    await change(user, { locked: { jobTitle: true, city: true } });
    const cooks = [{ ...ada, jobTitle: "Cook" }, bea];
    const sync = await push(...cooks);
    await expectCall(test, 200, "PUT", `/api/v1/syncs/${sync.id}/causes/expected`, {
      body: { type: "value_locked", reason: null, expected: true },
    });
    expect(await expectedIn(await push(...cooks))).toBe(1);
    for (const other of [{ jobTitle: "Baker" }, { jobTitle: "" }, { city: "Nice" }]) {
      expect(await expectedIn(await push({ ...ada, ...other }, bea))).toBe(0);
    }
    const both = await push({ ...ada, jobTitle: "Cook", city: "Nice" }, bea);
    expect(both.issues).toMatchObject({ total: 2, expected: 0 });
    expect(await expectedIn(await push(...cooks))).toBe(1);
    await change(user, { jobTitle: "Judge" });
    expect(await expectedIn(await push(...cooks))).toBe(0);
  });

  it("forgets both values when the person is erased, and still adds up", async () => {
    await change(user, { locked: { jobTitle: true, email: true } });
    const sync = await push({ ...ada, jobTitle: "Cook", email: "new@example.com" }, bea);
    await expectCall(test, 200, "POST", `/api/v1/users/${user.id}/erase`);
    const issues = await issuesOf(sync);
    expect(issues.map(({ message }) => message)).toEqual([
      "The value of Email is locked, so the one from the source was not taken.",
      "The value of Job title is locked, so the one from the source was not taken.",
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/Cook|Clerk|example\.com|Roy/);
  });
});

describe("an email that is locked for who was deleted", () => {
  const gone = async () => {
    await change(user, { locked: { email: true, city: true } });
    // Of who was never invited: the sync deletes.
    await push(bea, { externalMemberId: "c", email: "cy@example.com" });
    expect((await readUser(test, user.id)).status).toBe("deleted");
  };
  const moved = { ...ada, email: "new@example.com" };

  it("says so where another row is refused it, in both languages", async () => {
    await gone();
    const sync = await push({ ...bea, email: "ada@example.com" }, moved);
    const [issue] = await issuesOf(sync, "&type=user_skipped");
    expect(issue).toMatchObject({
      ...{ type: "user_skipped", reason: "email_taken", subject: { name: "Bea" } },
      message:
        "The email ada@example.com is locked for Ada Roy, whatever the source has. The row was skipped until someone decides who holds this address.",
      suggestion:
        "If the address is to be this person’s, unlock the email on the profile of Ada Roy; otherwise correct it in the source.",
    });
    const [french] = await issuesOf(sync, "&type=user_skipped&lang=fr");
    expect(french?.message).toContain("ada@example.com est verrouillée pour Ada Roy");
    expect((await readUser(test, user.id)).email).toBe("ada@example.com");
  });

  it("says so of a person whose row brings another address, and can be unlocked", async () => {
    await gone();
    await expectCall(test, 201, "POST", "/api/v1/users", {
      body: { email: "ada@example.com", firstName: "Hal" },
    });
    const refused = await push(moved, bea);
    const [issue] = await issuesOf(refused, "&type=user_skipped");
    expect(issue).toMatchObject({
      ...{ type: "user_skipped", reason: "email_taken", subject: { id: user.id } },
      message:
        "This row brings the email new@example.com, but ada@example.com is locked for this person, and belongs to Hal by now. The row was skipped until someone decides who holds this address.",
      suggestion:
        "Unlock the email on this person’s profile, so that the next sync takes new@example.com; or change the email of Hal.",
    });

    const { user: unlocked } = await change(user, { locked: { email: false } });
    expect(Object.keys(unlocked.locks)).toEqual(["city"]);
    expect((await readAudit(test, user.id)).at(-1)).toMatchObject({
      ...{ action: "values_unlocked", target_name: "Ada Roy" },
      after: { email: false },
    });
    expect((await push(moved, bea)).issues.total).toBe(0);
    expect(await readUser(test, user.id)).toMatchObject({
      ...{ status: "created", email: "new@example.com" },
    });
  });

  it("is all that can change of them, and of who is erased nothing", async () => {
    await gone();
    for (const body of [
      { locked: { email: true } },
      { locked: { email: false, jobTitle: true } },
      { jobTitle: "Judge", locked: { email: false } },
    ]) {
      const url = `/api/v1/users/${user.id}`;
      const refused = await expectCall<Refused>(test, 409, "PATCH", url, { body });
      expect(refused.code).toBe("user_deleted");
    }
    expect(Object.keys((await readUser(test, user.id)).locks)).toEqual(["city", "email"]);
    await change(user, { locked: { nothing: false } }, 422);
    await expectCall(test, 200, "POST", `/api/v1/users/${user.id}/erase`);
    await change(user, { locked: { email: false } }, 409);
  });
});

describe("erasing somebody who had values locked", () => {
  it("leaves the values of others alone, though they say true and false as locks do", async () => {
    await expectCall(test, 201, "POST", "/api/v1/properties", { body: { label: "Remote" } });
    await change(user, { locked: { email: true } });
    await change(user, { locked: { email: false } });
    await push(ada, { ...bea, remote: true });
    const other = await find("bea@");
    await change(other, { properties: { remote: "false" } });
    const sync = await push(ada, { externalMemberId: "c", email: "c@example.com" });
    const seen = async () => ({
      report: (await entriesOf(sync, "&type=user_deleted"))[0]?.changes,
      audit: await readAudit(test, other.id),
    });
    const before = await seen();
    expect(before.report).toContainEqual({ property: "remote", before: "false", after: null });
    await expectCall(test, 200, "POST", `/api/v1/users/${user.id}/erase`);
    expect(await seen()).toEqual(before);
  });
});

describe("a plan that waits while a value is locked", () => {
  it("skips the update of the value, and says so beforehand", async () => {
    const thresholds = { users: 0 };
    const patch = { body: { thresholds } };
    await expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", patch);
    const sync = await push({ ...ada, jobTitle: "Cook" }, { ...bea, jobTitle: "Cook" });
    expect(sync.phase).toBe("awaiting_approval");
    await change(user, { locked: { jobTitle: true } });
    const impact = await expectCall<SyncImpact>(
      ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/impact`] as const),
    );
    expect(impact.directory).toEqual({ moved: true, unfit: 1 });
    await expectCall(test, 200, "POST", `/api/v1/syncs/${sync.id}/approve`, { body: {} });
    await runQueued(test);
    expect((await readUser(test, user.id)).jobTitle).toBe("Clerk");
    expect((await find("bea@")).jobTitle).toBe("Cook");
    const { items } = await expectCall<{ items: ReportEntry[] }>(
      ...([test, 200, "GET", `/api/v1/syncs/${sync.id}/entries?outcome=skipped`] as const),
    );
    expect(items).toEqual([
      expect.objectContaining({ type: "user_updated", reason: "changed_since_review" }),
    ]);
  });
});
