import type { KeyScope } from "../../contract/api-key.ts";
import type { Queryable } from "../database.ts";

export interface ApiKeyRow {
  id: number;
  name: string;
  last_four: string;
  scope: KeyScope;
  created_at: Date;
  created_by: string;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  last_used_ip: string | null;
  replaced_by: number | null;
}

const COLUMNS = `id, name, last_four, scope, created_at, created_by, expires_at, revoked_at, last_used_at, last_used_ip, replaced_by`;

export interface NewApiKeyRow {
  name: string;
  hash: Buffer;
  lastFour: string;
  scope: KeyScope;
  createdBy: string;
  expiresAt: Date | null;
}

export async function insertApiKey(
  queryable: Queryable,
  workspaceId: number,
  key: NewApiKeyRow,
): Promise<ApiKeyRow> {
  const { rows } = await queryable.query<ApiKeyRow>(
    `insert into api_keys (workspace_id, name, hash, last_four, scope, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     returning ${COLUMNS}`,
    [workspaceId, key.name, key.hash, key.lastFour, key.scope, key.createdBy, key.expiresAt],
  );
  return rows[0]!;
}

/** Keys that are not revoked, newest first, from below `beforeId` down. */
export async function listApiKeys(
  queryable: Queryable,
  workspaceId: number,
  page: { beforeId: number | null; limit: number },
): Promise<ApiKeyRow[]> {
  const { rows } = await queryable.query<ApiKeyRow>(
    `select ${COLUMNS}
       from api_keys
      where workspace_id = $1 and revoked_at is null and ($2::bigint is null or id < $2)
      order by id desc
      limit $3`,
    [workspaceId, page.beforeId, page.limit],
  );
  return rows;
}

/** Whether there is such a key, or was: revoked ones count. */
export async function hasApiKey(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "select from api_keys where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return rowCount === 1;
}

/** A key that is not revoked, locked until the transaction ends. */
export async function lockApiKey(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<ApiKeyRow | null> {
  const { rows } = await queryable.query<ApiKeyRow>(
    `select ${COLUMNS} from api_keys where workspace_id = $1 and id = $2 and revoked_at is null for update`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

export async function revokeApiKeyRow(
  queryable: Queryable,
  workspaceId: number,
  id: number,
): Promise<void> {
  await queryable.query(
    "update api_keys set revoked_at = now() where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
}

/** Lets a key that another takes the place of end `hours` from now, unless it ends sooner by itself. */
export async function replaceApiKey(
  queryable: Queryable,
  workspaceId: number,
  id: number,
  by: { id: number; hours: number },
): Promise<void> {
  await queryable.query(
    `update api_keys
        set expires_at = least(coalesce(expires_at, 'infinity'), now() + make_interval(hours => $3)), replaced_by = $4
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, by.hours, by.id],
  );
}
