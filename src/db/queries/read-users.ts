import type { IssueType, UserRole, UserState } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";
import { openIssueTypes } from "./open-issues.ts";
import { PASSES_ALL, type UserFilter, userFilterValues } from "./user-filter.ts";

/** A user with everything the contract shows. */
export interface UserRow {
  id: number;
  external_id: string | null;
  source_id: number | null;
  source_kind: string | null;
  source_name: string | null;
  source_active: boolean | null;
  email: string | null;
  former_email: string | null;
  name: string;
  profile: Record<string, string | string[]>;
  state: UserState;
  role: UserRole;
  manager_id: number | null;
  manager_name: string | null;
  teams: { id: number; name: string; isMember: boolean; isManager: boolean }[];
  locks: Record<string, { by: string; at: string }>;
  invited_at: Date | null;
  invitation_expires_at: Date | null;
  mail_state: "none" | "waiting" | "sent" | "failed" | null;
  mail_failure: string | null;
  removed_by: "sync" | "person" | null;
  removed_at: Date | null;
  erased_at: Date | null;
  open_issues: IssueType[];
  last_sync_id: number | null;
  last_sync_number: number | null;
  created_at: Date;
  updated_at: Date;
  sort_name: string;
}

/** The rows come first, by filter and page; what belongs to them is then looked up for these few only. */
const selectUsers = (found: string) => `
  with found as materialized (${found})
  select u.id, u.external_id, u.source_id, source.kind as source_kind, source.name as source_name,
    source.active as source_active, u.email, u.former_email, u.name, u.profile, u.state, u.role,
    line.manager_id, manager.name as manager_name, coalesce(places.teams, '[]') as teams,
    coalesce(kept.locks, '{}') as locks,
    invitation.created_at as invited_at, invitation.expires_at as invitation_expires_at,
    invitation.mail_state, invitation.failure as mail_failure,
    u.removed_by, u.removed_at, u.erased_at, ${openIssueTypes("e.user_id = u.id")} as open_issues, last_sync.id as last_sync_id, last_sync.number as last_sync_number,
    u.created_at, greatest(u.updated_at, line.updated_at) as updated_at, found.sort_name
  from found
  join users u on u.workspace_id = $1 and u.id = found.id
  left join sources source on source.workspace_id = $1 and source.id = u.source_id
  left join direct_managers line on line.workspace_id = $1 and line.user_id = u.id
  left join users manager on manager.workspace_id = $1 and manager.id = line.manager_id
  left join lateral (
    select jsonb_agg(jsonb_build_object(
        'id', t.id, 'name', t.name, 'isMember', p.is_member, 'isManager', p.is_manager) order by t.name, t.id) as teams
      from team_places p join teams t on t.workspace_id = $1 and t.id = p.team_id
     where p.workspace_id = $1 and p.user_id = u.id
  ) places on true
  left join lateral (
    select jsonb_object_agg(l.property, jsonb_build_object('by', l.locked_by, 'at', l.locked_at)) as locks
      from value_locks l where l.workspace_id = $1 and l.user_id = u.id
  ) kept on true
  left join lateral (
    select i.created_at, i.expires_at, mail.failure,
        case when mail.id is null then 'none' when mail.sent_at is not null then 'sent'
             when mail.failed_at is not null then 'failed' else 'waiting' end as mail_state
      from invitations i
      left join mail_outbox mail on mail.workspace_id = $1 and mail.invitation_id = i.id
     where i.workspace_id = $1 and i.user_id = u.id and i.used_at is null and i.replaced_at is null
     limit 1
  ) invitation on true
  left join lateral (
    select s.id, s.number
      from entries e join syncs s on s.workspace_id = $1 and s.id = e.sync_id
     where e.workspace_id = $1 and e.user_id = u.id
     order by e.sync_id desc limit 1
  ) last_sync on true
  order by found.sort_name collate "C", u.id`;

/** One user, tombstones included; `null` when the workspace has none of that id. */
export async function readUser(
  queryable: Queryable,
  workspaceId: number,
  userId: number,
): Promise<UserRow | null> {
  const { rows } = await queryable.query<UserRow>(
    selectUsers("select id, name as sort_name from users where workspace_id = $1 and id = $2"),
    [workspaceId, userId],
  );
  return rows[0] ?? null;
}

/** Where a page goes on: behind this user. */
export interface NamePosition {
  name: string;
  id: number;
}

/** Up to `limit` users by folded name and id. Who is erased is never listed. */
export async function listUsers(
  queryable: Queryable,
  workspaceId: number,
  filter: UserFilter,
  after: NamePosition | null,
  limit: number,
): Promise<UserRow[]> {
  const { rows } = await queryable.query<UserRow>(
    selectUsers(`
      select id, fold(name) as sort_name from users
       where ${PASSES_ALL}
         and ($11::text is null or (fold(name) collate "C", id) > ($11, $12::bigint))
       order by fold(name) collate "C", id
       limit $13`),
    [...userFilterValues(workspaceId, filter), after?.name ?? null, after?.id ?? null, limit],
  );
  return rows;
}

/** The ids of all users that pass, in the order of the list: as one text, because a row each costs ten times as much. */
export async function readUserOrder(
  queryable: Queryable,
  workspaceId: number,
  filter: UserFilter,
): Promise<Float64Array> {
  const { rows } = await queryable.query<{ ids: string | null }>(
    `select string_agg(id::text, ',' order by fold(name) collate "C", id) as ids
       from users where ${PASSES_ALL}`,
    userFilterValues(workspaceId, filter),
  );
  const ids = rows[0]?.ids ?? null;
  return Float64Array.from(ids === null ? [] : ids.split(","), Number);
}

/** The users of these ids, in the order of the list. */
export async function readUsersAt(
  queryable: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<UserRow[]> {
  const { rows } = await queryable.query<UserRow>(
    selectUsers(`
      select id, fold(name) as sort_name from users
       where workspace_id = $1 and id = any ($2::bigint[]) and erased_at is null`),
    [workspaceId, userIds],
  );
  return rows;
}
