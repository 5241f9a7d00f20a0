import type { UserRole, UserState } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";
import { setDirectManager } from "./direct-managers.ts";

/** A user by hand; answers its id. */
export async function insertUser(
  transaction: Queryable,
  workspaceId: number,
  user: { email: string; profile: object; role: UserRole; managerId: number | null },
): Promise<number> {
  const { rows } = await transaction.query<{ id: number }>(
    `insert into users (workspace_id, email, profile, role)
     values ($1, $2, $3, $4) returning id`,
    [workspaceId, user.email, JSON.stringify(user.profile), user.role],
  );
  const { id } = rows[0]!;
  if (user.managerId !== null) await setDirectManager(transaction, workspaceId, id, user.managerId);
  return id;
}

/** Sets what a person may write of a user. */
export async function updateUserValues(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  values: { email: string; profile: object; role: UserRole; managerId: number | null },
): Promise<void> {
  await transaction.query(
    `update users set email = $3, profile = $4, role = $5, updated_at = now()
      where workspace_id = $1 and id = $2`,
    [workspaceId, userId, values.email, JSON.stringify(values.profile), values.role],
  );
  await setDirectManager(transaction, workspaceId, userId, values.managerId);
}

/** Moves a user who has access to another state with access. */
export async function setUserState(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  state: UserState,
): Promise<void> {
  await transaction.query(
    "update users set state = $3, updated_at = now() where workspace_id = $1 and id = $2",
    [workspaceId, userId, state],
  );
}

/** Takes a user's access away by hand; a user who has none keeps the state to return to. */
export async function markDeactivated(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
): Promise<void> {
  await transaction.query(
    `update users
        set state_before = case when state = 'deactivated' then state_before else state end,
            state = 'deactivated', removed_by = 'person', removed_at = now(), updated_at = now()
      where workspace_id = $1 and id = $2`,
    [workspaceId, userId],
  );
}

/** Makes a user a tombstone by hand: no address; keeps the state to return to. */
export async function markDeleted(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
): Promise<void> {
  await transaction.query(
    `update users
        set state_before = case when state = 'deactivated' then state_before else state end,
            state = 'deleted', former_email = email, email = null,
            removed_by = 'person', removed_at = now(), updated_at = now()
      where workspace_id = $1 and id = $2`,
    [workspaceId, userId],
  );
}

/** Gives a deactivated or deleted user the access and the address back. */
export async function markReturned(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  state: UserState,
): Promise<void> {
  await transaction.query(
    `update users
        set state = $3, email = coalesce(email, former_email), former_email = null,
            state_before = null, removed_by = null, removed_at = null, updated_at = now()
      where workspace_id = $1 and id = $2`,
    [workspaceId, userId, state],
  );
}

/** Sets or ends a source's claim on a user. */
export async function setUserClaim(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  claim: { sourceId: number; externalId: string } | null,
): Promise<void> {
  await transaction.query(
    "update users set source_id = $3, external_id = $4, updated_at = now() where workspace_id = $1 and id = $2",
    [workspaceId, userId, claim?.sourceId ?? null, claim?.externalId ?? null],
  );
}

/** Ends every place of a user; answers which there were. */
export async function deletePlacesOfUser(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
): Promise<{ id: number; name: string; is_member: boolean; is_manager: boolean }[]> {
  const { rows } = await transaction.query<{
    id: number;
    name: string;
    is_member: boolean;
    is_manager: boolean;
  }>(
    `delete from team_places p
      using teams t
      where p.workspace_id = $1 and p.user_id = $2 and t.workspace_id = $1 and t.id = p.team_id
      returning t.id, t.name, p.is_member, p.is_manager`,
    [workspaceId, userId],
  );
  return rows;
}
