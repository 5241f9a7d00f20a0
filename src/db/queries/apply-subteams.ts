import type { Queryable } from "../database.ts";
import { type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** The entry's team is the parent. */
const childIn = (values: "before" | "after") => `(e.${values} #>> '{subteam,id}')::bigint`;

/** Skips removals where the subteam stands elsewhere by now. */
export function skipUnfitSubteamRemovals(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    rangeValues(batch),
    `exists (select from teams c
              where c.workspace_id = $1 and c.id = ${childIn("before")} and c.parent_id = e.team_id offset 0)`,
  );
}

/** Makes subteams stand alone. */
export async function removeSubteams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update teams c set parent_id = null, updated_at = now()
       from entries e
      where ${IN_BATCH} and c.workspace_id = $1 and c.id = ${childIn("before")}`,
    rangeValues(batch),
  );
}

/** Skips nestings where the subteam has a parent by now, or either team is gone. */
export function skipUnfitSubteams(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    rangeValues(batch),
    `exists (select from teams c
              where c.workspace_id = $1 and c.id = ${childIn("after")} and c.parent_id is null
                and c.id <> e.team_id offset 0)
     and exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id offset 0)`,
  );
}

/** Puts subteams under their parents. */
export async function addSubteams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update teams c set parent_id = e.team_id, updated_at = now()
       from entries e
      where ${IN_BATCH} and c.workspace_id = $1 and c.id = ${childIn("after")}`,
    rangeValues(batch),
  );
}

/** The lines from a batch's subteams upwards, as far as a loop could be made of them; ends on a loop too. */
export async function readParentLines(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<{ id: number; above: number }[]> {
  const { rows } = await transaction.query<{ id: number; above: number }>(
    `with recursive line (id, above) as (
       select t.id, t.parent_id from entries e join teams t on t.workspace_id = $1 and t.id = ${childIn("after")}
        where ${IN_BATCH} and t.parent_id is not null
       union
       select t.id, t.parent_id from line join teams t on t.workspace_id = $1 and t.id = line.above
        where t.parent_id is not null
     )
     select id, above from line`,
    rangeValues(batch),
  );
  return rows;
}

/** Takes nestings of these subteams back and skips them; answers how many. */
export async function takeSubteamsBack(
  transaction: Queryable,
  batch: EntryBatch,
  teamIds: readonly number[],
): Promise<number> {
  const { rowCount } = await transaction.query(
    `with taken as (
       update entries e set skipped = 'changed_since_review'
        where ${IN_BATCH} and ${childIn("after")} = any ($5::bigint[])
        returning ${childIn("after")} as child
     )
     update teams c set parent_id = null
       from taken where c.workspace_id = $1 and c.id = taken.child`,
    [...rangeValues(batch), teamIds],
  );
  return rowCount ?? 0;
}
