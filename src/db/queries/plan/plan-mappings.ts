import type { PlanScope } from "./scope.ts";

/** Fills `mapping_plan`: each row with the team, and the member or subteam, that its ids resolve to after the run. */
export async function matchMappings(scope: PlanScope): Promise<void> {
  await scope.transaction.query(
    `create temp table mapping_plan on commit drop as
     with faults as (
       select distinct on (r.row_no) r.row_no, f.type, f.reason, f.value
         from flaws f join mapping_rows r on r.chunk = f.chunk and r.place = f.place
        where f.section = 'teamMappings' and f.skips order by r.row_no
     )
     select r.row_no, r.line, r.team_external_id, r.member_external_id, r.subteam_external_id, r.is_member, r.is_manager,
            g.id as team_id, p.id as user_id, child.id as child_id,
            coalesce(f.type, case
              when g.id is null or r.member_external_id is not null and p.id is null
                   or r.subteam_external_id is not null and child.id is null then 'team_mapping_skipped'
              when child.id = g.id then 'subteam_cycle' end) as skip_type,
            coalesce(f.reason, case
              when g.id is null then 'unknown_team'
              when r.member_external_id is not null and p.id is null then 'unknown_member'
              when r.subteam_external_id is not null and child.id is null then 'unknown_team'
              when child.id = g.id then 'self_subteam' end) as skip_reason,
            case when f.row_no is not null then f.value when g.id is null then r.team_external_id
                 else coalesce(r.member_external_id, r.subteam_external_id) end as fault_value,
            null::text as first_parent, null::int as first_line
       from mapping_rows r
       left join faults f on f.row_no = r.row_no
       left join groups g on g.external_id = r.team_external_id and not g.gone
       left join people p on p.external_id = r.member_external_id and not p.gone
       left join groups child on child.external_id = r.subteam_external_id and not child.gone`,
  );
}

/**
 * Fills `place_changes`: places in linked teams that begin or end. Rows of one pair add up; a row with both flags
 * false ends both; in full mode so does naming a linked user no longer (domain rules, sections 7 and 11).
 */
export async function findPlaceChanges(scope: PlanScope): Promise<void> {
  const workspace = Number(scope.workspaceId);
  await scope.transaction.query(
    `create temp table wanted_places on commit drop as
     select team_id, user_id, bool_or(is_member) filter (where skip_type is null) as is_member,
            bool_or(is_manager) filter (where skip_type is null) as is_manager,
            min(line) filter (where skip_type is null and is_member) as member_line,
            min(line) filter (where skip_type is null and is_manager) as manager_line,
            min(line) filter (where skip_type is null) as line
       from mapping_plan where team_id is not null and user_id is not null
      group by team_id, user_id`,
  );
  await scope.transaction.query(
    `create temp table place_changes on commit drop as
     with present as (
       select t.team_id, t.user_id, t.is_member, t.is_manager from team_places t
         join groups g on g.id = t.team_id and g.external_id is not null and not g.gone
        where t.workspace_id = ${workspace}
          and not exists (select from people p where p.id = t.user_id and p.gone)
     ), pairs as (
       select coalesce(w.team_id, h.team_id) as team_id, coalesce(w.user_id, h.user_id) as user_id,
              coalesce(h.is_member, false) as was_member, coalesce(h.is_manager, false) as was_manager,
              case when w.team_id is not null then coalesce(w.is_member, h.is_member, false)
                   when p.id is not null or not ${scope.removesAbsent} then h.is_member else false end as is_member,
              case when w.team_id is not null then coalesce(w.is_manager, h.is_manager, false)
                   when p.id is not null or not ${scope.removesAbsent} then h.is_manager else false end as is_manager,
              w.member_line, w.manager_line, w.line
         from wanted_places w
         full join present h on h.team_id = w.team_id and h.user_id = w.user_id
         -- Who is not the source's keeps the places that no row names.
         left join people p on p.id = h.user_id and p.external_id is null and w.team_id is null
     )
     select team_id, user_id, c.type, c.line
       from pairs cross join lateral (
         select case when is_member then 'team_member_added' else 'team_member_removed' end as type,
                coalesce(case when is_member then member_line end, line) as line where is_member <> was_member
         union all
         select case when is_manager then 'team_manager_assigned' else 'team_manager_removed' end,
                coalesce(case when is_manager then manager_line end, line) where is_manager <> was_manager) c
      where is_member <> was_member or is_manager <> was_manager`,
  );
}

/** A child with two different parents in one input: the first row's parent wins, the other rows are skipped. */
export async function findSubteamConflicts({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `with first as (
       select distinct on (child_id) child_id, team_id, line from mapping_plan
        where child_id is not null and team_id is not null and skip_type is null order by child_id, row_no
     )
     update mapping_plan m set skip_type = 'subteam_conflict', first_parent = g.name, first_line = f.line
       from first f join groups g on g.id = f.team_id
      where m.child_id = f.child_id and m.skip_type is null and m.team_id <> f.team_id`,
  );
}

/** The nesting before and after the run: team ids with their parents. */
export async function readNesting(
  scope: PlanScope,
): Promise<{ id: number; name: string; before: number | null; after: number | null }[]> {
  const { rows } = await scope.transaction.query<{
    id: number;
    name: string;
    before: number | null;
    after: number | null;
  }>(
    `with wanted as (
       select distinct on (child_id) child_id, team_id from mapping_plan
        where child_id is not null and skip_type is null order by child_id, row_no
     ), named as (select distinct child_id, team_id from mapping_plan where child_id is not null and team_id is not null),
     cyclic as (select distinct child_id from mapping_plan where skip_type = 'subteam_cycle')
     select g.id, g.name, case when parent.gone then null else g.parent_id end as before,
            case when w.child_id is not null then w.team_id
                 when parent.gone then null
                 when g.parent_id is not null and ${scope.removesAbsent} and g.external_id is not null
                      and parent.external_id is not null and n.child_id is null and c.child_id is null then null
                 else g.parent_id end as after
       from groups g
       left join groups parent on parent.id = g.parent_id
       left join wanted w on w.child_id = g.id
       left join named n on n.child_id = g.id and n.team_id = g.parent_id
       left join cyclic c on c.child_id = g.id
      where not g.gone
      order by g.id`,
  );
  return rows;
}

/** Skips every row of a ring of subteams. */
export async function skipSubteamRows(
  { transaction }: PlanScope,
  lines: { child: number; parent: number }[],
): Promise<void> {
  if (lines.length === 0) return;
  await transaction.query(
    `update mapping_plan m set skip_type = 'subteam_cycle', skip_reason = 'loop'
       from unnest($1::bigint[], $2::bigint[]) l(child, parent)
      where m.child_id = l.child and m.team_id = l.parent and m.skip_type is null`,
    [lines.map((line) => line.child), lines.map((line) => line.parent)],
  );
}

/** Fills `nesting_changes` with the moves that are left. */
export async function stageNestingChanges(
  { transaction }: PlanScope,
  changes: { child: number; parent: number; type: "subteam_added" | "subteam_removed" }[],
  rings: { child: number; names: string[] }[],
): Promise<void> {
  await transaction.query(
    "create temp table nesting_changes (child_id bigint, team_id bigint, type text) on commit drop",
  );
  await transaction.query(
    "create temp table nesting_rings (child_id bigint, names jsonb) on commit drop",
  );
  if (changes.length > 0) {
    await transaction.query(
      "insert into nesting_changes select * from unnest($1::bigint[], $2::bigint[], $3::text[])",
      [changes.map((c) => c.child), changes.map((c) => c.parent), changes.map((c) => c.type)],
    );
  }
  if (rings.length > 0) {
    await transaction.query(
      "insert into nesting_rings select c, n::jsonb from unnest($1::bigint[], $2::text[]) r(c, n)",
      [rings.map((ring) => ring.child), rings.map((ring) => JSON.stringify(ring.names))],
    );
  }
}
