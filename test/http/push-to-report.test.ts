import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ISSUE_TYPES } from "../../src/contract/catalogue.ts";
import type { User } from "../../src/contract/directory.ts";
import type { ReportEntry } from "../../src/contract/entry.ts";
import type { Sync } from "../../src/contract/sync.ts";
import type { Feed } from "../support/feed-world.ts";
import { formOf, pushJson, readSync, runQueued } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const person = (id: string) => ({
  ...{ externalMemberId: id, email: `${id.toLowerCase()}@example.com` },
  ...{ firstName: id, lastName: "Test", city: "Zürich" },
});
const team = (id: string) => ({ externalTeamId: id, teamName: `Team ${id}` });

async function call(method: "POST" | "PATCH" | "DELETE", url: string, body?: object) {
  const answer = await test.call(method, url, body === undefined ? {} : { body });
  if (answer.statusCode >= 300) throw new Error(answer.body);
}

async function listUsers(): Promise<User[]> {
  const answer = await test.call("GET", "/api/v1/users?limit=200");
  return answer.json<{ items: User[] }>().items;
}

/** Pushes files and lets the run come to its end. */
async function pushFiles(files: Feed, query = ""): Promise<Sync> {
  const parts = Object.entries(files).map(([name, text]) => ({ name, text }));
  const answer = await test.call("POST", `/api/v1/provisioning/csv${query}`, formOf(parts));
  expect(answer.statusCode, answer.body).toBe(202);
  await runQueued(test);
  return readSync(test, answer.json<{ sync: Sync }>().sync.id);
}

async function readEntries(sync: Sync): Promise<ReportEntry[]> {
  const answer = await test.call("GET", `/api/v1/syncs/${sync.id}/entries?limit=200`);
  return answer.json<{ items: ReportEntry[] }>().items;
}

/** The whole ring in its order, wherever it begins. */
const RING = /(Ada Test → Bob Test → Cyd|Bob Test → Cyd Test → Ada|Cyd Test → Ada Test → Bob) Test/;

describe("a push with every kind of issue", () => {
  let sync: Sync;
  let entries: ReportEntry[];

  beforeAll(async () => {
    const people = ["Ada", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gil", "Hal", "Ivy"];
    await pushJson(test, {
      members: people.map(person),
      teams: ["T1", "T2", "T3", "T4"].map(team),
      teamMappings: [
        { externalTeamId: "T3", externalMemberId: "Ada" },
        { externalTeamId: "T3", externalMemberId: "Bob", isManager: true },
        { externalTeamId: "T3", externalSubteamId: "T2" },
      ],
    });
    await runQueued(test);
    const ids = new Map((await listUsers()).map((user) => [user.externalId, user.id]));
    await call("POST", `/api/v1/users/${ids.get("Dan")}/deactivate`);
    await call("DELETE", `/api/v1/users/${ids.get("Eve")}`);
    await call("PATCH", "/api/v1/workspace", { seatLimit: 9 });
    await test.database.query(
      "update users set role = 'admin' where workspace_id = $1 and external_id = 'Fay'",
      [test.workspace.id],
    );
    sync = await pushFiles({
      members: `externalMemberId,email,firstName,lastName,Departement,hireDate,productAssignations,directManagerExternalId
Ada,ada@example.com,Ada,Test,x,2020-02-30,Muster;Nope,Bob
Bob,bob@example.com,Bob,Test,,,,Cyd
Cyd,cyd@example.com,Cyd,Test,,,,Ada
Dan,dan@example.com,Dan,Test,,,,
Eve,eve@example.com,Eve,Test,,,,
Gil,gil@example.com,Gil,Test,,,,Gil
,noid@example.com,No,Id,,,,
Nomail,,No,Mail,,,,
Badmail,nobody,Bad,Mail,,,,
Gil,other@example.com,Twice,Id,,,,
Twice,gil@example.com,Twice,Mail,,,,
Taken,hal@example.com,Taken,Mail,,,,
Long,long@example.com,${"x".repeat(201)},Name,,,,
New1,new1@example.com,New,One,,,,Nomail
New2,new2@example.com,New,Two,,,,Nobody
New3,new3@example.com,New,Three,,,,Ivy
New4,new4@example.com,New,Four,,,,
`,
      teams: "externalTeamId,teamName\nT1,Team T1\n,No id\nT5,\nT1,Again\nT2,Team T2\nT4,Team T4\n",
      teamsMappings: `externalTeamId,externalMemberId,isMember,isManager,externalSubteamId
T9,Ada,,,
T1,Nobody,,,
T1,,,,
T1,Ada,,,T2
T1,,,,T2
T2,,,,T1
T1,,,,T4
T2,,,,T4
T4,,,,T4
`,
    });
    entries = await readEntries(sync);
    await call("PATCH", "/api/v1/workspace", { seatLimit: null });
  });

  it.each<[string, number | null, string, RegExp]>([
    ["user_skipped/deactivated_manually", 5, "Dan", /by hand/],
    ["user_skipped/deleted_manually", 6, "Eve", /by hand/],
    ["manager_is_self/self", 7, "Gil", /own Direct Manager/],
    ["user_skipped/missing_external_id", 8, "No Id", /no external id/],
    ["user_skipped/missing_email", 9, "Nomail", /no email/],
    ["user_skipped/invalid_email", 10, "Badmail", /“nobody”/],
    ["user_skipped/duplicate_external_id", 11, "Gil", /Gil.*line 7/],
    ["user_skipped/duplicate_email", 12, "Twice", /gil@example\.com.*line 7/],
    ["user_skipped/email_taken", 13, "Taken", /hal@example\.com.*Hal Test.*external id Hal/],
    ["user_skipped/value_too_long", 14, "Long", /firstName/],
    ["manager_cycle/loop", 2, "Ada", RING],
    ["manager_cycle/loop", 3, "Bob", RING],
    ["manager_cycle/loop", 4, "Cyd", RING],
    ["unknown_product/null", 2, "Ada", /Nope.*Muster/],
    ["invalid_value/invalid_format", 2, "Ada", /2020-02-30.*hireDate/],
    ["manager_profile_missing/skipped_manager", 15, "New1", /./],
    ["manager_profile_missing/unknown_manager", 16, "New2", /Nobody/],
    ["manager_profile_missing/leaves", 17, "New3", /Ivy/],
    ["workspace_limit_reached/seat_limit", 18, "New4", /9.*1 more/],
    ["admin_protected/removal_refused", null, "Fay", /administrator/],
    ["team_skipped/missing_external_id", 3, "No id", /no external id/],
    ["team_skipped/missing_name", 4, "T5", /no team name/],
    ["team_skipped/duplicate_external_id", 5, "T1", /T1.*line 2/],
    ["team_mapping_skipped/unknown_team", 2, "T9", /T9/],
    ["team_mapping_skipped/unknown_member", 3, "T1", /Nobody/],
    ["team_mapping_skipped/no_target", 4, "T1", /neither/],
    ["team_mapping_skipped/both_targets", 5, "T1", /member and a subteam/],
    ["subteam_cycle/loop", 6, "T1", /Team T1 → Team T2|Team T2 → Team T1/],
    ["subteam_cycle/loop", 7, "T2", /Team T1 → Team T2|Team T2 → Team T1/],
    ["subteam_conflict/null", 9, "T2", /T4.*Team T1.*line 8/],
    ["subteam_cycle/self_subteam", 10, "T4", /./],
    ["unknown_property/null", 1, "", /Departement.*department/],
  ])("reports %s of line %s with what it is about", (type, line, about, message) => {
    const found = entries.filter(
      (entry) =>
        entry.kind === "issue" &&
        `${entry.type}/${entry.reason}` === type &&
        (entry.source?.line ?? null) === line &&
        [entry.subject?.externalId, entry.subject?.name, ""].includes(about),
    );
    expect(found.map((entry) => entry.message)).toEqual([expect.stringMatching(message)]);
    expect(found[0]).toMatchObject({ outcome: null, suggestion: expect.stringMatching(/./) });
  });

  it("reports nothing else, issues first and in the order of their table", () => {
    const issues = entries.filter(({ kind }) => kind === "issue");
    expect(issues).toHaveLength(32);
    expect(entries.slice(0, issues.length)).toEqual(issues);
    const ofUsers = issues.filter((entry) => entry.subject?.type === "user");
    const places = ofUsers.map(({ type }) => (ISSUE_TYPES as readonly string[]).indexOf(type));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  });

  it("names the issue that caused another", () => {
    const caused = entries.find(({ reason }) => reason === "skipped_manager");
    expect(caused?.causedBy).toMatchObject({ type: "user_skipped", reason: "missing_email" });
  });

  it("counts issues once each, people and teams once, and information not at all", () => {
    // All but admin_protected and deactivated_manually.
    expect(sync.issues.total).toBe(30);
    // Ada has three. The row that repeats Gil's id may well be somebody else's, and counts for itself.
    expect(sync.issues).toMatchObject({ impactedUsers: 15, impactedTeams: 6 });
  });

  it("applies the rest: what is deleted lists what goes with it", () => {
    const updates = entries.filter(({ kind }) => kind === "update");
    expect(updates.every(({ outcome }) => outcome === "applied")).toBe(true);
    const find = (type: string) => updates.find((entry) => entry.type === type);
    expect(find("user_deleted")?.subject).toMatchObject({ externalId: "Ivy" });
    expect(find("user_deleted")?.changes).toEqual(
      expect.arrayContaining([
        { property: "email", before: "ivy@example.com", after: null },
        { property: "firstName", before: "Ivy", after: null },
        { property: "city", before: "Zürich", after: null },
      ]),
    );
    expect(find("team_deleted")?.changes).toEqual([
      { property: "members", before: ["Ada Test"], after: null },
      { property: "managers", before: ["Bob Test"], after: null },
      { property: "subteams", before: ["Team T2"], after: null },
      { property: "teamName", before: "Team T3", after: null },
    ]);
    const created = updates.filter(({ type }) => type === "user_created");
    expect(created.map(({ subject }) => subject?.externalId)).toEqual(["New1", "New3", "New2"]);
  });
});

describe("a sync", () => {
  it("sets no role: a column of that name is left out, and told", async () => {
    const sync = await pushFiles(
      { members: "externalMemberId,email,role\nRoy,roy@example.com,admin\n" },
      "?mode=partial",
    );
    expect(sync.updates.byType).toEqual({ user_created: 1 });
    const [issue] = await readEntries(sync);
    expect(issue).toMatchObject({ type: "unknown_property", source: { line: 1 } });
    const roy = (await listUsers()).find((user) => user.externalId === "Roy");
    expect(roy?.role).toBe("employee");
  });

  it("takes somebody erased for somebody new", async () => {
    const member = "externalMemberId,email\nNia,nia@example.com\n";
    await pushFiles({ members: member }, "?mode=partial");
    const find = async () => (await listUsers()).find((user) => user.externalId === "Nia");
    const first = await find();
    await call("POST", `/api/v1/users/${first?.id}/erase`);
    const sync = await pushFiles({ members: member }, "?mode=partial");
    expect(sync.updates.byType).toEqual({ user_created: 1 });
    expect((await find())?.id).not.toBe(first?.id);
  });
});

describe("a push of what is there already", () => {
  it("writes nothing and reports nothing, however it is written", async () => {
    const { keys, id } = test.other;
    const send = async (text: string | Buffer) => {
      const { headers, body } = formOf([{ name: "members", text: "" }]);
      const [head, tail] = body.toString().split("\r\n\r\n\r\n");
      const answer = await test.call("POST", "/api/v1/provisioning/csv", {
        key: keys.readWrite,
        headers,
        body: Buffer.concat([
          Buffer.from(`${head}\r\n\r\n`),
          Buffer.from(text),
          Buffer.from(`\r\n${tail}`),
        ]),
      });
      expect(answer.statusCode, answer.body).toBe(202);
      await runQueued(test);
      const { id: syncId } = answer.json<{ sync: Sync }>().sync;
      const read = await test.call("GET", `/api/v1/syncs/${syncId}`, { key: keys.readWrite });
      return read.json<{ sync: Sync }>().sync;
    };
    const rows = async () =>
      (
        await test.database.query<{ row: string }>(
          "select to_jsonb(u)::text || xmin::text as row from users u where workspace_id = $1 order by id",
          [id],
        )
      ).rows;
    const plain =
      "externalMemberId,email,firstName,city\n1,zoe@example.com,Zoë,Zürich\n2,bo@example.com,Bo,\n";
    expect((await send(plain)).updates.applied).toBe(2);
    const before = await rows();
    const written = [
      plain,
      "\ufeffCity;FIRST NAME;Email;externalmemberid\r\n Zürich ;Zoe\u0308;ZOE@Example.com;1\r\n;\u00a0Bo\u2003;bo@example.com;2",
      Buffer.from(`\ufeff${plain.replaceAll(",", "\t")}`, "utf16le"),
    ];
    for (const text of written) {
      const sync = await send(text);
      expect(sync).toMatchObject({ status: "completed", thresholds: [] });
      expect(sync.updates).toMatchObject({ planned: 0, applied: 0, byType: {} });
      expect(sync.issues.total).toBe(0);
      expect(await rows()).toEqual(before);
    }
  });
});
