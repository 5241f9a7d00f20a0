import { isApiKey, type KeyScope } from "../contract/api-key.ts";
import { formatId } from "../contract/ids.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  type ApiKeyRow,
  insertApiKey,
  lockApiKey,
  replaceApiKey,
  revokeApiKeyRow,
} from "../db/queries/api-keys.ts";
import type { Actor } from "./actor.ts";
import { hashApiKey, makeApiKey } from "./api-key-text.ts";
import { writeAudit } from "./audit.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { covers, requireScope } from "./permission.ts";

export interface NewApiKey {
  name: string;
  scope: KeyScope;
  expiresAt: Date | null;
}

/** A key at the one time it can be read. */
export interface IssuedApiKey {
  row: ApiKeyRow;
  key: string;
}

/** How long the old key lives on after a rotation, so that clients can change over. */
export const ROTATION_OVERLAP_HOURS = 24;

/** Makes a key. A key cannot make one wider than itself (domain rules, section 11). */
export async function createApiKey(
  database: Database,
  actor: Actor,
  wanted: NewApiKey,
): Promise<IssuedApiKey> {
  requireScope(actor, "read_write");
  requireNotWider(actor, wanted.scope);
  if (wanted.expiresAt !== null && wanted.expiresAt.getTime() <= Date.now()) {
    throw new EngineError(422, "invalid_request", "expiresAt must be in the future.", [
      { pointer: "/expiresAt", message: "must be in the future" },
    ]);
  }
  return withTransaction(database, (transaction) => addApiKey(transaction, actor, wanted));
}

/** Stores a key and its audit row within a transaction; `given` is a key made elsewhere (unattended set-up). */
export async function addApiKey(
  transaction: Queryable,
  actor: Actor,
  wanted: NewApiKey,
  given?: string,
): Promise<IssuedApiKey> {
  const key = given ?? makeApiKey();
  if (!isApiKey(key))
    throw new EngineError(422, "invalid_request", 'A key is "mus_" and 32 or more characters.');
  const row = await insertApiKey(transaction, actor.workspaceId, {
    ...wanted,
    hash: hashApiKey(key),
    lastFour: key.slice(-4),
    createdBy: actor.name,
  });
  await writeAudit(transaction, actor, {
    action: "api_key_created",
    target: target(row),
    after: { scope: row.scope, expiresAt: row.expires_at },
  });
  return { row, key };
}

/** Ends a key at once. */
export async function revokeApiKey(database: Database, actor: Actor, id: number): Promise<void> {
  requireScope(actor, "read_write");
  await withTransaction(database, async (transaction) => {
    const row = await lockApiKey(transaction, actor.workspaceId, id);
    if (row === null) throw notFound("API key");
    await revokeApiKeyRow(transaction, actor.workspaceId, id);
    await writeAudit(transaction, actor, { action: "api_key_revoked", target: target(row) });
  });
}

/** Makes a new key of the same name, scope and length of life; the old one works for another day. */
export async function rotateApiKey(
  database: Database,
  actor: Actor,
  id: number,
): Promise<IssuedApiKey> {
  requireScope(actor, "read_write");
  return withTransaction(database, async (transaction) => {
    const old = await lockApiKey(transaction, actor.workspaceId, id);
    if (old === null) throw notFound("API key");
    const life =
      old.expires_at === null ? null : old.expires_at.getTime() - old.created_at.getTime();
    const expiresAt = life === null ? null : new Date(Date.now() + life);
    const issued = await addApiKey(transaction, actor, {
      name: old.name,
      scope: old.scope,
      expiresAt,
    });
    const by = { id: issued.row.id, hours: ROTATION_OVERLAP_HOURS };
    await replaceApiKey(transaction, actor.workspaceId, id, by);
    await writeAudit(transaction, actor, {
      action: "api_key_rotated",
      target: target(old),
      after: { replacedBy: formatId("apiKey", issued.row.id) },
    });
    return issued;
  });
}

function requireNotWider(actor: Actor, scope: KeyScope): void {
  if (covers(actor.scope, scope)) return;
  throw new EngineError(
    403,
    "forbidden",
    `A key cannot make a key wider than itself: ${actor.scope} cannot give ${scope}.`,
  );
}

function target(row: ApiKeyRow): { type: string; id: string; name: string } {
  return { type: "api_key", id: formatId("apiKey", row.id), name: row.name };
}
