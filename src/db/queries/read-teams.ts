import type { IssueType, UserState } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";
import { openIssueTypes } from "./open-issues.ts";
import type { NamePosition } from "./read-users.ts";

interface NamedRow {
  id: number;
  name: string;
}

/** A team with everything the contract shows. */
export interface TeamRow {
  id: number;
  external_id: string | null;
  source_id: number | null;
  source_kind: string | null;
  source_name: string | null;
  source_active: boolean | null;
  name: string;
  parent_id: number | null;
  parent_name: string | null;
  children: NamedRow[];
  managers: NamedRow[];
  member_count: number;
  open_issues: IssueType[];
  created_at: Date;
  updated_at: Date;
  sort_name: string;
}

const selectTeams = (found: string) => `
  with found as materialized (${found})
  select t.id, t.external_id, t.source_id, source.kind as source_kind, source.name as source_name,
    source.active as source_active, t.name, t.parent_id, parent.name as parent_name,
    coalesce(children.list, '[]') as children, coalesce(managers.list, '[]') as managers,
    (select count(*) from team_places p where p.workspace_id = $1 and p.team_id = t.id and p.is_member) as member_count,
    ${openIssueTypes("e.team_id = t.id")} as open_issues, t.created_at, t.updated_at, found.sort_name
  from found
  join teams t on t.workspace_id = $1 and t.id = found.id
  left join sources source on source.workspace_id = $1 and source.id = t.source_id
  left join teams parent on parent.workspace_id = $1 and parent.id = t.parent_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id) as list
      from teams c where c.workspace_id = $1 and c.parent_id = t.id
  ) children on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id) as list
      from team_places p join users u on u.workspace_id = $1 and u.id = p.user_id
     where p.workspace_id = $1 and p.team_id = t.id and p.is_manager
  ) managers on true
  order by found.sort_name collate "C", t.id`;

/** One team; `null` when the workspace has none of that id. */
export async function readTeam(
  queryable: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<TeamRow | null> {
  const { rows } = await queryable.query<TeamRow>(
    selectTeams("select id, name as sort_name from teams where workspace_id = $1 and id = $2"),
    [workspaceId, teamId],
  );
  return rows[0] ?? null;
}

/** Filters of the list; `null` = not filtered. `parentId: "none"` = teams without a parent. */
export interface TeamFilter {
  q: string | null;
  parentId: number | "none" | null;
  linked: boolean | null;
  /** Neither members nor subteams. */
  empty: boolean | null;
}

/** Up to `limit` teams by folded name and id. */
export async function listTeams(
  queryable: Queryable,
  workspaceId: number,
  filter: TeamFilter,
  after: NamePosition | null,
  limit: number,
): Promise<TeamRow[]> {
  const { rows } = await queryable.query<TeamRow>(
    selectTeams(`
      select id, fold(name) as sort_name from teams
       where workspace_id = $1
         and ($2::text is null or strpos(fold(name), fold($2)) > 0 or strpos(fold(external_id), fold($2)) > 0)
         and (not $3::boolean or parent_id is null)
         and ($4::bigint is null or parent_id = $4)
         and ($5::boolean is null or (external_id is not null) = $5)
         and ($6::text is null or (fold(name) collate "C", id) > ($6, $7::bigint))
         and ($8::boolean is null or $8 = (
           not exists (select from team_places p where p.workspace_id = $1 and p.team_id = teams.id and p.is_member)
           and not exists (select from teams c where c.workspace_id = $1 and c.parent_id = teams.id)))
       order by fold(name) collate "C", id
       limit $9`),
    [
      ...[
        workspaceId,
        filter.q,
        filter.parentId === "none",
        typeof filter.parentId === "number" ? filter.parentId : null,
      ],
      ...[filter.linked, after?.name ?? null, after?.id ?? null, filter.empty, limit],
    ],
  );
  return rows;
}

/** A user's place, seen from the team. */
export interface TeamMemberRow {
  id: number;
  name: string;
  email: string | null;
  state: UserState;
  is_member: boolean;
  is_manager: boolean;
  sort_name: string;
}

/** Up to `limit` people of a team by folded name and id. */
export async function listTeamMembers(
  queryable: Queryable,
  workspaceId: number,
  teamId: number,
  after: NamePosition | null,
  limit: number,
): Promise<TeamMemberRow[]> {
  const { rows } = await queryable.query<TeamMemberRow>(
    `select u.id, u.name, u.email, u.state, p.is_member, p.is_manager, fold(u.name) as sort_name
       from team_places p join users u on u.workspace_id = $1 and u.id = p.user_id
      where p.workspace_id = $1 and p.team_id = $2
        and ($3::text is null or (fold(u.name) collate "C", u.id) > ($3, $4::bigint))
      order by fold(u.name) collate "C", u.id
      limit $5`,
    [workspaceId, teamId, after?.name ?? null, after?.id ?? null, limit],
  );
  return rows;
}
