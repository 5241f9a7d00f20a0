import type { SyncMode, SyncPhase, SyncStatus } from "../../contract/catalogue.ts";
import type { ExceededLimit, Hold } from "../../contract/sync.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { Queryable } from "../database.ts";

/** A run that a worker has claimed, as it stood then. */
export interface ClaimedRun {
  workspace_id: number;
  id: number;
  status: SyncStatus;
  phase: SyncPhase;
  attempts: number;
}

/**
 * Claims the next run, of the workspaces where none is claimed: one that was broken off first, since it holds its
 * workspace's slot; then approved ones (domain rules, section 11, "Runs"); then the oldest. `null` = nothing to do.
 */
export async function claimRun(
  queryable: Queryable,
  owner: string,
  leaseSeconds: number,
): Promise<ClaimedRun | null> {
  const { rows } = await queryable.query<ClaimedRun>(
    `with next as (
       select s.workspace_id, s.id from syncs s
        where s.phase <> 'done' and s.phase <> 'awaiting_approval'
          and (s.lease_owner is null or s.lease_until < now())
          and not exists (
            select from syncs other
             where other.workspace_id = s.workspace_id and other.id <> s.id and other.lease_owner is not null)
        order by s.phase = 'queued', s.status <> 'approved', s.created_at, s.id
        limit 1
          for no key update skip locked
     )
     update syncs s
        set lease_owner = $1, lease_until = now() + $2 * interval '1 second', attempts = s.attempts + 1,
            started_at = coalesce(s.started_at, now()),
            phase = case when s.status = 'approved' or s.phase = 'applying' then 'applying' else 'reading' end
       from next where s.workspace_id = next.workspace_id and s.id = next.id
     returning s.workspace_id, s.id, s.status, s.phase, s.attempts`,
    [owner, leaseSeconds],
  );
  return rows[0] ?? null;
}

/** Takes away every claim, and keys of uploads begun before `since`: what processes held that live no more. */
export async function clearClaims(queryable: Queryable, since: Date): Promise<void> {
  await queryable.query(
    "update syncs set lease_owner = null, lease_until = null where lease_owner is not null",
  );
  await queryable.query("delete from idempotency_keys where sync_id is null and created_at < $1", [
    since,
  ]);
}

interface LeaseKey {
  workspaceId: number;
  syncId: number;
  owner: string;
}

const HELD = "workspace_id = $1 and id = $2 and lease_owner = $3";
const keysOf = ({ workspaceId, syncId, owner }: LeaseKey) => [workspaceId, syncId, owner];

/** Keeps the claim for longer; answers who wants the run stopped, or `null` when the claim is gone. */
export async function renewLease(
  queryable: Queryable,
  lease: LeaseKey,
  leaseSeconds: number,
): Promise<{ cancel_requested_by: string | null; phase: SyncPhase } | null> {
  const { rows } = await queryable.query<{ cancel_requested_by: string | null; phase: SyncPhase }>(
    `update syncs set lease_until = now() + $4 * interval '1 second' where ${HELD}
     returning cancel_requested_by, phase`,
    [...keysOf(lease), leaseSeconds],
  );
  return rows[0] ?? null;
}

/** Gives the claim up; the run stays where it is, for whoever claims it next. */
export async function releaseLease(queryable: Queryable, lease: LeaseKey): Promise<void> {
  await queryable.query(
    `update syncs set lease_owner = null, lease_until = null where ${HELD}`,
    keysOf(lease),
  );
}

/** What the next move of a claimed run follows from. */
export interface RunState {
  status: SyncStatus;
  phase: SyncPhase;
  mode: SyncMode;
  dry_run: boolean;
  rerun_of: number | null;
  cancel_requested_by: string | null;
  plan: PlanSummary | null;
  thresholds: ExceededLimit[];
  settings: { approvalExpiryDays?: number; forceHold?: Hold } | null;
  started_at: Date | null;
  planned_at: Date | null;
}

/** The run, locked until the transaction ends; `null` = the claim is gone. */
export async function lockRun(transaction: Queryable, lease: LeaseKey): Promise<RunState | null> {
  const { rows } = await transaction.query<RunState>(
    `select status, phase, mode, dry_run, rerun_of, cancel_requested_by, plan, thresholds, settings, started_at, planned_at
       from syncs where ${HELD} for no key update`,
    keysOf(lease),
  );
  return rows[0] ?? null;
}

/** Moves a claimed run on to its next phase. */
export async function setPhase(
  queryable: Queryable,
  lease: LeaseKey,
  phase: SyncPhase,
): Promise<boolean> {
  const { rowCount } = await queryable.query(`update syncs set phase = $4 where ${HELD}`, [
    ...keysOf(lease),
    phase,
  ]);
  return rowCount === 1;
}

/** Lets a planned run wait for a decision: it leaves the workspace's slot (section 11, "Runs"). */
export async function letWait(
  transaction: Queryable,
  lease: LeaseKey,
  wait: {
    thresholds: ExceededLimit[];
    hold: Hold | null;
    expiryDays: number;
    expiresAt: Date | null;
  },
): Promise<void> {
  await transaction.query(
    `update syncs
        set phase = 'awaiting_approval', waiting_since = now(), thresholds = $4, hold = $7,
            expires_at = coalesce($5, now() + $6 * interval '1 day'), lease_owner = null, lease_until = null, attempts = 0
      where ${HELD}`,
    [
      ...[...keysOf(lease), JSON.stringify(wait.thresholds), wait.expiresAt, wait.expiryDays],
      wait.hold === null ? null : JSON.stringify(wait.hold),
    ],
  );
}

/** Ends a claimed run. `applied` = to the end, so that every update counts as applied. */
export async function endRun(
  transaction: Queryable,
  lease: LeaseKey,
  end: {
    status: SyncStatus;
    applied: boolean;
    failure?: { code: string; message: string } | undefined;
  },
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `update syncs
        set status = $4, phase = 'done', finished_at = now(), lease_owner = null, lease_until = null,
            applied_step = case when $5 then 32767 else applied_step end,
            failure_code = coalesce($6, failure_code), failure_message = coalesce($7, failure_message)
      where ${HELD}`,
    [
      ...keysOf(lease),
      ...[end.status, end.applied, end.failure?.code ?? null, end.failure?.message ?? null],
    ],
  );
  return rowCount === 1;
}
