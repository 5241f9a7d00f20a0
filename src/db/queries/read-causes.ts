import {
  type EntryType,
  ISSUE_TYPES,
  SUBJECT_OF,
  type SubjectType,
} from "../../contract/catalogue.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { Queryable } from "../database.ts";

export interface CauseRow {
  type: EntryType;
  reason: string | null;
  count: number;
  impacted_users: number;
  impacted_teams: number;
  /** The first of them that a row of the input was about, not a column; null = none was. */
  first_with_row: number | null;
}

/**
 * The issues of a report, positions 1..`last`, grouped by type and reason, with how many people and teams each touches.
 * Who is not in the directory counts by the external id, email or row that names them.
 */
export async function countCauses(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  last: number,
): Promise<CauseRow[]> {
  const { rows } = await queryable.query<CauseRow>(
    `select type, reason, count(*) as count,
       count(distinct who) filter (where subject = 'user') as impacted_users,
       count(distinct who) filter (where subject = 'team') as impacted_teams,
       min(position) filter (
         where section is not null and line is not null and type <> 'unknown_property') as first_with_row
     from (
       select type, reason, position, section, line,
         case when type = 'invalid_value' and section in ('teams', 'teamMappings') then 'team'
              when type = any ($4) then 'user' when type = any ($5) then 'team' end as subject,
         coalesce('i' || coalesce(user_id, team_id), 'x' || external_id, 'e' || email, 'p' || position) as who
       from entries
       where workspace_id = $1 and sync_id = $2 and position <= $3
     ) as issues
     group by type, reason`,
    [workspaceId, syncId, last, typesAbout("user"), typesAbout("team")],
  );
  return rows;
}

function typesAbout(subject: SubjectType): EntryType[] {
  return ISSUE_TYPES.filter((type) => SUBJECT_OF[type] === subject);
}

export interface EarlierSync {
  id: number;
  plan: PlanSummary;
}

/**
 * The runs before `number` that took effect and are comparable: same source, same mode, finished, not a preview.
 * Newest first.
 */
export async function listEarlierSyncs(
  queryable: Queryable,
  sync: { workspaceId: number; sourceId: number; mode: string; number: number },
  limit: number,
): Promise<EarlierSync[]> {
  const { rows } = await queryable.query<EarlierSync>(
    `select id, plan from syncs
     where workspace_id = $1 and source_id = $2 and mode = $3 and number < $4
       and phase = 'done' and status in ('completed', 'approved') and not dry_run and plan is not null
     order by number desc limit $5`,
    [sync.workspaceId, sync.sourceId, sync.mode, sync.number, limit],
  );
  return rows;
}

/** The same, after `number`, oldest first. */
export async function listLaterSyncs(
  queryable: Queryable,
  sync: { workspaceId: number; sourceId: number; mode: string; number: number },
  limit: number,
): Promise<(EarlierSync & { number: number; finished_at: Date })[]> {
  const { rows } = await queryable.query<EarlierSync & { number: number; finished_at: Date }>(
    `select id, number, plan, finished_at from syncs
     where workspace_id = $1 and source_id = $2 and mode = $3 and number > $4
       and phase = 'done' and status in ('completed', 'approved') and not dry_run and plan is not null
     order by number limit $5`,
    [sync.workspaceId, sync.sourceId, sync.mode, sync.number, limit],
  );
  return rows;
}

/** A type and reason to look for within the type's range in another report. */
export interface CausePlace {
  reason: string | null;
  first: number;
  last: number;
}

/** Whether each of `places` holds an issue of its reason in the sync; stops at the first one found. */
export async function findReasons(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  places: readonly CausePlace[],
): Promise<boolean[]> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (
         select 1 from entries
         where workspace_id = $1 and sync_id = $2 and position between place.first and place.last
           and reason is not distinct from place.reason
       ) as found
     from unnest($3::text[], $4::int[], $5::int[]) with ordinality as place (reason, first, last, n)
     order by n`,
    [
      ...[workspaceId, syncId, places.map((place) => place.reason)],
      ...[places.map((place) => place.first), places.map((place) => place.last)],
    ],
  );
  return rows.map((row) => row.found);
}
