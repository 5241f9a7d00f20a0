import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { AppliedMark } from "../../core/report/ranges.ts";
import type { Queryable } from "../database.ts";

/** A run as its own worker holds it. */
export interface HeldSync {
  source_id: number;
  applied_step: number;
  applied_position: number;
  skipped_count: number;
  directory_version: number | null;
  cancel_requested: boolean;
}

/** Locks a run for its next batch; `null` when somebody else holds the lease. */
export async function lockHeldSync(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
  owner: string,
): Promise<HeldSync | null> {
  const { rows } = await transaction.query<HeldSync>(
    `select source_id, applied_step, applied_position, skipped_count, directory_version,
            cancel_requested_by is not null as cancel_requested
       from syncs
      where workspace_id = $1 and id = $2 and lease_owner = $3
        for update`,
    [workspaceId, syncId, owner],
  );
  return rows[0] ?? null;
}

/** The stored plan's table of contents; `null` when there is no plan. */
export async function readPlan(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<(PlanSummary & { emailHandovers?: boolean }) | null> {
  const { rows } = await queryable.query<{
    plan: (PlanSummary & { emailHandovers?: boolean }) | null;
  }>("select plan from syncs where workspace_id = $1 and id = $2", [workspaceId, syncId]);
  return rows[0]?.plan ?? null;
}

/** Settles a batch: moves the mark, notes when, and renews the lease. Belongs in the batch's own transaction. */
export async function moveMark(
  transaction: Queryable,
  sync: { workspaceId: number; syncId: number; leaseSeconds: number },
  mark: AppliedMark,
  settled: { skipped: number; done: number; total: number; directoryVersion: number | null },
): Promise<void> {
  await transaction.query(
    `with moved as (
       update syncs
          set applied_step = $3, applied_position = $4, skipped_count = skipped_count + $5,
              progress_done = $6, progress_total = $7,
              lease_until = clock_timestamp() + $8 * interval '1 second', directory_version = $9
        where workspace_id = $1 and id = $2
     )
     insert into applied_batches (workspace_id, sync_id, step, position, applied_at)
     values ($1, $2, $3, $4, clock_timestamp())`,
    [
      ...[sync.workspaceId, sync.syncId, mark.step, mark.position],
      ...[settled.skipped, settled.done, settled.total, sync.leaseSeconds],
      settled.directoryVersion,
    ],
  );
}

/** Marks a plan as applied to its end. */
export async function finishMark(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
  step: number,
  total: number,
): Promise<void> {
  await transaction.query(
    `update syncs set applied_step = $3, progress_done = $4, progress_total = $4
      where workspace_id = $1 and id = $2`,
    [workspaceId, syncId, step, total],
  );
}
