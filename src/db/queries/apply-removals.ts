import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** Skips removals of users who changed state, are another's by now, or became admins (domain rules, section 6). */
export function skipUnfitUserRemovals(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from users u
              where u.workspace_id = $1 and u.id = e.user_id and u.state = e.params ->> 'state'
                and u.source_id = $5 and u.external_id = e.external_id and u.role <> 'admin' offset 0)`,
  );
}

/** Takes access away; profile, places and lines stay. Answers whose. */
export async function deactivateUsers(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<number[]> {
  const { rows } = await transaction.query<{ id: number }>(
    `update users u
        set state_before = u.state, state = 'deactivated',
            removed_by = 'sync', removed_at = now(), updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id
      returning u.id`,
    rangeValues(batch),
  );
  return rows.map((row) => row.id);
}

/** Turns users into tombstones, which hold no address. Answers who. */
export async function deleteUsers(transaction: Queryable, batch: EntryBatch): Promise<number[]> {
  const { rows } = await transaction.query<{ id: number }>(
    `update users u
        set state_before = case when u.state = 'deactivated' then u.state_before else u.state end,
            state = 'deleted', former_email = u.email, email = null,
            removed_by = 'sync', removed_at = now(), updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id
      returning u.id`,
    rangeValues(batch),
  );
  return rows.map((row) => row.id);
}

/** Ends every place of these users. */
export async function deletePlacesOfUsers(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<void> {
  await transaction.query(
    "delete from team_places where workspace_id = $1 and user_id = any ($2::bigint[])",
    [workspaceId, userIds],
  );
}
