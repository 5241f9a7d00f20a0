import type { Queryable } from "../database.ts";

interface LockRequest {
  workspaceId: number;
  userId: number;
  properties: readonly string[];
}

/** Locks values against syncs; answers which were not locked before. A lock keeps who set it, and when. */
export async function insertLocks(
  transaction: Queryable,
  { workspaceId, userId, properties }: LockRequest,
  lockedBy: string,
): Promise<string[]> {
  const { rows } = await transaction.query<{ property: string }>(
    `insert into value_locks (workspace_id, user_id, property, locked_by)
     select $1, $2, unnest($3::text[]), $4
     on conflict do nothing
     returning property`,
    [workspaceId, userId, properties, lockedBy],
  );
  return rows.map(({ property }) => property);
}

/** Has syncs change values again; answers which were locked. */
export async function deleteLocks(
  transaction: Queryable,
  { workspaceId, userId, properties }: LockRequest,
): Promise<string[]> {
  const { rows } = await transaction.query<{ property: string }>(
    `delete from value_locks where workspace_id = $1 and user_id = $2 and property = any ($3::text[])
     returning property`,
    [workspaceId, userId, properties],
  );
  return rows.map(({ property }) => property);
}
