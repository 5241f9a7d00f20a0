import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** Skips users whose address or external id is taken by now. */
export function skipUnfitUserCreations(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `not exists (select from users u where u.workspace_id = $1 and u.email = e.email offset 0)
     and not exists (select from users u
              where u.workspace_id = $1 and u.source_id = $5 and u.external_id = e.external_id offset 0)`,
  );
}

/** Adds users under the ids that the plan drew for them. */
export async function createUsers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `insert into users (workspace_id, id, source_id, external_id, email, profile)
     select $1, e.user_id, $5, e.external_id, e.email, e.after - 'email'
       from entries e where ${IN_BATCH}
      order by e.position`,
    batchValues(batch),
  );
}

/** Skips users who came back or went for good since, are no longer the source's, or whose address is taken. */
export function skipUnfitReactivations(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from users u
      where u.workspace_id = $1 and u.id = e.user_id and u.state = e.params ->> 'state'
        and u.removed_by = 'sync' and u.erased_at is null and u.source_id is not distinct from $5
        and (u.email is not null or (u.former_email is not null and not exists (
              select from users h where h.workspace_id = $1 and h.email = u.former_email offset 0))) offset 0)`,
  );
}

/** Of tombstones of a batch with one address, skips all but the first; answers how many. */
export async function skipSecondReturns(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<number> {
  const { rowCount } = await transaction.query(
    `update entries e set skipped = 'changed_since_review'
       from (select e.position, row_number() over (
                      partition by coalesce(u.email, u.former_email) order by e.position) as place
               from entries e join users u on u.workspace_id = $1 and u.id = e.user_id
              where ${IN_BATCH}) claim
      where ${IN_BATCH} and e.position = claim.position and claim.place > 1`,
    rangeValues(batch),
  );
  return rowCount ?? 0;
}

/** Gives users back their access, and tombstones their address. */
export async function reactivateUsers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update users u
        set state = coalesce(u.state_before, 'active'), state_before = null,
            removed_by = null, removed_at = null,
            email = coalesce(u.email, u.former_email), former_email = null, updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id`,
    rangeValues(batch),
  );
}

/** Skips those of a batch, in report order, for whom no seat is free; answers how many. */
export async function skipWithoutSeat(
  transaction: Queryable,
  batch: EntryBatch,
  freeSeats: number,
): Promise<number> {
  const { rowCount } = await transaction.query(
    `update entries e set skipped = 'changed_since_review'
      where ${IN_BATCH} and e.position in (
              select e.position from entries e where ${IN_BATCH} order by e.position offset $5::bigint)`,
    [...rangeValues(batch), Math.max(0, freeSeats)],
  );
  return rowCount ?? 0;
}

/** Skips invitations of users who were invited otherwise, or are gone. */
export function skipUnfitInvitations(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    rangeValues(batch),
    "exists (select from users u where u.workspace_id = $1 and u.id = e.user_id and u.state = 'created' offset 0)",
  );
}

/** Makes users `invited`; answers who. */
export async function markInvited(transaction: Queryable, batch: EntryBatch): Promise<number[]> {
  const { rows } = await transaction.query<{ id: number }>(
    `update users u set state = 'invited', updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id
      returning u.id`,
    rangeValues(batch),
  );
  return rows.map((row) => row.id);
}
