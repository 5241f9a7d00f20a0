import { SUBJECT_OF, UPDATE_TYPES, type UpdateType } from "../../src/contract/catalogue.ts";
import { STEP_OF } from "../../src/core/plan/apply-steps.ts";
import type { PlanRange } from "../../src/core/report/plan-summary.ts";
import type { Queryable } from "../../src/db/database.ts";
import type { Lease } from "../../src/engine/lease.ts";

/** One update as planning would have written it. */
export interface PlannedUpdate {
  type: UpdateType;
  userId?: number;
  teamId?: number;
  email?: string;
  externalId?: string;
  before?: object;
  after?: object;
  params?: object;
}

let claims = 0;

/**
 * Inserts a sync with these updates, planned and leased; by type in report order, within one type as given.
 * `isUndisturbed` = nobody else has changed the directory since.
 */
export async function insertPlannedSync(
  queryable: Queryable,
  place: { workspaceId: number; sourceId: number },
  updates: readonly PlannedUpdate[],
  { isUndisturbed = false, ...options }: { emailHandovers?: boolean; isUndisturbed?: boolean } = {},
): Promise<Lease> {
  const { workspaceId, sourceId } = place;
  const sorted = UPDATE_TYPES.flatMap((type) => updates.filter((update) => update.type === type));
  const ranges: PlanRange[] = [];
  for (const [index, { type }] of sorted.entries()) {
    const last = ranges.at(-1);
    if (last?.type === type) last.last = index + 1;
    else
      ranges.push({
        ...{ kind: "update", subject: SUBJECT_OF[type], type },
        ...{ first: index + 1, last: index + 1 },
      });
  }
  const plan = {
    ranges,
    issues: { total: 0, impactedUsers: 0, impactedTeams: 0 },
    rows: {},
    ...options,
  };
  const owner = `worker-${++claims}`;
  await queryable.query("update syncs set lease_owner = null where workspace_id = $1", [
    workspaceId,
  ]);
  const { rows } = await queryable.query<{ id: number }>(
    `insert into syncs (workspace_id, number, source_id, phase, form, trigger_kind, trigger_actor, plan, entry_count,
       started_at, planned_at, lease_owner, lease_until, directory_version)
     values ($1, (select coalesce(max(number), 0) + 1 from syncs where workspace_id = $1), $2, 'applying', 'csv',
       'api_key', 'Payroll key', $3, $4, clock_timestamp(), clock_timestamp(), $5, now() + interval '1 minute',
       (select directory_version from workspaces where id = $1 and $6))
     returning id`,
    [workspaceId, sourceId, JSON.stringify(plan), sorted.length, owner, isUndisturbed],
  );
  const syncId = rows[0]!.id;
  await queryable.query(
    `insert into entries (workspace_id, sync_id, position, step, type, user_id, team_id, email, external_id, before, after, params)
     select $1, $2, position, step, type, "userId", "teamId", email, "externalId", before, after, params
       from jsonb_to_recordset($3) as e (position int, step int, type text, "userId" bigint, "teamId" bigint, email text,
         "externalId" text, before jsonb, after jsonb, params jsonb)`,
    [
      workspaceId,
      syncId,
      JSON.stringify(
        sorted.map((update, index) => ({
          ...update,
          position: index + 1,
          step: STEP_OF[update.type],
        })),
      ),
    ],
  );
  return { workspaceId, syncId, owner };
}

/** The updates that were skipped, as "type subject". */
export async function readSkipped(
  queryable: Queryable,
  { workspaceId, syncId }: Lease,
): Promise<string[]> {
  const { rows } = await queryable.query<{ text: string }>(
    `select type || ' ' || coalesce(user_id, team_id) as text from entries
      where workspace_id = $1 and sync_id = $2 and skipped = 'changed_since_review' order by position`,
    [workspaceId, syncId],
  );
  return rows.map((row) => row.text);
}
