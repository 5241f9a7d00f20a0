import type { Queryable } from "../database.ts";

/** Updates of one type that are applied together: the entries at `first`..`last` of a sync. */
export interface EntryBatch {
  workspaceId: number;
  syncId: number;
  sourceId: number;
  first: number;
  last: number;
  /** Nobody else has changed the directory since the plan was made, and nothing was skipped: all of it fits. */
  isUndisturbed: boolean;
}

/** The parameters $1..$5 of every statement on a batch. */
export function batchValues({ workspaceId, syncId, sourceId, first, last }: EntryBatch): number[] {
  return [workspaceId, syncId, first, last, sourceId];
}

/** The parameters $1..$4 of a statement that does not ask for the source. */
export function rangeValues(batch: EntryBatch): number[] {
  return batchValues(batch).slice(0, 4);
}

/** Picks the entries of a batch that are not skipped. */
export const IN_BATCH =
  "e.workspace_id = $1 and e.sync_id = $2 and e.position between $3 and $4 and e.skipped is null";

/**
 * Skips the updates of a batch that do not fit the directory as it is now; answers how many. Nothing is asked of an
 * undisturbed batch. `fits` is SQL about the
 * entry `e`; an unknown answer counts as no (domain rules, section 11, "An update fits at apply time"). `offset 0` in
 * its `exists` keeps PostgreSQL from answering them out of a hash of the whole table, once per batch.
 */
export async function skipUnfit(
  transaction: Queryable,
  batch: EntryBatch,
  values: readonly unknown[],
  fits: string,
): Promise<number> {
  if (batch.isUndisturbed) return 0;
  const { rowCount } = await transaction.query(
    `update entries e set skipped = 'changed_since_review' where ${IN_BATCH} and (${fits}) is not true`,
    [...values],
  );
  return rowCount ?? 0;
}

/** Skips the updates at these positions; answers how many. */
export async function skipPositions(
  transaction: Queryable,
  batch: EntryBatch,
  positions: readonly number[],
): Promise<number> {
  if (positions.length === 0) return 0;
  const { rowCount } = await transaction.query(
    `update entries e set skipped = 'changed_since_review' where ${IN_BATCH} and e.position = any ($5::int[])`,
    [...rangeValues(batch), positions],
  );
  return rowCount ?? 0;
}

/**
 * Nobody waits for the disk at the end of this transaction. What a failing machine loses of it, its mark goes with, and
 * it is applied again; the run's end waits for all before it. Not for what is told to the world outside.
 */
export async function commitBehind(transaction: Queryable): Promise<void> {
  await transaction.query("set local synchronous_commit = off");
}

/**
 * Has the database look rows up by their keys: fresh tables have no statistics yet, and reading all users for a
 * batch of some thousand would make the run cost the square of its size. For the same reason a check that knows an id
 * compares the source with "is not distinct from", which no index answers: by source alone it would read all users.
 */
export async function preferLookups(transaction: Queryable): Promise<void> {
  await transaction.query(
    `select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
            set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)`,
  );
}

/** Has this transaction's next statements give up soon where others hold what they need. */
export async function waitBriefly(transaction: Queryable): Promise<void> {
  await transaction.query("set local lock_timeout = '500ms'");
}
