import { parseId } from "../contract/ids.ts";
import type { Database } from "../db/database.ts";
import { readSyncById, readSyncByNumber, type SyncRow } from "../db/queries/read-syncs.ts";
import type { Actor } from "../engine/actor.ts";
import { notFound } from "../engine/engine-error.ts";

/** Finds a sync of the caller's workspace by id or number. */
export async function findSync(database: Database, actor: Actor, text: string): Promise<SyncRow> {
  const row = /^[1-9]\d{0,8}$/.test(text)
    ? await readSyncByNumber(database, actor.workspaceId, Number(text))
    : await findById(database, actor, text);
  if (row === null) throw notFound("sync");
  return row;
}

async function findById(database: Database, actor: Actor, text: string): Promise<SyncRow | null> {
  const id = parseId("sync", text);
  return id === null ? null : await readSyncById(database, actor.workspaceId, id);
}
