import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

const BEFORE = "(e.before #>> '{directManager,id}')::bigint";
const AFTER = "(e.after #>> '{directManager,id}')::bigint";

/** The user `u` is there, the source's, and reports to whom the plan saw: or to nobody, where this run deleted them. */
const HOLDS_BEFORE = `exists (select from users u
  where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted' and u.source_id is not distinct from $5
    and (u.manager_id is not distinct from ${BEFORE}
         or (u.manager_id is null and exists (
              select from entries d
               where d.workspace_id = $1 and d.user_id = ${BEFORE} and d.sync_id = $2
                 and d.type = 'user_deleted' and d.skipped is null offset 0))) offset 0)`;

/** Skips removals where the user reports to somebody else by now. */
export function skipUnfitManagerRemovals(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<number> {
  return skipUnfit(transaction, batch, batchValues(batch), HOLDS_BEFORE);
}

/** Ends lines to Direct Managers. */
export async function removeManagers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update users u set manager_id = null, updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id`,
    rangeValues(batch),
  );
}

/** Skips assignments where the user reports to somebody else by now, or the manager has no access. */
export function skipUnfitManagers(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `${HOLDS_BEFORE} and exists (select from users m
       where m.workspace_id = $1 and m.id = ${AFTER} and m.id <> e.user_id
         and m.state in ('created', 'invited', 'active') offset 0)`,
  );
}

/** Whether assignments at these positions take users from one Direct Manager to another. */
export async function hasManagerMoves(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
  { first, last }: { first: number; last: number },
): Promise<boolean> {
  const { rows } = await transaction.query<{ moves: boolean }>(
    `select exists (select from entries e where ${IN_BATCH} and ${BEFORE} is not null) as moves`,
    [workspaceId, syncId, first, last],
  );
  return rows[0]!.moves;
}

/** Draws lines to Direct Managers. */
export async function assignManagers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update users u set manager_id = ${AFTER}, updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id`,
    rangeValues(batch),
  );
}

/**
 * The lines from a batch's users upwards, as far as a loop could be made of them. `union` drops what was met
 * already, so that it ends on a loop too.
 */
export async function readManagerLines(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<{ id: number; above: number }[]> {
  const { rows } = await transaction.query<{ id: number; above: number }>(
    `with recursive line (id, above) as (
       select u.id, u.manager_id from entries e join users u on u.workspace_id = $1 and u.id = e.user_id
        where ${IN_BATCH} and u.manager_id is not null
       union
       select u.id, u.manager_id from line join users u on u.workspace_id = $1 and u.id = line.above
        where u.manager_id is not null
     ), managed as (select distinct above as id from line)
     select line.id, line.above from line join managed on managed.id = line.id`,
    rangeValues(batch),
  );
  return rows;
}

/** Takes assignments of these users back, to the present manager, and skips them; answers how many. */
export async function takeManagersBack(
  transaction: Queryable,
  batch: EntryBatch,
  userIds: readonly number[],
): Promise<number> {
  const { rowCount } = await transaction.query(
    `with taken as (
       update entries e set skipped = 'changed_since_review'
        where ${IN_BATCH} and e.user_id = any ($5::bigint[])
        returning e.user_id, ${BEFORE} as before
     )
     update users u
        set manager_id = (select m.id from users m
                           where m.workspace_id = $1 and m.id = taken.before and m.state <> 'deleted')
       from taken where u.workspace_id = $1 and u.id = taken.user_id`,
    [...rangeValues(batch), userIds],
  );
  return rowCount ?? 0;
}
