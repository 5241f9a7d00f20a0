import { withTransaction } from "../../../src/db/database.ts";
import type { TestServer } from "./test-server.ts";

/** Where a worker stands with a sync. */
export interface StagedState {
  status: "pending" | "approved" | "failed";
  phase: "queued" | "reading" | "planning" | "applying" | "done";
  done?: number;
  total?: number;
  failure?: string;
}

/**
 * Puts a sync where a worker on another machine would, step by step and as slowly as a test wants: the server here only
 * reads it. Nothing is really applied.
 */
export async function stageSync(
  server: TestServer,
  number: number,
  { status, phase, done = 0, total = 0, failure }: StagedState,
): Promise<void> {
  const isDone = phase === "done";
  const isBeforePlan = status === "pending" && phase !== "applying" && !isDone;
  await withTransaction(server.database, async (transaction) => {
    // One sync of a workspace is worked on at a time: the turn goes over from the one that held it for the test.
    await transaction.query(
      "update syncs set lease_owner = null, lease_until = null where lease_owner = 'a test' and number <> $1",
      [number],
    );
    await transaction.query(
      `update syncs
          set status = $2, phase = $3, progress_done = $4, progress_total = $5, failure_code = $6::text,
              failure_message = $6::text, started_at = coalesce(started_at, now()),
              finished_at = case when $7 then now() end,
              planned_at = case when $8 then null else planned_at end,
              plan = case when $8 then null else plan end,
              lease_owner = case when $7 then null else 'a test' end,
              lease_until = case when $7 then null else now() + interval '1 hour' end
        where number = $1`,
      [number, status, phase, done, total, failure ?? null, isDone, isBeforePlan],
    );
  });
}
