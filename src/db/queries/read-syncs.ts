import type { SyncMode, SyncPhase, SyncStatus } from "../../contract/catalogue.ts";
import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { Decision, ExceededLimit, Hold } from "../../contract/sync.ts";
import type { InputSummary } from "../../core/input/rows.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { Queryable } from "../database.ts";
import { FILTER_SQL, FILTER_VALUES, filterValues, type SyncFilter } from "./sync-filter.ts";

/** A sync with the name of its source, as stored. */
export interface SyncRow {
  workspace_id: number;
  id: number;
  number: number;
  source_id: number;
  source_kind: string;
  source_name: string;
  status: SyncStatus;
  phase: SyncPhase;
  mode: SyncMode;
  form: string;
  dry_run: boolean;
  trigger_kind: string;
  trigger_actor: string;
  rerun_of: number | null;
  superseded_by: number | null;
  progress_done: number;
  progress_total: number;
  plan: PlanSummary | null;
  entry_count: number;
  expected_issues: number;
  thresholds: ExceededLimit[];
  hold: Hold | null;
  applied_step: number;
  applied_position: number;
  skipped_count: number;
  decision: Decision | null;
  failure_code: string | null;
  failure_message: string | null;
  /** How often work on it was begun since it was made, waited or was decided. */
  attempts: number;
  created_at: Date;
  started_at: Date | null;
  planned_at: Date | null;
  expires_at: Date | null;
  finished_at: Date | null;
  files: InputSummary["sections"] | null;
  input_id: number | null;
  input_accepted_at: Date | null;
  /** Until when the input can be run again; `null` = no longer. */
  input_kept_until: Date | null;
}

const SYNC_WITH_SOURCE = `
  select s.workspace_id, s.id, s.number, s.source_id, source.kind as source_kind, source.name as source_name,
    s.status, s.phase, s.mode, s.form, s.dry_run, s.trigger_kind, s.trigger_actor, s.rerun_of, s.superseded_by,
    s.progress_done, s.progress_total, s.plan, s.entry_count, s.expected_issues, s.thresholds, s.hold,
    s.applied_step, s.applied_position, s.skipped_count, s.decision, s.failure_code, s.failure_message, s.attempts,
    s.created_at, s.started_at, s.planned_at, s.expires_at, s.finished_at, input.summary -> 'sections' as files,
    s.input_id, input.accepted_at as input_accepted_at,
    case when input.expired_at is null and input.expires_at > now() then input.expires_at end as input_kept_until
  from syncs s
  join sources source on source.workspace_id = s.workspace_id and source.id = s.source_id
  left join inputs input on input.workspace_id = s.workspace_id and input.id = s.input_id`;

/** Up to `limit` syncs of a workspace, newest first, below the number `below` when given. */
export async function listSyncs(
  queryable: Queryable,
  workspaceId: number,
  filter: SyncFilter,
  below: number | null,
  limit: number,
): Promise<SyncRow[]> {
  const { rows } = await queryable.query<SyncRow>(
    `${SYNC_WITH_SOURCE}
     where ${FILTER_SQL.common} and ${FILTER_SQL.badge} and ${FILTER_SQL.source} and ${FILTER_SQL.actor}
       and ($${FILTER_VALUES + 1}::int is null or s.number < $${FILTER_VALUES + 1})
     order by s.number desc
     limit $${FILTER_VALUES + 2}`,
    [...filterValues(workspaceId, filter), below, limit],
  );
  return rows;
}

/** One sync by its id, or `null` when the workspace has none of that id. */
export async function readSyncById(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<SyncRow | null> {
  const { rows } = await queryable.query<SyncRow>(
    `${SYNC_WITH_SOURCE} where s.workspace_id = $1 and s.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** One sync by its number in the workspace. */
export async function readSyncByNumber(
  queryable: Queryable,
  workspaceId: number,
  number: number,
): Promise<SyncRow | null> {
  const { rows } = await queryable.query<SyncRow>(
    `${SYNC_WITH_SOURCE} where s.workspace_id = $1 and s.number = $2`,
    [workspaceId, number],
  );
  return rows[0] ?? null;
}

/** The settings that a sync ran under, as they were taken when it was made; `null` = not kept. */
export async function readSyncSettings(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<Partial<ProvisioningSettings> | null> {
  const { rows } = await queryable.query<{ settings: Partial<ProvisioningSettings> | null }>(
    "select settings - 'forceHold' as settings from syncs where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return rows[0]?.settings ?? null;
}

/** The syncs that ran a sync's input again, newest first. */
export async function listReruns(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<{ id: number; number: number; created_at: Date }[]> {
  const { rows } = await queryable.query<{ id: number; number: number; created_at: Date }>(
    "select id, number, created_at from syncs where workspace_id = $1 and rerun_of = $2 order by id desc limit 100",
    [workspaceId, id],
  );
  return rows;
}

/** Whether there was a sync of this id or number whose report is kept no longer. */
export async function isRemovedSync(
  queryable: Queryable,
  workspaceId: number,
  sync: { id: number | null; number: number | null },
): Promise<boolean> {
  const { rows } = await queryable.query<{ removed: boolean }>(
    `select exists (select from removed_syncs where workspace_id = $1 and id = $2)
         or exists (select from removed_syncs where workspace_id = $1 and number = $3) as removed`,
    [workspaceId, sync.id, sync.number],
  );
  return rows[0]!.removed;
}
