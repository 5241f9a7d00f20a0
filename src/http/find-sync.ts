import { parseId } from "../contract/ids.ts";
import type { Database } from "../db/database.ts";
import {
  isRemovedSync,
  readSyncById,
  readSyncByNumber,
  type SyncRow,
} from "../db/queries/read-syncs.ts";
import type { Actor } from "../engine/actor.ts";
import { EngineError, notFound } from "../engine/engine-error.ts";

/** Finds a sync of the caller's workspace by id or number. */
export async function findSync(database: Database, actor: Actor, text: string): Promise<SyncRow> {
  const row = /^[1-9]\d{0,8}$/.test(text)
    ? await readSyncByNumber(database, actor.workspaceId, Number(text))
    : await findById(database, actor, text);
  if (row !== null) return row;
  if (!(await wasRemoved(database, actor, text))) throw notFound("sync");
  throw new EngineError(
    404,
    "report_expired",
    "This sync is older than the history that is kept: its report was removed.",
  );
}

async function wasRemoved(database: Database, actor: Actor, text: string): Promise<boolean> {
  const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
  const id = parseId("sync", text);
  return number !== null || id !== null
    ? await isRemovedSync(database, actor.workspaceId, { id, number })
    : false;
}

async function findById(database: Database, actor: Actor, text: string): Promise<SyncRow | null> {
  const id = parseId("sync", text);
  return id === null ? null : await readSyncById(database, actor.workspaceId, id);
}
