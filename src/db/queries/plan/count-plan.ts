import type { Queryable } from "../../database.ts";
import type { PlanScope } from "./scope.ts";

/** The bases that shares are taken of: linked records before the run (domain rules, section 11). */
export interface PlanBases {
  users: number;
  teams: number;
  team_members: number;
  team_managers: number;
  direct_managers: number;
  /** Updates of users, `user_invited` and the Direct Manager of users created in this run left out. */
  identities: number;
  cleared: { property: string; planned: number; base: number }[];
  new_lines: number;
}

export async function countBases(
  { transaction, workspaceId, sourceId }: PlanScope,
  withMembers: boolean,
): Promise<PlanBases> {
  const linked = `workspace_id = $1 and source_id = $2 and external_id is not null`;
  const { rows } = await transaction.query<Omit<PlanBases, keyof MemberBases>>(
    // Few in most workspaces, so that what is the source's is found by leaving these out.
    `with unlinked as materialized (
       select id from users
        where workspace_id = $1 and (source_id is distinct from $2 or external_id is null or state = 'deleted')
     )
     select users.*, places.*,
            (select count(*) from teams where ${linked})::int as teams
       from (select count(*) filter (where state in ('created', 'invited', 'active') and role <> 'admin')::int as users,
                    (select count(*) from direct_managers l
                      where l.workspace_id = $1 and not exists (select from unlinked u where u.id = l.user_id))::int as direct_managers
               from users where ${linked} and state <> 'deleted') users,
            (select count(*) filter (where p.is_member)::int as team_members,
                    count(*) filter (where p.is_manager)::int as team_managers
               from team_places p
               join teams t on t.workspace_id = $1 and t.id = p.team_id and t.source_id = $2 and t.external_id is not null
              where p.workspace_id = $1
                and not exists (select from unlinked u where u.id = p.user_id)) places`,
    [workspaceId, sourceId],
  );
  const members = withMembers
    ? await countMemberBases(transaction, workspaceId, sourceId)
    : { identities: 0, cleared: [], new_lines: 0 };
  return { ...rows[0]!, ...members };
}

type MemberBases = Pick<PlanBases, "identities" | "cleared" | "new_lines">;

async function countMemberBases(
  transaction: Queryable,
  workspaceId: number,
  sourceId: number,
): Promise<MemberBases> {
  const { rows } = await transaction.query<MemberBases>(
    `with cleared as (
       select a.key as property, count(*)::int as planned
         from member_changes c cross join lateral jsonb_each(c.after) a
        where a.value = 'null' group by a.key
     )
     select (select count(*) from member_changes where after ? 'email' or (after ? 'firstName' and after ? 'lastName'))::int as identities,
            (select coalesce(jsonb_agg(jsonb_build_object('property', c.property, 'planned', c.planned,
               'base', (select count(*) from users
                         where workspace_id = $1 and source_id = $2 and external_id is not null and state <> 'deleted'
                           and profile ? c.property))), '[]') from cleared c) as cleared,
            (select count(*) from manager_changes where is_new and target_id is not null)::int as new_lines`,
    [workspaceId, sourceId],
  );
  return rows[0]!;
}

export interface ImpactCounts {
  total: number;
  users: number;
  teams: number;
  taken: number;
}

/** Issues that ask for something, with how many people and teams they are about (section 8). `last` = the last issue. */
export async function countImpact(
  { transaction, workspaceId, syncId }: PlanScope,
  last: number,
): Promise<ImpactCounts> {
  const { rows } = await transaction.query<ImpactCounts>(
    `select count(*)::int as total,
            count(distinct coalesce(user_id::text, external_id, email, section || line)) filter (where team_id is null
              and (section is null or section = 'members')
              and type not in ('unknown_property', 'team_skipped', 'team_mapping_skipped', 'subteam_conflict', 'subteam_cycle'))::int as users,
            count(distinct coalesce(team_id::text, external_id, section || line)) filter (where type in ('team_skipped', 'team_mapping_skipped', 'subteam_conflict', 'subteam_cycle')
                 or type = 'invalid_value' and section in ('teams', 'teamMappings'))::int as teams,
            count(*) filter (where reason = 'email_taken')::int as taken
       from entries
      where workspace_id = $1 and sync_id = $2 and position <= $3
        and type <> 'admin_protected' and not (type = 'user_skipped' and reason = 'deactivated_manually')`,
    [workspaceId, syncId, last],
  );
  return rows[0]!;
}

/** Whether some address goes from one user to another within `user_updated`: then that step is one batch. */
export async function hasEmailHandovers({ transaction }: PlanScope): Promise<boolean> {
  const { rows } = await transaction.query<{ found: boolean }>(
    `select exists (select 1 from member_changes c join member_plan m on m.row_no = c.row_no
       where c.after ? 'email' and m.holder_id is not null and m.holder_id <> m.user_id) as found`,
  );
  return rows[0]?.found ?? false;
}
