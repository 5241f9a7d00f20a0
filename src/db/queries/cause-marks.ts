import type { Queryable } from "../database.ts";

/** A cause of issues: one type with one reason. */
export interface CauseKey {
  type: string;
  reason: string | null;
}

/**
 * Who and what has a cause, as one number. Whom neither id, external id nor email names counts by name and by what
 * the issue says. Of locked values it counts too which is kept, and what was brought instead: who expects the one has
 * not seen another. A bigint comes as text: it is only compared.
 */
const FINGERPRINT = `bit_xor(distinct ('x' || substr(md5(coalesce(
    'i' || coalesce(e.user_id, e.team_id), 'x' || e.external_id, 'e' || e.email,
    'n' || coalesce(e.name, '') || coalesce((e.params - 'line')::text, ''))
    || case when e.type = 'value_locked' then concat(' ', e.before, e.after) else '' end), 1, 16))::bit(64)::bigint)`;

/** The marks of a workspace that fit a report, made in it or in one before, with how many of its issues each covers. */
const FITTING = `
  select m.type, m.reason, m.marked_by, m.marked_at, found.count
    from cause_marks m
    cross join lateral (
      select count(*)::int as count, ${FINGERPRINT} as fingerprint from entries e
       where e.workspace_id = $1 and e.sync_id = $2 and e.position <= $3 and e.type = m.type
         and coalesce(e.reason, '') = m.reason
    ) found
   where m.workspace_id = $1 and found.fingerprint = m.fingerprint
     and m.sync_number <= (select number from syncs where workspace_id = $1 and id = $2)`;

/** The causes of a report, whose issues end at `lastIssue`, that are expected as they are. */
export async function listExpectedCauses(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  lastIssue: number,
): Promise<(CauseKey & { marked_by: string; marked_at: Date })[]> {
  const { rows } = await queryable.query<CauseKey & { marked_by: string; marked_at: Date }>(
    `select type, nullif(reason, '') as reason, marked_by, marked_at from (${FITTING}) fitting`,
    [workspaceId, syncId, lastIssue],
  );
  return rows;
}

/** Counts anew how many of a report's issues are expected; those that only inform are in no count. */
export async function countExpectedIssues(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  lastIssue: number,
): Promise<void> {
  await queryable.query(
    `update syncs set expected_issues = (
         select coalesce(sum(count), 0) from (${FITTING}) fitting
          where type <> 'admin_protected' and not (type = 'user_skipped' and reason = 'deactivated_manually'))
      where workspace_id = $1 and id = $2`,
    [workspaceId, syncId, lastIssue],
  );
}

/** What a cause is now in a report; `null` = the report does not have it. */
export async function readFingerprint(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  lastIssue: number,
  cause: CauseKey,
): Promise<{ fingerprint: string; count: number } | null> {
  const { rows } = await queryable.query<{ fingerprint: string | null; count: number }>(
    `select ${FINGERPRINT}::text as fingerprint, count(*)::int as count from entries e
      where e.workspace_id = $1 and e.sync_id = $2 and e.position <= $3 and e.type = $4 and coalesce(e.reason, '') = $5`,
    [workspaceId, syncId, lastIssue, cause.type, cause.reason ?? ""],
  );
  const row = rows[0];
  return row === undefined || row.fingerprint === null
    ? null
    : { fingerprint: row.fingerprint, count: row.count };
}

/** Marks a cause as expected; a mark that is there becomes this one. */
export async function writeCauseMark(
  transaction: Queryable,
  workspaceId: number,
  mark: CauseKey & { fingerprint: string; syncNumber: number; by: string },
): Promise<void> {
  await transaction.query(
    `insert into cause_marks (workspace_id, type, reason, fingerprint, sync_number, marked_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, type, reason) do update
       set fingerprint = excluded.fingerprint, marked_by = excluded.marked_by, marked_at = now(),
           sync_number = least(cause_marks.sync_number, excluded.sync_number)`,
    [workspaceId, mark.type, mark.reason ?? "", mark.fingerprint, mark.syncNumber, mark.by],
  );
}

/** Takes a mark away; answers the number of the report it was made in, `null` when there was none. */
export async function deleteCauseMark(
  transaction: Queryable,
  workspaceId: number,
  cause: CauseKey,
): Promise<number | null> {
  const { rows } = await transaction.query<{ sync_number: number }>(
    "delete from cause_marks where workspace_id = $1 and type = $2 and reason = $3 returning sync_number",
    [workspaceId, cause.type, cause.reason ?? ""],
  );
  return rows[0]?.sync_number ?? null;
}

/** The newest reports from number `from` on, up to `limit`, and where their issues end. */
export async function listReportsFrom(
  queryable: Queryable,
  workspaceId: number,
  from: number,
  limit: number,
): Promise<{ id: number; last_issue: number }[]> {
  const { rows } = await queryable.query<{ id: number; last_issue: number }>(
    `select s.id, (select max((range ->> 'last')::int) from jsonb_array_elements(s.plan -> 'ranges') range
                    where range ->> 'kind' = 'issue') as last_issue
       from syncs s where s.workspace_id = $1 and s.number >= $2 and s.plan is not null
      order by s.number desc limit $3`,
    [workspaceId, from, limit],
  );
  return rows.filter(({ last_issue: last }) => last !== null);
}
