import type { Queryable } from "../database.ts";

/** One line of a history: an entry of a report, or an audit row. */
export interface HistoryRow {
  /** Microseconds since 1970: finer than a `Date`, so that pages neither repeat nor lose lines. */
  at: number;
  /** 1 = an entry (`major` sync, `minor` position), 2 = an audit row (`major` 0, `minor` id). */
  origin: 1 | 2;
  major: number;
  minor: number;
}

/** An entry counts from when it was applied; one that was not, from when it was planned. */
const entriesWhere = (condition: string) => `
  select (extract(epoch from coalesce(batch.applied_at, s.planned_at, s.created_at)) * 1000000)::bigint as at,
         1 as origin, e.sync_id as major, e.position::bigint as minor
    from entries e
    join syncs s on s.workspace_id = e.workspace_id and s.id = e.sync_id
    left join lateral (
      select applied_at from applied_batches b
       where b.workspace_id = e.workspace_id and b.sync_id = e.sync_id and b.step = e.step and b.position >= e.position
       order by b.position limit 1
    ) batch on true
   where e.workspace_id = $1 and s.planned_at is not null and ${condition}`;

const auditWhere = (condition: string) => `
  select (extract(epoch from a.at) * 1000000)::bigint as at, 2 as origin, 0::bigint as major, a.id as minor
    from audit a
   where a.workspace_id = $1 and ${condition}`;

const page = (sources: string[]) => `
  select at, origin, major, minor
    from (${sources.join(" union all ")}) history
   where $4::bigint is null or (at, origin, major, minor) < ($4, $5::int, $6::bigint, $7::bigint)
   order by at desc, origin desc, major desc, minor desc
   limit $8`;

const USER_HISTORY = page([
  entriesWhere("e.user_id = $2"),
  auditWhere("a.target_type = 'user' and a.target_id = $3"),
  // Places by hand: the team is the target (migration 0003, audit_team_places).
  auditWhere(`a.target_type = 'team'
    and a.action in ('team_member_added', 'team_member_removed', 'team_manager_assigned', 'team_manager_removed')
    and coalesce(a.after #>> '{member,id}', a.after #>> '{manager,id}', a.before #>> '{member,id}', a.before #>> '{manager,id}') = $3`),
]);

const TEAM_HISTORY = page([
  entriesWhere("e.team_id = $2"),
  auditWhere("a.target_type = 'team' and a.target_id = $3"),
]);

/** Up to `limit` lines about a user or team, newest first, behind `after` when given. `key` is the id as audit keeps it. */
export async function readHistory(
  queryable: Queryable,
  workspaceId: number,
  subject: { type: "user" | "team"; id: number; key: string },
  after: HistoryRow | null,
  limit: number,
): Promise<HistoryRow[]> {
  const { rows } = await queryable.query<HistoryRow>(
    subject.type === "user" ? USER_HISTORY : TEAM_HISTORY,
    [
      ...[workspaceId, subject.id, subject.key],
      ...[
        after?.at ?? null,
        after?.origin ?? null,
        after?.major ?? null,
        after?.minor ?? null,
        limit,
      ],
    ],
  );
  return rows;
}

export interface ManualChangeRow {
  id: number;
  actor_name: string;
  action: string;
  target_type: string;
  target_id: string;
  target_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Audit rows by id. */
export async function readManualChanges(
  queryable: Queryable,
  workspaceId: number,
  ids: readonly number[],
): Promise<ManualChangeRow[]> {
  const { rows } = await queryable.query<ManualChangeRow>(
    `select id, actor_name, action, target_type, target_id, target_name, before, after
       from audit where workspace_id = $1 and id = any ($2::bigint[])`,
    [workspaceId, ids],
  );
  return rows;
}
