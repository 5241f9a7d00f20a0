import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Sync } from "../../src/contract/sync.ts";
import type { RunSteps } from "../../src/engine/run-sync.ts";
import { pushJson, readSync, runQueued, STEPS_BESIDE } from "../support/pushing.ts";
import { startTestApp, type TestApp } from "../support/test-app.ts";

const ORGANISATION = {
  members: ["Ada", "Bea", "Cy"].map((firstName, at) => ({
    ...{ externalMemberId: `E${at}`, email: `e${at}@example.com`, firstName },
    ...(at === 0 ? {} : { directManagerExternalId: "E0" }),
  })),
  teams: [{ externalTeamId: "T1", teamName: "Crew" }],
  teamMappings: [0, 1, 2, 3].map((at) => ({ externalTeamId: "T1", externalMemberId: `E${at}` })),
};

describe.runIf(inject("testEngine").kind === "postgres")(
  "planning people and teams beside each other",
  () => {
    let test: TestApp;
    beforeAll(async () => {
      test = await startTestApp();
    });
    afterAll(() => test.close());

    const count = async (table: "entries" | "entry_names") =>
      (
        await test.database.query<{ count: number }>(
          `select count(*) from ${table} where workspace_id = $1`,
          [test.workspace.id],
        )
      ).rows[0]!.count;

    it("leaves nothing when what stores the plan fails, though the teams were written", async () => {
      const { id } = await pushJson(test, ORGANISATION);
      // The counts of what is expected are the last that is written.
      await test.database.query("alter table syncs add check (entry_count = 0) not valid");
      try {
        await expect(runQueued(test, STEPS_BESIDE)).rejects.toThrow(/check constraint/);
      } finally {
        await test.database.query("alter table syncs drop constraint syncs_entry_count_check");
      }
      expect([await count("entries"), await count("entry_names")]).toEqual([0, 0]);
      await release(id);
      await runQueued(test, STEPS_BESIDE);
      expect(await readSync(test, id)).toMatchObject({
        ...{ status: "completed", updates: { planned: 9, applied: 9 }, issues: { total: 1 } },
      });
    });

    it("starts from nothing after a crash between the two commits", async () => {
      const { id } = await pushJson(test, { ...ORGANISATION, members: [] }, "?dryRun=true");
      const crash: RunSteps["plan"] = async (database, lease) => {
        await STEPS_BESIDE.plan(database, lease);
        await database.query(
          "update syncs set planned_at = null, plan = null, entry_count = 0 where id = $1",
          [lease.syncId],
        );
        await database.query("delete from entries where sync_id = $1 and position = 1", [
          lease.syncId,
        ]);
        throw new Error("crashed");
      };
      await expect(runQueued(test, { ...STEPS_BESIDE, plan: crash })).rejects.toThrow("crashed");
      const team = (await list<{ id: string }>("/teams"))[0]!;
      const before = await list<{ sync: { id: string } | null }>(`/teams/${team.id}/history`);
      expect(before.filter(({ sync }) => sync?.id === id)).toEqual([]);
      await release(id);
      await runQueued(test, STEPS_BESIDE);
      const sync = await readSync(test, id);
      expect(sync.status).toBe("completed");
      const entries = await list<unknown>(`/syncs/${id}/entries`);
      expect(entries).toHaveLength(sync.updates.planned + sync.issues.total);
    });

    async function list<Item>(path: string): Promise<Item[]> {
      return (await test.call("GET", `/api/v1${path}`)).json<{ items: Item[] }>().items;
    }

    async function release(id: Sync["id"]): Promise<void> {
      await test.database.query("update syncs set lease_owner = null where id = $1", [
        Number(id.slice(4)),
      ]);
    }
  },
);
