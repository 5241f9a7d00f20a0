import type { UpdateType } from "../../../contract/catalogue.ts";
import type { PlanScope } from "./scope.ts";

type Planned = ReadonlyMap<UpdateType, number>;

/** How many updates of each type the people's part of a plan holds; types without one are left out. */
export async function countPlannedOfUsers(
  { transaction }: PlanScope,
  invites: boolean,
): Promise<Planned> {
  const { rows } = await transaction.query<CountRow>(
    `select type, count from (
       select count(*) filter (where action = 'create') as user_created,
              count(*) filter (where action = 'create' and has_product and ${invites}) as user_invited,
              count(*) filter (where action = 'link') as user_linked,
              count(*) filter (where reactivates) as user_reactivated
         from member_plan where skip_type is null) m
      cross join lateral (values ('user_created', m.user_created), ('user_invited', m.user_invited),
        ('user_linked', m.user_linked), ('user_reactivated', m.user_reactivated)) counted (type, count)
     union all select 'user_updated', count(*) from member_changes
     union all select type, count(*) from absent where type <> 'admin_protected' group by type
     union all select case when target_id is null then 'direct_manager_removed' else 'direct_manager_assigned' end, count(*)
       from manager_changes group by 1`,
  );
  return toMap(rows);
}

/** The same of the teams' part: of the teams themselves, and of who and what is in them, where the push has them. */
export async function countPlannedOfTeams(
  { transaction }: PlanScope,
  sections: { teams: boolean; teamMappings: boolean },
): Promise<Planned> {
  const parts = [
    ...(sections.teams
      ? [
          `select case action when 'create' then 'team_created' when 'link' then 'team_linked'
             else case when name <> old_name then 'team_renamed' end end as type, count(*) as count
             from team_plan where skip_type is null group by 1`,
          "select 'team_deleted', count(*) from absent_teams",
        ]
      : []),
    ...(sections.teamMappings
      ? [
          "select type, count(*) from place_changes group by type",
          "select type, count(*) from nesting_changes group by type",
        ]
      : []),
  ];
  if (parts.length === 0) return new Map();
  const { rows } = await transaction.query<CountRow>(parts.join(" union all "));
  return toMap(rows);
}

interface CountRow {
  /** `null` = rows that nothing changes by. */
  type: UpdateType | null;
  count: number;
}

function toMap(rows: readonly CountRow[]): Planned {
  return new Map(
    rows.flatMap(({ type, count }) => (type === null || count === 0 ? [] : [[type, count]])),
  );
}
