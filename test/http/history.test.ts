import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HistoryItem, Team, User } from "../../src/contract/directory.ts";
import { act, addTeam, addUser, expectCall, numberOf, readUser } from "../support/directory.ts";
import { insertSyncWithEntries } from "../support/sync-rows.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

interface Page {
  items: HistoryItem[];
  nextCursor: string | null;
}

describe("the history of users and teams", () => {
  let test: TestApp;
  let user: User;
  let team: Team;
  beforeAll(async () => {
    test = await startTestApp();
    user = await addUser(test, { firstName: "Mia", lastName: "Roy" });
    team = await addTeam(test, "Crew");
    const subject = { userId: numberOf(user), name: "Mia Roy" };
    const place = { workspaceId: test.workspace.id, sourceId: test.workspace.sourceId };
    await insertSyncWithEntries(
      test.database,
      place,
      [
        { type: "invalid_value", ...subject, params: { column: "hireDate" } },
        {
          type: "user_updated",
          ...subject,
          before: { jobTitle: "Clerk" },
          after: { jobTitle: "Analyst" },
        },
        { type: "user_updated", userId: 999_999, name: "Somebody else" },
        {
          type: "team_member_added",
          ...subject,
          teamId: numberOf(team),
          name: "Crew",
          after: { member: { id: numberOf(user), name: "Mia Roy" } },
        },
      ],
      { at: "2026-01-02T03:04:05.000Z" },
    );
    await expectCall(test, 200, "PUT", `/api/v1/teams/${team.id}/members/${user.id}`, {
      body: { isManager: true },
    });
    await act(test, user.id, "invite");
    await addUser(test, {}, { key: test.other.keys.readWrite });
  });
  afterAll(() => test.close());

  const read = (path: string, query = "") =>
    expectCall<Page>(test, 200, "GET", `/api/v1/${path}/history${query}`);

  it("tells of syncs and changes by hand, newest first, places in teams too", async () => {
    const { items, nextCursor } = await read(`users/${user.id}`);
    expect(items.map((item) => [item.origin, item.type])).toEqual([
      ["manual", "user_invited"],
      ["manual", "team_manager_assigned"],
      ["manual", "user_created"],
      ["sync", "team_member_added"],
      ["sync", "user_updated"],
      ["sync", "invalid_value"],
    ]);
    expect(nextCursor).toBeNull();
    expect(items[4]).toMatchObject({
      at: "2026-01-02T03:04:05.000Z",
      by: "Payroll key",
      sync: { number: 1, status: "completed", dryRun: false },
      changes: [{ property: "jobTitle", before: "Clerk", after: "Analyst" }],
      entry: { seq: 2, outcome: "applied", kind: "update" },
    });
    expect(items[3]?.subject).toEqual({ type: "team", id: team.id, name: "Crew" });
    expect(items[1]).toMatchObject({
      subject: { type: "team", id: team.id, name: "Crew" },
      by: "Acme read_write",
      changes: [
        {
          ...{ property: "manager", before: null, after: "Mia Roy" },
          link: { type: "user", before: null, after: user.id },
        },
      ],
      entry: null,
    });
    expect(items[0]).toMatchObject({
      label: "User invited",
      changes: [{ property: "status", before: "created", after: "invited" }],
    });
  });

  it("of a team tells of the team", async () => {
    const { items } = await read(`teams/${team.id}`);
    expect(items.map((item) => item.type)).toEqual([
      "team_manager_assigned",
      "team_created",
      "team_member_added",
    ]);
  });

  it("is paged without repeating or losing anything", async () => {
    const seen: string[] = [];
    let query = "?limit=1";
    for (;;) {
      const { items, nextCursor } = await read(`users/${user.id}`, query);
      seen.push(...items.map((item) => item.type));
      if (nextCursor === null) break;
      query = `?limit=1&cursor=${nextCursor}`;
    }
    expect(seen).toEqual([
      "user_invited",
      "team_manager_assigned",
      "user_created",
      "team_member_added",
      "user_updated",
      "invalid_value",
    ]);
  });

  it("speaks French on request", async () => {
    const { items } = await read(`users/${user.id}`, "?lang=fr&limit=1");
    expect(items[0]?.label).toBe("Utilisateur invité");
  });

  it("refuses a cursor that no page has given", async () => {
    for (const cursor of [
      "x",
      Buffer.from("[1,2,3]").toString("base64url"),
      Buffer.from("[1.5,1,1,1]").toString("base64url"),
    ]) {
      await expectCall(test, 400, "GET", `/api/v1/users/${user.id}/history?cursor=${cursor}`);
    }
  });

  it("names the last sync on the user", async () => {
    expect((await readUser(test, user.id)).lastSync).toMatchObject({ number: 1 });
  });
});
