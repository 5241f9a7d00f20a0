import type { SyncPhase, SyncStatus } from "../../contract/catalogue.ts";
import type { Decision } from "../../contract/sync.ts";
import type { Queryable } from "../database.ts";

/** A sync as decisions look at it. */
export interface LockedSync {
  workspace_id: number;
  id: number;
  number: number;
  status: SyncStatus;
  phase: SyncPhase;
  decision: Decision | null;
  lease_owner: string | null;
  cancel_requested_by: string | null;
  is_expired: boolean;
}

const COLUMNS = `s.workspace_id, s.id, s.number, s.status, s.phase, s.decision, s.lease_owner, s.cancel_requested_by,
  coalesce(s.expires_at <= now(), false) as is_expired`;

/** One sync, locked until the transaction ends. */
export async function lockSync(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<LockedSync | null> {
  const { rows } = await transaction.query<LockedSync>(
    `select ${COLUMNS} from syncs s where s.workspace_id = $1 and s.id = $2 for no key update`,
    [workspaceId, syncId],
  );
  return rows[0] ?? null;
}

/** Runs whose time for a decision is over, of any workspace. */
export async function lockExpiredWaiting(
  transaction: Queryable,
  limit: number,
): Promise<LockedSync[]> {
  const { rows } = await transaction.query<LockedSync>(
    `select ${COLUMNS} from syncs s
      where s.phase = 'awaiting_approval' and s.expires_at <= now()
      order by s.expires_at limit $1 for no key update skip locked`,
    [limit],
  );
  return rows;
}

/**
 * Older runs of the same source that wait while the sync, newer, brings at least their sections; locked. Answers with
 * each when it would have expired.
 */
export async function lockSuperseded(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<(LockedSync & { expires_at: Date | null })[]> {
  const { rows } = await transaction.query<LockedSync & { expires_at: Date | null }>(
    `select ${COLUMNS}, s.expires_at
       from syncs newer
       join inputs brought on brought.workspace_id = newer.workspace_id and brought.id = newer.input_id
       join syncs s on s.workspace_id = newer.workspace_id and s.source_id = newer.source_id and s.number < newer.number
       left join inputs input on input.workspace_id = s.workspace_id and input.id = s.input_id
      where newer.workspace_id = $1 and newer.id = $2
        and s.status = 'pending' and s.phase = 'awaiting_approval'
        and not exists (
          select from jsonb_object_keys(coalesce(input.summary -> 'sections', '{}')) as section
           where not brought.summary -> 'sections' ? section)
      order by s.number for no key update of s`,
    [workspaceId, syncId],
  );
  return rows;
}

/** What ends, or goes on, by a decision. */
export interface Outcome {
  status: SyncStatus;
  phase: SyncPhase;
  decision?: Decision;
  supersededBy?: number;
  cancelledBy?: string;
  failure?: { code: string; message: string };
}

/** Writes the outcome of a decision on a sync that the transaction has locked. */
export async function writeOutcome(
  transaction: Queryable,
  sync: Pick<LockedSync, "workspace_id" | "id">,
  outcome: Outcome,
): Promise<void> {
  await transaction.query(
    `update syncs set status = $3, phase = $4, decision = coalesce($5, decision), superseded_by = coalesce($6, superseded_by),
        cancel_requested_by = coalesce($7, cancel_requested_by),
        failure_code = coalesce($8, failure_code), failure_message = coalesce($9, failure_message),
        finished_at = case when $4 = 'done' then now() else finished_at end, attempts = 0
      where workspace_id = $1 and id = $2`,
    [
      ...[sync.workspace_id, sync.id, outcome.status, outcome.phase],
      outcome.decision === undefined ? null : JSON.stringify(outcome.decision),
      ...[outcome.supersededBy ?? null, outcome.cancelledBy ?? null],
      ...[outcome.failure?.code ?? null, outcome.failure?.message ?? null],
    ],
  );
}

/** Asks the worker that has the run to stop it. */
export async function requestCancel(
  transaction: Queryable,
  sync: Pick<LockedSync, "workspace_id" | "id">,
  by: string,
): Promise<void> {
  await transaction.query(
    "update syncs set cancel_requested_by = coalesce(cancel_requested_by, $3) where workspace_id = $1 and id = $2",
    [sync.workspace_id, sync.id, by],
  );
}
