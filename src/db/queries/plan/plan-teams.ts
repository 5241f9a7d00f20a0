import type { PlanScope } from "./scope.ts";

/** Fills `team_plan`: each row beside the team that it meets (domain rules, section 4), and what is decided for it. */
export async function matchTeams(scope: PlanScope): Promise<void> {
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  await scope.transaction.query(
    `create temp table team_plan on commit drop as
     with same_id as (
       select external_id, min(row_no) as first from team_rows
        where external_id is not null group by external_id having count(*) > 1
     ), faults as (
       select distinct on (row_no) row_no, type, reason, value, first from (
         select r.row_no, 0 as rank, f.type, f.reason, f.value, null::int as first
           from flaws f join team_rows r on r.chunk = f.chunk and r.place = f.place
          where f.section = 'teams' and f.skips
         union all
         select r.row_no, 1, 'team_skipped', 'duplicate_external_id', r.external_id, s.first
           from team_rows r join same_id s on s.external_id = r.external_id and r.row_no > s.first) all_faults
        order by row_no, rank
     ), sound as (
       select r.*, f.type as skip_type, f.reason as skip_reason, f.value as fault_value, first_row.line as first_line,
              by_id.id as id_team, by_id.name as old_name,
              case when f.type is null then count(*) filter (where f.type is null) over (partition by r.name) end as namesakes
         from team_rows r
         left join faults f on f.row_no = r.row_no
         left join team_rows first_row on first_row.row_no = f.first
         left join teams by_id on by_id.workspace_id = ${workspace} and by_id.source_id = ${source}
              and by_id.external_id = r.external_id
     ), unclaimed as (
       select name, min(id) as id, min(source_id) as source_id from teams
        where workspace_id = ${workspace} and source_id is distinct from ${source}
        group by name having count(*) = 1
     )
     select s.row_no, s.line, s.external_id, s.name, s.skip_type, s.skip_reason, s.fault_value, s.first_line,
            s.old_name, u.source_id as from_source_id,
            case when s.skip_type is not null then null
                 when s.id_team is not null then 'keep'
                 when u.id is not null then 'link'
                 else 'create' end as action,
            case when s.id_team is not null then s.id_team
                 when s.skip_type is not null then null
                 when u.id is not null then u.id
                 else nextval('team_ids') end as team_id
       from sound s
       left join unclaimed u on s.id_team is null and s.skip_type is null and s.namesakes = 1 and u.name = s.name`,
  );
}

/** Fills `absent_teams`: linked teams that no row names. */
export async function findAbsentTeams(scope: PlanScope): Promise<void> {
  await scope.transaction.query(
    `create temp table absent_teams on commit drop as
     select t.id from teams t
      where ${scope.removesAbsent} and t.workspace_id = ${Number(scope.workspaceId)}
        and t.source_id = ${Number(scope.sourceId)} and t.external_id is not null
        and not exists (select 1 from team_rows r where r.external_id = t.external_id)`,
  );
}

/** Fills `groups`: every team as it will be after the run; `gone` = deleted in it, `sort_place` = its place in a report. */
export async function stageGroups(scope: PlanScope, withTeams: boolean): Promise<void> {
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  await scope.transaction.query(
    `create temp table groups on commit drop as
     select *, dense_rank() over (order by fold(name) collate "C", coalesce(external_id, '') collate "C") as sort_place from (${
       withTeams
         ? `select t.id, case when p.team_id is not null then p.external_id when t.source_id = ${source} then t.external_id end as external_id,
                case when p.action = 'keep' then p.name else t.name end as name, t.parent_id, false as is_new, a.id is not null as gone
           from teams t
           left join team_plan p on p.team_id = t.id and p.skip_type is null and p.action <> 'create'
           left join absent_teams a on a.id = t.id
          where t.workspace_id = ${workspace}
         union all
         select team_id, external_id, name, null, true, false from team_plan where skip_type is null and action = 'create'`
         : `select id, case when source_id = ${source} then external_id end as external_id, name, parent_id,
                false as is_new, false as gone
           from teams where workspace_id = ${workspace}`
     }) g`,
  );
}
