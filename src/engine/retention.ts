import { REQUESTS_KEPT } from "../contract/api-request.ts";
import { DEFAULT_SETTINGS } from "../contract/settings.ts";
import { type Database, withTransaction } from "../db/database.ts";
import { findExpiredTombstones, isPlanning, lockUsersToErase } from "../db/queries/erase-users.ts";
import { lockDirectory } from "../db/queries/lock-directory.ts";
import {
  deleteLastEntries,
  deleteOldApiRequests,
  deleteOldIdempotencyKeys,
  deleteOldInvitations,
  deleteOldNotices,
  deleteOrphanInputs,
  deleteSync,
  expireInputs,
  lockExpiredSync,
} from "../db/queries/retention.ts";
import { systemActor } from "./actor.ts";
import { erasePeople } from "./erasure/erase-people.ts";

/** How much one transaction takes on: on the embedded database everything else waits for it. */
const PEOPLE = 100;
const INPUTS = 5;
const ENTRIES = 20_000;
const REQUESTS = 10_000;

/** What a round of retention removed. */
export interface RetentionResult {
  erasedUsers: number;
  expiredInputs: number;
  orphanInputs: number;
  removedSyncs: number;
  idempotencyKeys: number;
  invitations: number;
  apiRequests: number;
  notices: number;
}

/**
 * Removes whatever is kept no longer, in small batches. To be called now and then, also by several processes at
 * once: each takes what no other has locked.
 */
export async function applyRetention(database: Database): Promise<RetentionResult> {
  const once = (work: Parameters<typeof withTransaction<number>>[1]) =>
    withTransaction(database, work);
  return {
    erasedUsers: await eraseExpiredUsers(database),
    expiredInputs: await repeat(() => once((transaction) => expireInputs(transaction, INPUTS))),
    orphanInputs: await repeat(() =>
      once((transaction) => deleteOrphanInputs(transaction, INPUTS)),
    ),
    removedSyncs: await repeat(() => removeExpiredSync(database)),
    idempotencyKeys: await once(deleteOldIdempotencyKeys),
    invitations: await once(deleteOldInvitations),
    apiRequests: await repeat(() =>
      once((transaction) => deleteOldApiRequests(transaction, REQUESTS_KEPT, REQUESTS)),
    ),
    notices: await once(deleteOldNotices),
  };
}

/** Adds up until a batch finds nothing. */
async function repeat(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await batch();
    if (count === 0) return total;
    total += count;
  }
}

/** Erases deleted users whose undo window is over (domain rules, section 2). */
export async function eraseExpiredUsers(database: Database): Promise<number> {
  return repeat(async () => {
    let erased = 0;
    for (const { workspace_id, ids } of await findExpiredTombstones(
      database,
      DEFAULT_SETTINGS.undoWindowDays,
      PEOPLE,
    )) {
      erased += await withTransaction(database, async (transaction) => {
        await lockDirectory(transaction, workspace_id);
        // Its report, not yet there, may name them: they are erased in a later round.
        if (await isPlanning(transaction, workspace_id)) return 0;
        const locked = await lockUsersToErase(transaction, workspace_id, ids);
        await erasePeople(transaction, systemActor(workspace_id), locked);
        return locked.length;
      });
    }
    return erased;
  });
}

/** Removes one report that is kept no longer, entries first and in batches; answers 0 when there is none. */
async function removeExpiredSync(database: Database): Promise<number> {
  for (;;) {
    const isGone = await withTransaction(database, async (transaction) => {
      const sync = await lockExpiredSync(transaction, DEFAULT_SETTINGS.reportRetentionDays);
      if (sync === null) return null;
      if ((await deleteLastEntries(transaction, sync.workspace_id, sync.id, ENTRIES)) > 0)
        return false;
      await deleteSync(transaction, sync.workspace_id, sync.id);
      return true;
    });
    if (isGone === null) return 0;
    if (isGone) return 1;
  }
}
