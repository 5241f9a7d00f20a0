import type { Queryable } from "../database.ts";

/** Removes the rows of inputs whose keeping is over, unless a sync has still to read them; answers how many. */
export async function expireInputs(transaction: Queryable, limit: number): Promise<number> {
  const { rowCount } = await transaction.query(
    `with over as (
       select i.workspace_id, i.id from inputs i
        where i.expires_at <= now() and i.expired_at is null and i.accepted_at is not null
          and not exists (
            select from syncs s
             where s.workspace_id = i.workspace_id and s.input_id = i.id
               and s.phase in ('queued', 'reading', 'planning'))
        order by i.expires_at
        limit $1
          for update of i skip locked
     ), emptied as (
       delete from input_chunks c using over where c.workspace_id = over.workspace_id and c.input_id = over.id
     )
     update inputs i set expired_at = now() from over where i.workspace_id = over.workspace_id and i.id = over.id`,
    [limit],
  );
  return rowCount ?? 0;
}

/** Removes inputs that never became a sync within a day: their push was broken off. */
export async function deleteOrphanInputs(transaction: Queryable, limit: number): Promise<number> {
  const { rowCount } = await transaction.query(
    `delete from inputs
      where (workspace_id, id) in (
        select i.workspace_id, i.id from inputs i
         where i.created_at < now() - interval '1 day'
           and not exists (select from syncs s where s.workspace_id = i.workspace_id and s.input_id = i.id)
           and i.accepted_at is null
         limit $1
           for update of i skip locked)`,
    [limit],
  );
  return rowCount ?? 0;
}

/** Locks one finished sync whose report is kept no longer; `null` = none. */
export async function lockExpiredSync(
  transaction: Queryable,
  defaultReportRetentionDays: number,
): Promise<{ workspace_id: number; id: number } | null> {
  const { rows } = await transaction.query<{ workspace_id: number; id: number }>(
    `select s.workspace_id, s.id
       from syncs s join workspaces w on w.id = s.workspace_id
      where s.phase = 'done'
        and s.finished_at < now() - coalesce((w.settings ->> 'reportRetentionDays')::int, $1) * interval '1 day'
      order by s.finished_at
      limit 1
        for update of s skip locked`,
    [defaultReportRetentionDays],
  );
  return rows[0] ?? null;
}

/** Removes up to `limit` entries of a sync, the last ones first; answers how many. */
export async function deleteLastEntries(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
  limit: number,
): Promise<number> {
  const { rowCount } = await transaction.query(
    `delete from entries
      where workspace_id = $1 and sync_id = $2
        and position > (select max(position) - $3 from entries where workspace_id = $1 and sync_id = $2)`,
    [workspaceId, syncId, limit],
  );
  return rowCount ?? 0;
}

/** Removes a sync, noting that there was one, and its input where no other sync was made of it. */
export async function deleteSync(
  transaction: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<void> {
  const { rows } = await transaction.query<{ input_id: number | null }>(
    `with removed as (
       delete from syncs where workspace_id = $1 and id = $2 returning workspace_id, id, number, input_id
     ), noted as (
       insert into removed_syncs (workspace_id, id, number) select workspace_id, id, number from removed
     )
     select input_id from removed`,
    [workspaceId, syncId],
  );
  await transaction.query(
    `delete from inputs i
      where i.workspace_id = $1 and i.id = $2
        and not exists (select from syncs s where s.workspace_id = $1 and s.input_id = i.id)`,
    [workspaceId, rows[0]?.input_id ?? null],
  );
}

/** Idempotency keys count for 24 hours (domain rules, section 11, "Runs"). */
export async function deleteOldIdempotencyKeys(transaction: Queryable): Promise<number> {
  const { rowCount } = await transaction.query(
    "delete from idempotency_keys where created_at < now() - interval '24 hours'",
  );
  return rowCount ?? 0;
}

/** Invitations a month after they ended, and their mail with them: until then their page can say why. */
export async function deleteOldInvitations(transaction: Queryable): Promise<number> {
  const { rowCount } = await transaction.query(
    "delete from invitations where least(expires_at, used_at, replaced_at) < now() - interval '30 days'",
  );
  return rowCount ?? 0;
}

/**
 * Removes up to `limit` rows of requests: those of before the last `days`, and of each key what its newest `rowsOfKey`
 * leave over; answers how many.
 */
export async function deleteOldApiRequests(
  transaction: Queryable,
  kept: { days: number; rowsOfKey: number },
  limit: number,
): Promise<number> {
  const { rowCount } = await transaction.query(
    `with ranked as (
       select workspace_id, id,
              row_number() over (partition by workspace_id, key_id order by first_at desc, id desc) as place
         from api_requests
     ), over as (
       select r.workspace_id, r.id
         from api_requests r join ranked using (workspace_id, id)
        where ranked.place > $2 or r.first_at < now() - make_interval(days => $1)
        limit $3
          for update of r skip locked
     )
     delete from api_requests r using over where r.workspace_id = over.workspace_id and r.id = over.id`,
    [kept.days, kept.rowsOfKey, limit],
  );
  return rowCount ?? 0;
}

/** Mail about syncs as long as mail of invitations, whether it went out or not. */
export async function deleteOldNotices(transaction: Queryable): Promise<number> {
  const { rowCount } = await transaction.query(
    "delete from mail_outbox where sync_id is not null and created_at < now() - interval '30 days'",
  );
  return rowCount ?? 0;
}
