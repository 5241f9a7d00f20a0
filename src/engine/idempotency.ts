import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "../db/database.ts";
import { dropKey, keepKey, readKey, settleKey, takeKey } from "../db/queries/idempotency.ts";
import { EngineError } from "./engine-error.ts";

const KEEP_EVERY_MS = 15_000;

/** What a push's `Idempotency-Key` stands for: an upload of its own, or a sync that was made under it before. */
export type KeyClaim =
  | { upload: KeyedUpload }
  | { made: { digest: string | null; syncId: number } };

/** An upload that holds its key. */
export interface KeyedUpload {
  /** Ties the key to the sync, in the transaction that makes it. Throws 409 when the key went to another upload. */
  settle(transaction: Queryable, made: { digest: string; syncId: number }): Promise<void>;
  /** Gives the key back unless it was settled. */
  end(): Promise<void>;
}

/** Claims a key for an upload (domain rules, section 11, "Runs"). Throws 409 while another upload holds it. */
export async function claimKey(
  database: Database,
  workspaceId: number,
  key: string,
): Promise<KeyClaim> {
  const token = `uploading ${randomUUID()}`;
  while (!(await takeKey(database, workspaceId, key, token))) {
    const row = await readKey(database, workspaceId, key);
    if (row === null) continue;
    if (row.sync_id === null) throw stillUploading();
    return { made: { digest: row.digest, syncId: row.sync_id } };
  }
  // Whoever sees no sign of life for a minute takes the key over: a killed server must not block it for a day.
  const timer = setInterval(() => {
    keepKey(database, workspaceId, key, token).catch(() => {});
  }, KEEP_EVERY_MS);
  timer.unref();
  return {
    upload: {
      async settle(transaction, made) {
        if (!(await settleKey(transaction, workspaceId, key, token, made))) throw stillUploading();
      },
      async end() {
        clearInterval(timer);
        await dropKey(database, workspaceId, key, token).catch(() => {});
      },
    },
  };
}

function stillUploading(): EngineError {
  return new EngineError(
    409,
    "upload_in_progress",
    "A push with this Idempotency-Key is still being uploaded. Wait for its answer, or use another key.",
  );
}
