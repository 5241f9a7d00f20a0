import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HistoryItem, User } from "../../../src/contract/directory.ts";
import {
  act,
  addTeam,
  addUser,
  expectCall,
  numberOf,
  type Refused,
  readUser,
} from "../../support/directory.ts";
import { dumpDatabase } from "../../support/dump.ts";
import { insertSyncWithEntries } from "../../support/sync-rows.ts";
import { startTestApp, type TestApp } from "../../support/test-app.ts";

/** Everything that tells who the erased person was, now or before. */
const TRACES = [
  "wilhelmina",
  "quackenbush",
  "oldmaiden",
  "hr-98765",
  "w.q@",
  "w.old@",
  "plutonium",
];

describe("erasing a user", () => {
  let test: TestApp;
  let user: User;
  let colleague: User;
  let namesake: User;
  let syncId: number;
  let inputId: number;
  const place = () => ({ workspaceId: test.workspace.id, sourceId: test.workspace.sourceId });

  beforeAll(async () => {
    test = await startTestApp();
    colleague = await addUser(test, {
      firstName: "Cara",
      lastName: "Stays",
      email: "cara@example.com",
    });
    namesake = await addUser(test, {
      firstName: "Wanda",
      lastName: "Other",
      email: "recycled@example.com",
    });
    user = await addUser(test, {
      firstName: "Wilhelmina",
      lastName: "Oldmaiden",
      email: "w.old@example.com",
      properties: { department: "Plutonium" },
      directManagerId: colleague.id,
    });
    const team = await addTeam(test, "Crew");
    await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, {
      body: { lastName: "Quackenbush", email: "W.Q@example.com" },
    });
    await expectCall(test, 200, "PATCH", `/api/v1/users/${colleague.id}`, {
      body: { directManagerId: null },
    });
    await expectCall(test, 200, "PATCH", `/api/v1/users/${user.id}`, {
      body: { directManagerId: null },
    });
    await expectCall(test, 200, "PATCH", `/api/v1/users/${colleague.id}`, {
      body: { directManagerId: user.id },
    });
    await expectCall(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {
      body: { isMember: true, isManager: true },
    });
    await act(test, user.id, "relink", { externalId: "HR-98765" });
    await act(test, user.id, "invite");
    inputId = await insertInput();
    const [id, name] = [numberOf(user), "Wilhelmina Quackenbush"];
    const own = { userId: id, name, email: "w.q@example.com", externalId: "HR-98765" };
    const cara = { userId: numberOf(colleague), name: "Cara Stays", email: "cara@example.com" };
    syncId = await insertSyncWithEntries(
      test.database,
      place(),
      [
        {
          type: "user_skipped",
          reason: "email_taken",
          name: "Someone Else",
          email: "else@example.com",
          params: { otherName: name, otherExternalId: "HR-98765", value: "w.q@example.com" },
        },
        {
          type: "user_skipped",
          reason: "duplicate_email",
          name,
          email: "w.q@example.com",
          externalId: "HR-1",
          params: { value: "Wilhelmina <W.Q@example.com>", firstLine: 2 },
        },
        {
          type: "manager_profile_missing",
          ...cara,
          params: { value: "HR-98765", otherName: "Wilhelmina Oldmaiden", line: 7 },
        },
        { type: "manager_cycle", ...cara, params: { ring: ["Cara Stays", name, "Wanda Other"] } },
        {
          type: "user_created",
          ...own,
          after: { email: "w.q@example.com", firstName: "Wilhelmina", department: "Plutonium" },
        },
        {
          type: "user_updated",
          ...own,
          name: "Wilhelmina Oldmaiden",
          before: { lastName: "Oldmaiden" },
          after: { lastName: "Quackenbush" },
        },
        {
          type: "user_deleted",
          name: "Left Before",
          before: { reports: [name, "Cara Stays"], directManager: { id, name } },
        },
        {
          type: "direct_manager_assigned",
          ...cara,
          before: { directManager: null },
          after: { directManager: { id, name, email: "w.q@example.com", externalId: "HR-98765" } },
        },
        {
          type: "team_member_added",
          userId: id,
          teamId: numberOf(team),
          name: "Crew",
          after: { member: { id, name } },
        },
        {
          type: "team_manager_assigned",
          teamId: numberOf(team),
          name: "Crew",
          after: { manager: { id, name, email: "w.q@example.com" } },
        },
        {
          type: "team_member_added",
          userId: numberOf(colleague),
          teamId: numberOf(team),
          name: "Crew",
          after: { member: { id: numberOf(colleague), name: "Cara Stays" } },
        },
      ],
      { inputId },
    );
  });
  afterAll(() => test.close());

  async function insertInput(): Promise<number> {
    const { rows } = await test.database.query<{ id: number }>(
      "insert into inputs (workspace_id, source_id, form, accepted_at, expires_at) values ($1, $2, 'csv', now(), now() + interval '30 days') returning id",
      [test.workspace.id, test.workspace.sourceId],
    );
    const id = rows[0]!.id;
    await test.database.query(
      `insert into input_chunks (workspace_id, input_id, section, chunk, lines, external_ids, emails, profiles, manager_external_ids,
         manager_emails, managers_given, flaws)
       values ($1, $2, 'members', 0, '{2,3,4,5}', '{E-1,HR-98765,E-2,E-3}',
         '{cara@example.com,w.q@example.com,b@example.com,c@example.com}',
         array['{"firstName":"Cara"}', '{"firstName":"Wilhelmina","lastName":"Quackenbush"}', '{"firstName":"B"}', '{"firstName":"C"}']::jsonb[],
         '{HR-98765,NULL,E-1,NULL}', '{NULL,NULL,NULL,w.q@example.com}', '{t,f,t,t}',
         '[{"row":0,"flaws":["first"]},{"row":1,"flaws":["Wilhelmina"]},{"row":3,"flaws":["fourth"]}]')`,
      [test.workspace.id, id],
    );
    await test.database.query(
      `insert into input_chunks (workspace_id, input_id, section, chunk, lines, external_ids, member_external_ids,
         subteam_external_ids, is_members, is_managers)
       values ($1, $2, 'teamMappings', 0, '{2,3}', '{T-1,T-1}', '{HR-98765,E-1}', '{NULL,NULL}', '{t,t}', '{f,f}')`,
      [test.workspace.id, id],
    );
    return id;
  }

  it("waits for a sync that is being planned", async () => {
    await test.database.query("update syncs set phase = 'planning' where id = $1", [syncId]);
    const answer = await expectCall<Refused>(test, 409, "POST", `/api/v1/users/${user.id}/erase`);
    expect(answer.code).toBe("sync_planning");
    await test.database.query("update syncs set phase = 'done' where id = $1", [syncId]);
  });

  it("leaves no trace anywhere, and everybody else as they were", async () => {
    const before = (await dumpDatabase(test.database)).toLowerCase();
    for (const trace of TRACES) expect(before).toContain(trace);
    const counts = () =>
      test.database.query(
        "select (select count(*) from entries) as entries, (select count(*) from users) as users, (select count(*) from audit) as audit",
      );
    const counted = (await counts()).rows[0];
    expect(await act(test, user.id, "erase")).toMatchObject({
      name: "Erased user",
      status: "deleted",
      erased: true,
      email: null,
      formerEmail: null,
      externalId: null,
      properties: {},
      restorableUntil: null,
    });
    const after = (await dumpDatabase(test.database)).toLowerCase();
    for (const trace of TRACES) expect(after).not.toContain(trace);
    for (const kept of [
      "cara stays",
      "cara@example.com",
      "wanda other",
      "someone else",
      "left before",
    ])
      expect(after).toContain(kept);
    expect((await counts()).rows[0]).toEqual({ ...counted, audit: Number(counted?.audit) + 1 });
  });

  it("keeps types, positions and changed properties of the report, and the names of others", async () => {
    const { rows } = await test.database.query(
      "select position, type, name, before, after, params from entries where sync_id = $1 order by position",
      [syncId],
    );
    const id = numberOf(user);
    const gone = { id, name: "Erased user" };
    expect(rows).toEqual([
      expect.objectContaining({
        type: "user_skipped",
        name: "Someone Else",
        params: { otherName: "Erased user", otherExternalId: "Erased user", value: "Erased user" },
      }),
      expect.objectContaining({
        type: "user_skipped",
        name: "Erased user",
        params: { value: null, firstLine: 2 },
      }),
      expect.objectContaining({
        name: "Cara Stays",
        params: { value: "Erased user", otherName: "Erased user", line: 7 },
      }),
      expect.objectContaining({
        name: "Cara Stays",
        params: { ring: ["Cara Stays", "Erased user", "Wanda Other"] },
      }),
      expect.objectContaining({
        type: "user_created",
        name: "Erased user",
        after: { email: null, firstName: null, department: null },
      }),
      expect.objectContaining({
        type: "user_updated",
        name: "Erased user",
        before: { lastName: null },
        after: { lastName: null },
      }),
      expect.objectContaining({
        name: "Left Before",
        before: { reports: ["Erased user", "Cara Stays"], directManager: gone },
      }),
      expect.objectContaining({
        name: "Cara Stays",
        after: { directManager: { ...gone, email: null, externalId: null } },
      }),
      expect.objectContaining({ name: "Crew", after: { member: gone } }),
      expect.objectContaining({ name: "Crew", after: { manager: { ...gone, email: null } } }),
      expect.objectContaining({
        name: "Crew",
        after: { member: { id: numberOf(colleague), name: "Cara Stays" } },
      }),
    ]);
    const { rows: names } = await test.database.query<{ names: string }>(
      "select names from entry_names where sync_id = $1",
      [syncId],
    );
    expect(names[0]?.names.split("\n")).toEqual([
      ...[
        "someone else else@example.com",
        "erased user",
        "cara stays cara@example.com",
        "cara stays cara@example.com",
      ],
      ...[
        "erased user",
        "erased user",
        "left before",
        "cara stays cara@example.com",
        "crew erased user",
        "crew erased user",
        "crew cara stays",
      ],
    ]);
  });

  it("takes the person's rows out of stored inputs, and the manager out of others'", async () => {
    const { rows } = await test.database.query(
      "select * from input_chunks where input_id = $1 order by section",
      [inputId],
    );
    expect(rows[0]).toMatchObject({
      lines: [2, 4, 5],
      external_ids: ["E-1", "E-2", "E-3"],
      emails: ["cara@example.com", "b@example.com", "c@example.com"],
      manager_external_ids: [null, "E-1", null],
      manager_emails: [null, null, null],
      managers_given: [false, true, false],
      names: null,
      flaws: [
        { row: 0, flaws: ["first"] },
        { row: 2, flaws: ["fourth"] },
      ],
    });
    expect(rows[0]?.profiles).toHaveLength(3);
    expect(rows[1]).toMatchObject({
      lines: [3],
      external_ids: ["T-1"],
      member_external_ids: ["E-1"],
      emails: null,
    });
  });

  it("shows in lists no more, in history without who it was", async () => {
    expect((await readUser(test, colleague.id)).directManager).toBeNull();
    const { items } = await expectCall<{ items: User[] }>(
      test,
      200,
      "GET",
      "/api/v1/users?status=deleted",
    );
    expect(items.map((each) => each.id)).not.toContain(user.id);
    const history = await expectCall<{ items: HistoryItem[] }>(
      test,
      200,
      "GET",
      `/api/v1/users/${user.id}/history`,
    );
    expect(history.items[0]).toMatchObject({ type: "user_erased", origin: "manual" });
    expect(history.items.map((item) => item.type)).toContain("user_created");
  });

  it("is done once, and cannot be undone", async () => {
    expect((await act(test, user.id, "erase")).erased).toBe(true);
    for (const [path, code] of [
      ["restore", "undo_window_over"],
      ["invite", "user_erased"],
      ["deactivate", "user_erased"],
    ] as const) {
      expect(
        (await expectCall<Refused>(test, 409, "POST", `/api/v1/users/${user.id}/${path}`)).code,
      ).toBe(code);
    }
  });

  it("leaves an address that has passed to somebody else to them", async () => {
    const leaver = await addUser(test, { firstName: "Lee", email: "desk@example.com" });
    await expectCall(test, 200, "DELETE", `/api/v1/users/${leaver.id}`);
    await expectCall(test, 200, "PATCH", `/api/v1/users/${namesake.id}`, {
      body: { email: "desk@example.com" },
    });
    await act(test, leaver.id, "erase");
    expect((await readUser(test, namesake.id)).email).toBe("desk@example.com");
    const { rows } = await test.database.query(
      "select after from audit where target_id = $1 order by id desc limit 1",
      [namesake.id],
    );
    expect(rows[0]).toEqual({ after: { email: "desk@example.com" } });
  });
});
