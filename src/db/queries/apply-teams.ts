import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** Skips deletions of teams that are gone or no longer the source's. */
export function skipUnfitTeamDeletions(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from teams t
              where t.workspace_id = $1 and t.id = e.team_id
                and t.source_id = $5 and t.external_id = e.external_id offset 0)`,
  );
}

/** Deletes teams, their places and their nesting; users stay (domain rules, section 7). */
export async function deleteTeams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  const { rows } = await transaction.query<{ id: number }>(
    `delete from teams t using entries e
      where ${IN_BATCH} and t.workspace_id = $1 and t.id = e.team_id
      returning t.id`,
    rangeValues(batch),
  );
  const values = [batch.workspaceId, rows.map((row) => row.id)];
  await transaction.query(
    "delete from team_places where workspace_id = $1 and team_id = any ($2::bigint[])",
    values,
  );
  await transaction.query(
    `update teams set parent_id = null, updated_at = now()
      where workspace_id = $1 and parent_id = any ($2::bigint[])`,
    values,
  );
}

const ID_IS_FREE = `not exists (select from teams h
  where h.workspace_id = $1 and h.source_id = $5 and h.external_id = e.external_id and h.id <> e.team_id offset 0)`;

/** Skips links of teams that are gone or claimed otherwise, and to ids that are taken. */
export function skipUnfitTeamLinks(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from teams t
              where t.workspace_id = $1 and t.id = e.team_id
                and t.source_id is not distinct from (e.params ->> 'fromSourceId')::bigint offset 0)
     and ${ID_IS_FREE}`,
  );
}

/** Has the source claim teams. */
export async function linkTeams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update teams t set source_id = $5, external_id = e.external_id, updated_at = now()
       from entries e
      where ${IN_BATCH} and t.workspace_id = $1 and t.id = e.team_id`,
    batchValues(batch),
  );
}

/** Skips teams whose external id is taken by now. */
export function skipUnfitTeamCreations(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(transaction, batch, batchValues(batch), ID_IS_FREE);
}

/** Adds teams under the ids that the plan drew for them. */
export async function createTeams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `insert into teams (workspace_id, id, source_id, external_id, name)
     select $1, e.team_id, $5, e.external_id, e.after ->> 'teamName' from entries e
      where ${IN_BATCH} order by e.position`,
    batchValues(batch),
  );
}

/** Skips new names for teams that are gone, bear another name by now, or are no longer the source's. */
export function skipUnfitTeamNames(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from teams t
              where t.workspace_id = $1 and t.id = e.team_id and t.source_id is not distinct from $5
                and t.name = e.before ->> 'teamName' offset 0)`,
  );
}

/** Renames teams. */
export async function renameTeams(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update teams t set name = e.after ->> 'teamName', updated_at = now()
       from entries e
      where ${IN_BATCH} and t.workspace_id = $1 and t.id = e.team_id`,
    rangeValues(batch),
  );
}
