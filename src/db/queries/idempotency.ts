import type { Queryable } from "../database.ts";

/** A key as stored. While its push is being uploaded `sync_id` is null and `digest` holds the uploader's token. */
export interface KeyRow {
  digest: string | null;
  sync_id: number | null;
}

/** An upload says every few seconds that it goes on; one that has said nothing for so long is over. */
const ABANDONED_AFTER = "1 minute";

/** Takes a key for an upload; false = it is taken, or was used within the last 24 hours. */
export async function takeKey(
  queryable: Queryable,
  workspaceId: number,
  key: string,
  token: string,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `insert into idempotency_keys as k (workspace_id, key, digest) values ($1, $2, $3)
     on conflict (workspace_id, key) do update
        set digest = excluded.digest, sync_id = null, created_at = now()
      where k.created_at < now() - case when k.sync_id is null then interval '${ABANDONED_AFTER}' else interval '24 hours' end`,
    [workspaceId, key, token],
  );
  return rowCount === 1;
}

export async function readKey(
  queryable: Queryable,
  workspaceId: number,
  key: string,
): Promise<KeyRow | null> {
  const { rows } = await queryable.query<KeyRow>(
    "select digest, sync_id from idempotency_keys where workspace_id = $1 and key = $2",
    [workspaceId, key],
  );
  return rows[0] ?? null;
}

/** Says that the upload goes on. */
export async function keepKey(
  queryable: Queryable,
  workspaceId: number,
  key: string,
  token: string,
): Promise<void> {
  await queryable.query(
    `update idempotency_keys set created_at = now()
      where workspace_id = $1 and key = $2 and digest = $3 and sync_id is null`,
    [workspaceId, key, token],
  );
}

/** Ties the key to its sync; false = another upload has taken the key. */
export async function settleKey(
  transaction: Queryable,
  workspaceId: number,
  key: string,
  token: string,
  made: { digest: string; syncId: number },
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `update idempotency_keys set digest = $4, sync_id = $5, created_at = now()
      where workspace_id = $1 and key = $2 and digest = $3 and sync_id is null`,
    [workspaceId, key, token, made.digest, made.syncId],
  );
  return rowCount === 1;
}

/** Gives the key back: its push came to nothing. */
export async function dropKey(
  queryable: Queryable,
  workspaceId: number,
  key: string,
  token: string,
): Promise<void> {
  await queryable.query(
    "delete from idempotency_keys where workspace_id = $1 and key = $2 and digest = $3 and sync_id is null",
    [workspaceId, key, token],
  );
}
