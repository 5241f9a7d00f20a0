import type { EntryType } from "../../src/contract/catalogue.ts";
import { ISSUE_TYPES, SUBJECT_OF } from "../../src/contract/catalogue.ts";
import type { PlanRange } from "../../src/core/report/plan-summary.ts";
import type { Queryable } from "../../src/db/database.ts";

/** One entry as the engine would have written it; the position is its place in the list. */
export interface EntryRecipe {
  type: EntryType;
  reason?: string;
  userId?: number;
  teamId?: number;
  name?: string;
  email?: string;
  externalId?: string;
  before?: object;
  after?: object;
  params?: object;
}

/** Inserts one finished sync with exactly these entries, in this order; answers its id. */
export async function insertSyncWithEntries(
  queryable: Queryable,
  place: { workspaceId: number; sourceId: number },
  entries: readonly EntryRecipe[],
  options: { at?: string; inputId?: number; phase?: string } = {},
): Promise<number> {
  const { workspaceId, sourceId } = place;
  const ranges: PlanRange[] = entries.map(({ type }, index) => ({
    kind: (ISSUE_TYPES as readonly string[]).includes(type) ? "issue" : "update",
    subject: SUBJECT_OF[type],
    type,
    first: index + 1,
    last: index + 1,
  }));
  const plan = { ranges, issues: { total: 0, impactedUsers: 0, impactedTeams: 0 }, rows: {} };
  const at = options.at ?? new Date().toISOString();
  const { rows } = await queryable.query<{ id: number }>(
    `insert into syncs (workspace_id, number, source_id, input_id, status, phase, form, trigger_kind, trigger_actor, plan,
       entry_count, applied_step, created_at, planned_at, finished_at)
     values ($1, (select coalesce(max(number), 0) + 1 from syncs where workspace_id = $1), $2, $3, 'completed', $4, 'csv',
       'api_key', 'Payroll key', $5, $6, 32767, $7, $7, $7) returning id`,
    [
      workspaceId,
      sourceId,
      options.inputId ?? null,
      options.phase ?? "done",
      JSON.stringify(plan),
      entries.length,
      at,
    ],
  );
  const syncId = rows[0]!.id;
  for (const [index, entry] of entries.entries()) {
    await queryable.query(
      `insert into entries (workspace_id, sync_id, position, step, type, reason, user_id, team_id, name, email, external_id,
         before, after, params) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[
          workspaceId,
          syncId,
          index + 1,
          ranges[index]?.kind === "issue" ? 0 : 1,
          entry.type,
          entry.reason ?? null,
        ],
        ...[
          entry.userId ?? null,
          entry.teamId ?? null,
          entry.name ?? null,
          entry.email ?? null,
          entry.externalId ?? null,
        ],
        ...[entry.before, entry.after, entry.params].map((value) =>
          value === undefined ? null : JSON.stringify(value),
        ),
      ],
    );
  }
  await queryable.query(
    `insert into entry_names (workspace_id, sync_id, chunk, names)
     select $1, $2, (position - 1) / 1000, string_agg(fold(concat_ws(' ', name, email, external_id,
         case when type = 'team_member_added' then after -> 'member' ->> 'name' end)), E'\\n' order by position)
       from entries where workspace_id = $1 and sync_id = $2 group by 3`,
    [workspaceId, syncId],
  );
  return syncId;
}
