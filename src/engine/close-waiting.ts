import { formatId } from "../contract/ids.ts";
import type { Decision } from "../contract/sync.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  type LockedSync,
  lockExpiredWaiting,
  lockSuperseded,
  writeOutcome,
} from "../db/queries/decide-syncs.ts";
import { systemActor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { syncsTotal } from "./metrics.ts";

const BATCH = 20;

/** Rejects runs that waited too long for a decision (domain rules, section 9); answers how many. */
export async function expireWaiting(database: Database): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await withTransaction(database, async (transaction) => {
      const syncs = await lockExpiredWaiting(transaction, BATCH);
      for (const sync of syncs) await close(transaction, sync, "expired", null);
      return syncs.length;
    });
    syncsTotal.inc({ status: "rejected" }, count);
    total += count;
    if (count < BATCH) return total;
  }
}

/**
 * Rejects the older waiting runs that a full, non-preview push makes needless, now that its plan is ready (domain
 * rules, section 11, "Runs"); the caller sees to it that it is one. Answers when the first of them would have expired,
 * which becomes the newer run's own expiry, and how many there were.
 */
export async function supersedeOlder(
  transaction: Queryable,
  newer: { workspaceId: number; syncId: number },
): Promise<{ count: number; expiresAt: Date | null }> {
  const older = await lockSuperseded(transaction, newer.workspaceId, newer.syncId);
  let expiresAt: Date | null = null;
  for (const sync of older) {
    await close(transaction, sync, "superseded", newer.syncId);
    if (sync.expires_at !== null && (expiresAt === null || sync.expires_at < expiresAt)) {
      expiresAt = sync.expires_at;
    }
  }
  return { count: older.length, expiresAt };
}

async function close(
  transaction: Queryable,
  sync: LockedSync,
  reason: "expired" | "superseded",
  supersededBy: number | null,
): Promise<void> {
  const actor = systemActor(sync.workspace_id);
  const decision: Decision = {
    by: actor.name,
    at: new Date().toISOString(),
    comment: null,
    reason,
  };
  await writeOutcome(transaction, sync, {
    ...{ status: "rejected", phase: "done", decision },
    ...(supersededBy === null ? {} : { supersededBy }),
  });
  await writeAudit(transaction, actor, {
    action: `sync_${reason}`,
    target: { type: "sync", id: formatId("sync", sync.id), name: `#${sync.number}` },
    after: supersededBy === null ? null : { supersededBy: formatId("sync", supersededBy) },
  });
}
