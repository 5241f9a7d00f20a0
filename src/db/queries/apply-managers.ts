import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

const BEFORE = "(e.before #>> '{directManager,id}')::bigint";
const AFTER = "(e.after #>> '{directManager,id}')::bigint";

/** The user `u` is there, the source's, and reports to whom the plan saw: or to nobody, where this run deleted them. */
const HOLDS_BEFORE = `exists (select from users u
  left join direct_managers l on l.workspace_id = $1 and l.user_id = u.id
  where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted' and u.source_id is not distinct from $5
    and (l.manager_id is not distinct from ${BEFORE}
         or (l.manager_id is null and exists (
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
    `with ended as (
       delete from direct_managers l using entries e
        where ${IN_BATCH} and l.workspace_id = $1 and l.user_id = e.user_id
        returning l.user_id
     )
     update users u set updated_at = now() from ended where u.workspace_id = $1 and u.id = ended.user_id`,
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

/** Draws lines to Direct Managers of users who have none. */
export async function addManagers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `insert into direct_managers (workspace_id, user_id, manager_id)
     select $1, e.user_id, (e.after -> 'directManager' -> 'id')::bigint from entries e where ${IN_BATCH}`,
    rangeValues(batch),
  );
}

/** Draws lines to Direct Managers, in the place of those that users have. */
export async function assignManagers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `insert into direct_managers (workspace_id, user_id, manager_id)
     select $1, e.user_id, ${AFTER} from entries e where ${IN_BATCH}
     on conflict (workspace_id, user_id) do update set manager_id = excluded.manager_id, updated_at = now()`,
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
       select l.user_id, l.manager_id
         from entries e join direct_managers l on l.workspace_id = $1 and l.user_id = e.user_id
        where ${IN_BATCH}
       union
       select l.user_id, l.manager_id
         from line join direct_managers l on l.workspace_id = $1 and l.user_id = line.above
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
  const { rows } = await transaction.query<{ taken: number }>(
    `with taken as (
       update entries e set skipped = 'changed_since_review'
        where ${IN_BATCH} and e.user_id = any ($5::bigint[])
        returning e.user_id, ${BEFORE} as before
     ), kept as (
       select taken.user_id, m.id as manager_id
         from taken left join users m on m.workspace_id = $1 and m.id = taken.before and m.state <> 'deleted'
     ), ended as (
       delete from direct_managers l using kept
        where l.workspace_id = $1 and l.user_id = kept.user_id and kept.manager_id is null
     ), restored as (
       update direct_managers l set manager_id = kept.manager_id from kept
        where l.workspace_id = $1 and l.user_id = kept.user_id and kept.manager_id is not null
     )
     select count(*)::int as taken from taken`,
    [...rangeValues(batch), userIds],
  );
  return rows[0]!.taken;
}
