import type { AddressChange } from "../../core/plan/find-refused-addresses.ts";
import type { Queryable } from "../database.ts";
import { batchValues, type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** Skips links of users who are gone, became admins or are claimed otherwise, and to ids that are taken. */
export function skipUnfitUserLinks(transaction: Queryable, batch: EntryBatch): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    batchValues(batch),
    `exists (select from users u
              where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted' and u.role <> 'admin'
                and u.source_id is not distinct from (e.params ->> 'fromSourceId')::bigint offset 0)
     and not exists (select from users h
              where h.workspace_id = $1 and h.source_id = $5 and h.external_id = e.external_id
                and h.id <> e.user_id offset 0)`,
  );
}

/** Has the source claim users. */
export async function linkUsers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update users u set source_id = $5, external_id = e.external_id, updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id`,
    batchValues(batch),
  );
}

/**
 * Skips changes of users who hold other values by now, had one of them locked, or are no longer the source's. A
 * tombstone is changed only when this run brings it back. Whether an address is free is asked here unless they are
 * handed over (below).
 */
export function skipUnfitUserUpdates(
  transaction: Queryable,
  batch: EntryBatch,
  handsOver: boolean,
): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    [...batchValues(batch), handsOver],
    `exists (select from users u
      where u.workspace_id = $1 and u.id = e.user_id and u.source_id is not distinct from $5 and u.erased_at is null
        and (u.state <> 'deleted' or (u.removed_by = 'sync' and exists (
              select from entries r
               where r.workspace_id = $1 and r.user_id = e.user_id and r.sync_id = $2
                 and r.type = 'user_reactivated' offset 0)))
        and not exists (select from jsonb_each(e.before - 'email') b
              where coalesce(u.profile -> b.key, 'null') <> b.value offset 0)
        and not exists (select from value_locks l
              where l.workspace_id = $1 and l.user_id = e.user_id and e.after ? l.property offset 0)
        and (not e.after ? 'email' or (u.role <> 'admin'
              and coalesce(u.email, u.former_email) = e.before ->> 'email'
              and ($6::boolean or u.state = 'deleted' or not exists (
                    select from users h
                     where h.workspace_id = $1 and h.email = e.after ->> 'email' and h.id <> e.user_id offset 0)))) offset 0)`,
  );
}

/** Who takes which address, and who holds it now. Tombstones hold none and take none yet. */
export async function readAddressChanges(
  transaction: Queryable,
  batch: EntryBatch,
): Promise<AddressChange[]> {
  const { rows } = await transaction.query<AddressChange & { [column: string]: unknown }>(
    `select e.position, e.user_id as "userId", h.id as "holderId"
       from entries e
       join users u on u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted'
       left join users h on h.workspace_id = $1 and h.email = e.after ->> 'email' and h.id <> e.user_id
      where ${IN_BATCH} and e.after ? 'email'
      order by e.position`,
    rangeValues(batch),
  );
  return rows;
}

/** Sets the changed values; null takes a value away. A tombstone's address waits in `former_email`. */
export async function updateUsers(transaction: Queryable, batch: EntryBatch): Promise<void> {
  await transaction.query(
    `update users u
        set email = case when u.state = 'deleted' then u.email else coalesce(e.after ->> 'email', u.email) end,
            former_email = case when u.state = 'deleted' then coalesce(e.after ->> 'email', u.former_email)
                                else u.former_email end,
            profile = jsonb_strip_nulls(u.profile || (e.after - 'email')),
            updated_at = now()
       from entries e
      where ${IN_BATCH} and u.workspace_id = $1 and u.id = e.user_id`,
    rangeValues(batch),
  );
}
