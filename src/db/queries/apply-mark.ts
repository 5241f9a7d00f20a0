import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { AppliedMark } from "../../core/report/ranges.ts";
import type { Queryable } from "../database.ts";

/** A run as its own worker holds it. */
export interface HeldSync {
  source_id: number;
  applied_step: number;
  applied_position: number;
  skipped_count: number;
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
    `select source_id, applied_step, applied_position, skipped_count,
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
  settled: { skipped: number; done: number; total: number },
): Promise<void> {
  await transaction.query(
    `with moved as (
       update syncs
          set applied_step = $3, applied_position = $4, skipped_count = skipped_count + $5,
              progress_done = $6, progress_total = $7,
              lease_until = clock_timestamp() + $8 * interval '1 second'
        where workspace_id = $1 and id = $2
     )
     insert into applied_batches (workspace_id, sync_id, step, position, applied_at)
     values ($1, $2, $3, $4, clock_timestamp())`,
    [
      ...[sync.workspaceId, sync.syncId, mark.step, mark.position],
      ...[settled.skipped, settled.done, settled.total, sync.leaseSeconds],
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

/**
 * Whether lines between users or between teams may differ from those that the plan was made on: by hand, or by
 * another sync. The plan itself closes no loop.
 */
export async function hasChangedSincePlanned(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<boolean> {
  const { rows } = await queryable.query<{ changed: boolean }>(
    `select exists (
              select from audit a
               where a.workspace_id = $1 and a.at >= least(s.started_at, s.planned_at)
                 and (a.action like 'user\\_%' or a.action like 'team\\_%')
            ) or exists (
              select from applied_batches b
               where b.workspace_id = $1 and b.sync_id <> $2
                 and b.applied_at >= least(s.started_at, s.planned_at)
            ) as changed
       from syncs s where s.workspace_id = $1 and s.id = $2`,
    [workspaceId, syncId],
  );
  return rows[0]?.changed ?? true;
}
