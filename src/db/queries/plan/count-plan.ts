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

export async function countBases({
  transaction,
  workspaceId,
  sourceId,
  syncId,
}: PlanScope): Promise<PlanBases> {
  const { rows } = await transaction.query<PlanBases>(
    `with linked as materialized (
       select id, state, role, manager_id, profile from users
        where workspace_id = $1 and source_id = $2 and external_id is not null and state <> 'deleted'
     ), places as (
       select count(*) filter (where p.is_member)::int as members, count(*) filter (where p.is_manager)::int as managers
         from team_places p
         join teams t on t.workspace_id = $1 and t.id = p.team_id and t.source_id = $2 and t.external_id is not null
         join linked l on l.id = p.user_id
        where p.workspace_id = $1
     ), updated as (
       select before, after from entries where workspace_id = $1 and sync_id = $3 and type = 'user_updated'
     ), cleared as (
       select a.key as property, count(*)::int as planned from updated u cross join lateral jsonb_each(u.after) a
        where a.value = 'null' group by a.key
     )
     select (select count(*) from linked where state in ('created', 'invited', 'active') and role <> 'admin')::int as users,
            (select count(*) from teams where workspace_id = $1 and source_id = $2 and external_id is not null)::int as teams,
            (select members from places) as team_members, (select managers from places) as team_managers,
            (select count(*) from linked where manager_id is not null)::int as direct_managers,
            (select count(*) from updated where after ? 'email' or (after ? 'firstName' and after ? 'lastName'))::int as identities,
            (select coalesce(jsonb_agg(jsonb_build_object('property', c.property, 'planned', c.planned,
               'base', (select count(*) from linked where profile ? c.property))), '[]') from cleared c) as cleared,
            (select count(*) from entries e join entries c on c.workspace_id = $1 and c.sync_id = $3 and c.type = 'user_created' and c.user_id = e.user_id
              where e.workspace_id = $1 and e.sync_id = $3 and e.type = 'direct_manager_assigned')::int as new_lines`,
    [workspaceId, sourceId, syncId],
  );
  return rows[0]!;
}

export interface ImpactCounts {
  total: number;
  users: number;
  teams: number;
  taken: number;
}

/** Issues that ask for something, with how many people and teams they are about (section 8). */
export async function countImpact({
  transaction,
  workspaceId,
  syncId,
}: PlanScope): Promise<ImpactCounts> {
  const { rows } = await transaction.query<ImpactCounts>(
    `select count(*)::int as total,
            count(distinct coalesce(user_id::text, external_id, email, section || line)) filter (where team_id is null and section is distinct from 'teams'
              and type not in ('unknown_property', 'team_skipped', 'team_mapping_skipped', 'subteam_conflict', 'subteam_cycle'))::int as users,
            count(distinct coalesce(team_id::text, external_id, section || line)) filter (where type in ('team_skipped', 'team_mapping_skipped', 'subteam_conflict', 'subteam_cycle'))::int as teams,
            count(*) filter (where reason = 'email_taken')::int as taken
       from entries
      where workspace_id = $1 and sync_id = $2 and step = 0
        and type <> 'admin_protected' and not (type = 'user_skipped' and reason = 'deactivated_manually')`,
    [workspaceId, syncId],
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
