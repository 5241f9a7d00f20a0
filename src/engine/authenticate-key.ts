import { timingSafeEqual } from "node:crypto";
import { isApiKey } from "../contract/api-key.ts";
import { formatId } from "../contract/ids.ts";
import type { Database } from "../db/database.ts";
import { findLiveApiKey, touchApiKey } from "../db/queries/find-api-key.ts";
import type { Actor } from "./actor.ts";
import { hashApiKey } from "./api-key-text.ts";

/** Where a call came from. */
export interface Caller {
  ip: string | null;
  requestId: string | null;
}

const TOUCH_AFTER_MS = 60_000;

/** Who a key speaks for, or `null` when it is unknown, revoked or expired. */
export async function authenticateKey(
  database: Database,
  key: string,
  caller: Caller,
): Promise<Actor | null> {
  if (!isApiKey(key)) return null;
  const hash = hashApiKey(key);
  // The index finds by hash, which tells nothing about a key; the comparison is in constant time all the same.
  const found = await findLiveApiKey(database, hash);
  if (found === null || !timingSafeEqual(found.hash, hash)) return null;
  if (found.last_used_at === null || Date.now() - found.last_used_at.getTime() > TOUCH_AFTER_MS) {
    await touchApiKey(database, found.workspace_id, found.id, caller.ip);
  }
  return {
    workspaceId: found.workspace_id,
    kind: "api_key",
    id: formatId("apiKey", found.id),
    name: found.name,
    scope: found.scope,
    ip: caller.ip,
    requestId: caller.requestId,
  };
}
