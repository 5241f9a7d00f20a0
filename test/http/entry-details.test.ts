import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { EntryDetails } from "../../src/contract/entry-details.ts";
import type { Sync } from "../../src/contract/sync.ts";
import { type BuiltReport, buildReport, type ReportRecipe } from "../support/build-report.ts";
import { addUser, expectCall, readAudit } from "../support/directory.ts";
import { formOf, pushJson, startTestWorker, until } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
let worker: { stop(): Promise<void> };
beforeAll(async () => {
  test = await startTestApp();
  worker = startTestWorker(test);
  await expectCall(test, 201, "POST", "/api/v1/properties", {
    body: { label: "Salary band", type: "text", sensitive: true },
  });
});
afterAll(async () => {
  await worker.stop();
  await test.close();
});

async function push(body: object, query = ""): Promise<Sync> {
  const sync = await pushJson(test, body, query);
  return until(test, sync.id, "awaiting_approval", "done");
}

async function entriesOf(sync: Sync, query = ""): Promise<ReportEntry[]> {
  const url = `/api/v1/syncs/${sync.id}/entries?limit=200&${query}`;
  return (await expectCall<{ items: ReportEntry[] }>(test, 200, "GET", url)).items;
}

/** A made-up report; pushes go on after its number. */
async function build(recipe: ReportRecipe): Promise<BuiltReport> {
  const { id: workspaceId, sourceId } = test.workspace;
  const report = await buildReport(test.database, { workspaceId, sourceId }, recipe);
  await test.database.query("update workspaces set last_sync_number = $2 where id = $1", [
    ...[workspaceId, report.number],
  ]);
  return report;
}

/** The details of the one entry of a type. */
async function detailsOf(sync: Sync, type: string): Promise<EntryDetails> {
  const [entry] = await entriesOf(sync, `type=${type}`);
  const url = `/api/v1/syncs/${sync.id}/entries/${entry!.seq}`;
  const details = await expectCall<EntryDetails>(test, 200, "GET", url, {
    key: test.workspace.keys.read,
  });
  expect(details.entry).toEqual(entry);
  return details;
}

const ZOE = {
  ...{ externalMemberId: "Z1", email: "zoe@example.com", firstName: "Zoé", lastName: "Roy" },
  ...{ jobTitle: "Clerk", "Salary band": "B2" },
};
const BOSS = {
  externalMemberId: "B1",
  email: "boss@example.com",
  firstName: "Bo",
  lastName: "Lee",
};
const step = (details: EntryDetails, name: string) =>
  details.steps.find((each) => each.step === name);

describe("an entry's details", () => {
  it("say how a new person came about, and what the source said, sensitive values left out", async () => {
    const sync = await push({ members: [ZOE, BOSS] });
    const [entry] = await entriesOf(sync, "q=zoe");
    const details = await expectCall<EntryDetails>(
      ...([
        test,
        200,
        "GET",
        `/api/v1/syncs/${sync.number}/entries/${entry!.seq}?lang=fr`,
      ] as const),
    );
    expect(details.entry.label).toBe("Utilisateur créé");
    expect(details.steps.map(({ step, value, by }) => [step, value, by])).toEqual([
      ["read", "row", null],
      ["matched", "none", null],
      ["result", "applied", null],
    ]);
    const times = details.steps.map(({ at }) => at ?? "");
    expect(times).toEqual(times.toSorted());
    expect(details.record?.keptUntil).toBe(sync.input.keptUntil);
    expect(details.record?.fields).toEqual([
      { property: "externalId", value: "Z1" },
      { property: "email", value: "zoe@example.com" },
      { property: "firstName", value: "Zoé" },
      { property: "lastName", value: "Roy" },
      { property: "jobTitle", value: "Clerk" },
      { property: "salaryBand", value: null, sensitive: true },
    ]);
  });

  it("count what an update leaves as it is, and name what else happened to the person", async () => {
    const promoted = { ...ZOE, jobTitle: "Head clerk", directManagerEmail: BOSS.email };
    const sync = await push({ members: [promoted, BOSS] });
    const details = await detailsOf(sync, "user_updated");
    expect(details.unchanged).toEqual([
      { property: "externalId", value: "Z1" },
      { property: "email", value: "zoe@example.com" },
      { property: "firstName", value: "Zoé" },
      { property: "lastName", value: "Roy" },
      expect.objectContaining({ property: "productAssignations" }),
      { property: "directManager", value: "Bo Lee" },
      { property: "salaryBand", value: null, sensitive: true },
    ]);
    expect(step(details, "matched")?.value).toBe("external_id");
    expect(details.related).toEqual([
      expect.objectContaining({ type: "direct_manager_assigned", outcome: "applied" }),
    ]);
    expect(details.record?.fields).toContainEqual({
      property: "directManagerEmail",
      value: "boss@example.com",
    });
    expect(JSON.stringify(details)).not.toContain("B2");
  });

  it("say so when a person added by hand was recognised by email", async () => {
    await addUser(test, { email: "hand@example.com" });
    const member = { externalMemberId: "H1", email: "Hand@example.com", jobTitle: "Cook" };
    const sync = await push({ members: [member] }, "?mode=partial");
    expect(step(await detailsOf(sync, "user_linked"), "matched")?.value).toBe("email");
    expect(step(await detailsOf(sync, "user_updated"), "matched")?.value).toBe("email");
  });

  it("have no row for somebody who is in none", async () => {
    await test.database.query("update users set state = 'active' where external_id = 'H1'");
    const sync = await push({ members: [ZOE, BOSS] });
    const details = await detailsOf(sync, "user_deactivated");
    expect(details.steps.slice(0, 2).map(({ value }) => value)).toEqual(["absent", "absence"]);
    expect(details.record).toBeNull();
  });

  it("show the row of an issue, without a guess how it was matched", async () => {
    const sync = await push(
      { members: [{ externalMemberId: "X1", email: "nonsense" }] },
      "?mode=partial",
    );
    const details = await detailsOf(sync, "user_skipped");
    expect(step(details, "matched")?.value).toBeNull();
    expect(step(details, "result")).toMatchObject({ value: "issue", at: expect.any(String) });
    expect(details.record?.fields).toContainEqual({ property: "email", value: "nonsense" });
    expect(details.unchanged).toEqual([]);
  });

  it("tell who decided, and no time for what was never applied", async () => {
    const patch = (users: number | null) =>
      expectCall(test, 200, "PATCH", "/api/v1/provisioning/settings", {
        body: { thresholds: { users } },
      });
    await patch(0);
    const teams = [{ externalTeamId: "T1", teamName: "Care" }];
    const sync = await push(
      { members: [{ externalMemberId: "N1", email: "n1@example.com" }], teams },
      "?mode=partial",
    );
    await patch(null);
    expect(step(await detailsOf(sync, "user_created"), "result")).toMatchObject({
      ...{ value: "planned", at: null },
    });
    await expectCall(test, 200, "POST", `/api/v1/syncs/${sync.id}/reject`);
    const details = await detailsOf(sync, "team_created");
    expect(step(details, "decided")).toEqual({
      ...{ step: "decided", at: expect.any(String), value: "rejected_by_person" },
      by: "Acme read_write",
    });
    expect(step(details, "result")).toMatchObject({ value: "not_applied", at: null });
    expect(details.record?.fields).toEqual([
      { property: "externalId", value: "T1" },
      { property: "teamName", value: "Care" },
    ]);
  });

  it("find the row in a long file, by its line", async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, n) => `p${n},p${n}@example.com,"two\nlines ${n}"`,
    );
    const form = formOf([
      { name: "members", text: `externalMemberId,email,jobTitle\n${lines.join("\n")}\n` },
    ]);
    const answer = await test.call(
      "POST",
      "/api/v1/provisioning/csv?mode=partial&dryRun=true",
      form,
    );
    const sync = await until(test, answer.json<{ sync: Sync }>().sync.id, "done");
    for (const n of [0, 999, 1000, 1001, 2500, 4999]) {
      const [entry] = await entriesOf(sync, `q=p${n}@`);
      expect(entry!.source?.line).toBe(2 + 2 * n);
      const url = `/api/v1/syncs/${sync.id}/entries/${entry!.seq}`;
      const { record } = await expectCall<EntryDetails>(test, 200, "GET", url);
      expect(record?.fields?.[0]).toEqual({ property: "externalId", value: `p${n}` });
    }
  });

  it("are there only in their workspace, for entries that there are", async () => {
    const report = await build({ entries: 33 });
    const url = `/api/v1/syncs/${report.number}/entries`;
    await expectCall(test, 200, "GET", `${url}/33`);
    const { read, push: pushKey } = test.workspace.keys;
    for (const seq of ["34", "0", "-1", "1.5", "x", "99999999999"]) {
      await expectCall(test, 404, "GET", `${url}/${seq}`);
      await expectCall(test, 404, "GET", `${url}/${seq}/position`);
      await expectCall(test, 404, "POST", `${url}/${seq}/reveal`);
    }
    for (const path of ["1", "1/position"]) {
      await expectCall(test, 404, "GET", `${url}/${path}`, { key: test.other.keys.read });
    }
    await expectCall(test, 404, "POST", `${url}/1/reveal`, { key: test.other.keys.readWrite });
    await expectCall(test, 403, "GET", `${url}/1`, { key: pushKey });
    await expectCall(test, 403, "POST", `${url}/1/reveal`, { key: read });
  });
});

describe("the whole row", () => {
  it("is shown on demand, and who looked is told", async () => {
    const sync = await push({ members: [{ ...ZOE, jobTitle: "Chief" }] }, "?mode=partial");
    const [entry] = await entriesOf(sync, "type=user_updated");
    const url = `/api/v1/syncs/${sync.id}/entries/${entry!.seq}/reveal`;
    const { fields } = await expectCall<{ fields: object[] }>(test, 200, "POST", url);
    expect(fields).toContainEqual({ property: "salaryBand", value: "B2" });
    const rows = await readAudit(test, sync.id);
    expect(rows.at(-1)).toMatchObject({
      action: "record_shown",
      after: { entry: entry!.seq, properties: ["salaryBand"] },
    });
    expect(JSON.stringify(rows)).not.toContain("B2");

    await test.database.query(
      "update inputs set expires_at = now() where id = (select input_id from syncs where workspace_id = $1 and number = $2)",
      [test.workspace.id, sync.number],
    );
    expect(await expectCall(test, 409, "POST", url)).toMatchObject({ code: "record_expired" });
    expect((await detailsOf(sync, "user_updated")).record).toEqual({
      keptUntil: null,
      fields: null,
    });
  });

  it("is gone with a person who is erased", async () => {
    const sync = await push(
      { members: [{ externalMemberId: "E1", email: "e1@example.com" }, ZOE] },
      "?mode=partial",
    );
    const [entry] = await entriesOf(sync, "type=user_created");
    const url = `/api/v1/users/${entry!.subject!.id}`;
    await expectCall(test, 200, "DELETE", url);
    await expectCall(test, 200, "POST", `${url}/erase`);
    const details = await detailsOf(sync, "user_created");
    expect(details.record?.fields).toBeNull();
    expect(details.unchanged).toEqual([]);
    expect(JSON.stringify(details)).not.toMatch(/e1@example|"E1"/);
  });
});

describe("an entry's place", () => {
  it("is counted among what the filters pass, as offset counts", async () => {
    const report = await build({ entries: 3300, skipEvery: 7 });
    const url = `/api/v1/syncs/${report.number}/entries`;
    for (const filter of [
      "",
      "kind=update",
      "outcome=skipped",
      "q=roy",
      "type=user_updated&q=côté",
    ]) {
      const page = await expectCall<{ items: ReportEntry[]; total: number }>(
        ...([test, 200, "GET", `${url}?limit=1&offset=5&${encodeURI(filter)}`] as const),
      );
      const { seq } = page.items[0]!;
      const place = await expectCall(
        ...([test, 200, "GET", `${url}/${seq}/position?${encodeURI(filter)}`] as const),
      );
      expect(place, filter).toEqual({ index: 5, total: page.total });
    }
    expect(await expectCall(test, 200, "GET", `${url}/1/position?kind=update`)).toMatchObject({
      index: null,
    });
    await expectCall(test, 400, "GET", `${url}/1/position?kind=what`);
  });
});
