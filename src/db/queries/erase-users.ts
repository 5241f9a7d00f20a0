import type { Queryable } from "../database.ts";
import { endLinesOfUsers } from "./direct-managers.ts";

/** Locks users who are to be erased; those that another process erases just now are left out. */
export async function lockUsersToErase(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<number[]> {
  const { rows } = await transaction.query<{ id: number }>(
    `select id from users
      where workspace_id = $1 and id = any ($2::bigint[]) and erased_at is null
      order by id
        for update skip locked`,
    [workspaceId, userIds],
  );
  return rows.map((row) => row.id);
}

/** Whether a sync reads or plans just now: its report, not yet there, may name people as they were a moment ago. */
export async function isPlanning(queryable: Queryable, workspaceId: number): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (
       select from syncs where workspace_id = $1 and phase in ('reading', 'planning')
     ) as found`,
    [workspaceId],
  );
  return rows[0]!.found;
}

export interface Identity {
  name: string | null;
  email: string | null;
  external_id: string | null;
}

/** A field of a change where it is a value: of locks, the audit log says true and false in its place. */
const textOf = (field: string) =>
  `case when jsonb_typeof(change -> '${field}') = 'string' then change ->> '${field}' end`;

/** Every name, email and external id that these users have, or had in any report or in the audit log. */
export async function readIdentities(
  queryable: Queryable,
  workspaceId: number,
  userIds: readonly number[],
  auditIds: readonly string[],
): Promise<Identity[]> {
  const { rows } = await queryable.query<Identity>(
    `select name, email, external_id from users where workspace_id = $1 and id = any ($2::bigint[])
     union
     select name, former_email, external_id from users where workspace_id = $1 and id = any ($2::bigint[])
     union
     select name, email, external_id from entries
      where workspace_id = $1 and user_id = any ($2::bigint[]) and type not like 'team%'
     union
     select null, ${textOf("email")}, ${textOf("externalId")}
       from audit a
       cross join lateral (values (a.before), (a.after)) as side (change)
      where a.workspace_id = $1 and a.target_type = 'user' and a.target_id = any ($3) and change is not null
     union
     select target_name, null, null from audit
      where workspace_id = $1 and target_type = 'user' and target_id = any ($3)
     union
     select null, ${textOf("email")}, null
       from entries e
       cross join lateral (values (e.before), (e.after)) as side (change)
      where e.workspace_id = $1 and e.user_id = any ($2::bigint[]) and change is not null`,
    [workspaceId, userIds, auditIds],
  );
  return rows;
}

/** Blanks the users themselves; their rows stay, so that reports keep their counts. */
export async function blankUsers(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<void> {
  await transaction.query(
    `update users
        set email = null, former_email = null, source_id = null, external_id = null, profile = '{}',
            state = 'deleted', state_before = null, role = 'employee',
            removed_at = coalesce(removed_at, now()), erased_at = now(), updated_at = now()
      where workspace_id = $1 and id = any ($2::bigint[])`,
    [workspaceId, userIds],
  );
}

/** Removes what hangs on erased users: lines to them, places, locks, invitations and with these their mail. */
export async function deleteTiesOfUsers(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<void> {
  const values = [workspaceId, userIds];
  await endLinesOfUsers(transaction, workspaceId, userIds);
  await transaction.query(
    "delete from team_places where workspace_id = $1 and user_id = any ($2::bigint[])",
    values,
  );
  await transaction.query(
    "delete from value_locks where workspace_id = $1 and user_id = any ($2::bigint[])",
    values,
  );
  await transaction.query(
    "delete from invitations where workspace_id = $1 and user_id = any ($2::bigint[])",
    values,
  );
}

/** Tombstones whose undo window is over, in any workspace; the oldest first. */
export async function findExpiredTombstones(
  queryable: Queryable,
  defaultUndoWindowDays: number,
  limit: number,
): Promise<{ workspace_id: number; ids: number[] }[]> {
  const { rows } = await queryable.query<{ workspace_id: number; ids: number[] }>(
    `select w.id as workspace_id, expired.ids
       from workspaces w
       cross join lateral (
         select array_agg(id::int8 order by removed_at, id) as ids from (
           select id, removed_at from users u
            where u.workspace_id = w.id and u.state = 'deleted' and u.erased_at is null
              and u.removed_at < now() - coalesce((w.settings ->> 'undoWindowDays')::int, $1) * interval '1 day'
            order by removed_at limit $2
         ) oldest
       ) expired
      where expired.ids is not null`,
    [defaultUndoWindowDays, limit],
  );
  // Elements of an array come as text.
  return rows.map((row) => ({ ...row, ids: row.ids.map(Number) }));
}

/** Which of these emails and external ids belong to users who stay: recycled addresses, ids given to another. */
export async function readIdentitiesInUse(
  queryable: Queryable,
  workspaceId: number,
  erasedIds: readonly number[],
  emails: readonly string[],
  externalIds: readonly string[],
): Promise<{ emails: string[]; externalIds: string[] }> {
  const { rows } = await queryable.query<{ email: string | null; external_id: string | null }>(
    `select email, external_id from users
      where workspace_id = $1 and id <> all ($2::bigint[]) and (email = any ($3) or external_id = any ($4))`,
    [workspaceId, erasedIds, emails, externalIds],
  );
  return {
    emails: rows.flatMap((row) => row.email ?? []),
    externalIds: rows.flatMap((row) => row.external_id ?? []),
  };
}
