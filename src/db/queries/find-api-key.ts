import type { Queryable } from "../database.ts";

export interface FoundApiKey {
  workspace_id: number;
  id: number;
  name: string;
  hash: Buffer;
  scope: "read" | "push" | "read_write";
  last_used_at: Date | null;
}

/** A key that works now, by its hash: neither revoked nor expired. */
export async function findLiveApiKey(
  queryable: Queryable,
  hash: Buffer,
): Promise<FoundApiKey | null> {
  const { rows } = await queryable.query<FoundApiKey>(
    `select workspace_id, id, name, hash, scope, last_used_at
       from api_keys
      where hash = $1
        and revoked_at is null
        and (expires_at is null or expires_at > now())`,
    [hash],
  );
  return rows[0] ?? null;
}

/** Notes that a key was used, at most once a minute: reading must not turn into writing. */
export async function touchApiKey(
  queryable: Queryable,
  workspaceId: number,
  id: number,
  ip: string | null,
): Promise<void> {
  await queryable.query(
    `update api_keys
        set last_used_at = now(), last_used_ip = $3
      where workspace_id = $1 and id = $2
        and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [workspaceId, id, ip],
  );
}
