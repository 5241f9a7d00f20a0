import type { Queryable } from "../database.ts";

/** Sets or, with `null`, ends the line from a user to the Direct Manager. */
export async function setDirectManager(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  managerId: number | null,
): Promise<void> {
  if (managerId === null) {
    await transaction.query(
      "delete from direct_managers where workspace_id = $1 and user_id = $2",
      [workspaceId, userId],
    );
    return;
  }
  await transaction.query(
    `insert into direct_managers (workspace_id, user_id, manager_id) values ($1, $2, $3)
     on conflict (workspace_id, user_id) do update set manager_id = excluded.manager_id, updated_at = now()
      where direct_managers.manager_id <> excluded.manager_id`,
    [workspaceId, userId, managerId],
  );
}

/** Ends the lines of these users to their Direct Managers, and of everybody who reports to them; answers those. */
export async function endLinesOfUsers(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<{ id: number; name: string }[]> {
  const { rows } = await transaction.query<{ id: number; name: string }>(
    `with own as (
       delete from direct_managers where workspace_id = $1 and user_id = any ($2::bigint[])
     ), ended as (
       delete from direct_managers
        where workspace_id = $1 and manager_id = any ($2::bigint[]) and user_id <> all ($2::bigint[])
        returning user_id
     )
     update users u set updated_at = now()
       from ended where u.workspace_id = $1 and u.id = ended.user_id
      returning u.id, u.name`,
    [workspaceId, userIds],
  );
  return rows;
}
