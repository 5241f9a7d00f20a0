import { mayGoAhead } from "../../core/plan/go-ahead.ts";
import {
  countProgress,
  findNextBatch,
  stretchToStep,
  type UpdateBatch,
} from "../../core/plan/next-batch.ts";
import type { PlanRange } from "../../core/report/plan-summary.ts";
import { type Database, type OpenTransaction, openTransaction } from "../../db/database.ts";
import { commitBehind, preferLookups, waitBriefly } from "../../db/queries/apply-batch.ts";
import { hasManagerMoves } from "../../db/queries/apply-managers.ts";
import { lockHeldSync, moveMark } from "../../db/queries/apply-mark.ts";
import { lockDirectory } from "../../db/queries/lock-directory.ts";
import { BATCH_LEASE_SECONDS, type Lease } from "../lease.ts";
import { APPLY_TYPE } from "./apply-type.ts";

/** A pool that is smaller has no connection to spare. */
const SPARE_CONNECTIONS = 5;

/** What a batch that goes ahead counts on: the one before it, which found the directory undisturbed. */
export interface Behind {
  batch: UpdateBatch;
  sourceId: number;
  seatLimit: number | null;
}

/** A batch that is made before its turn has come. */
export interface BatchAhead {
  batch: UpdateBatch;
  /** What the one behind it can count on. */
  behind: Behind;
  /**
   * Its turn has come. Commits it with its mark and answers it; `null` when something has come between, or it could not
   * be made: then it was taken back, and nothing of it is there.
   */
  settle(): Promise<UpdateBatch | null>;
  drop(): Promise<void>;
}

/**
 * Begins the batch behind `behind` in a transaction of its own, beside it. It holds neither the directory nor the run
 * and asks nothing: only when its turn has come it takes both, and stands if nobody else has changed anything since.
 * So order, checks and marks are those of batches that go one after the other. `null` = there is none, or it has to
 * wait for its turn.
 */
export function beginAhead(
  database: Database,
  lease: Lease,
  ranges: readonly PlanRange[],
  behind: Behind,
  batchSize: number,
): BatchAhead | null {
  if (database.engine === "embedded" || database.pool.options.max < SPARE_CONNECTIONS) return null;
  const mark = { step: behind.batch.step, position: behind.batch.last };
  const batch = findNextBatch(ranges, mark, batchSize);
  if (batch === null || !mayGoAhead(behind.batch.type, batch.type)) return null;
  // How many seats are left is only known when its turn has come.
  if (batch.type === "user_created" && behind.seatLimit !== null) return null;
  const making = make(database, lease, ranges, behind, batch);
  making.catch(() => {});
  return {
    batch,
    behind: { ...behind, batch },
    settle: () => settle(making, lease, ranges, behind.batch, batch),
    drop: async () => (await making.catch(() => null))?.rollback(),
  };
}

/** Changes the directory; `null` = it has to wait for its turn. */
async function make(
  database: Database,
  { workspaceId, syncId }: Lease,
  ranges: readonly PlanRange[],
  { batch: before, sourceId, seatLimit }: Behind,
  batch: UpdateBatch,
): Promise<OpenTransaction | null> {
  const transaction = await openTransaction(database);
  try {
    await preferLookups(transaction);
    const step = stretchToStep(ranges, batch);
    const moves =
      batch.type === "direct_manager_assigned" &&
      before.step !== batch.step &&
      (await hasManagerMoves(transaction, workspaceId, syncId, step));
    if (moves) {
      await transaction.rollback();
      return null;
    }
    await commitBehind(transaction);
    const { first, last } = batch;
    await APPLY_TYPE[batch.type]({
      transaction,
      batch: { workspaceId, syncId, sourceId, first, last, isUndisturbed: true },
      seatLimit,
      emailHandovers: false,
      seeksLoops: false,
    });
    return transaction;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function settle(
  making: Promise<OpenTransaction | null>,
  lease: Lease,
  ranges: readonly PlanRange[],
  before: UpdateBatch,
  batch: UpdateBatch,
): Promise<UpdateBatch | null> {
  // What it ran into will be met again in its turn, and told then.
  const transaction = await making.catch(() => null);
  if (transaction === null) return null;
  const { workspaceId, syncId, owner } = lease;
  try {
    // Who has the directory may be waiting for a row of ours.
    await waitBriefly(transaction);
    const rules = await lockDirectory(transaction, workspaceId);
    const sync = await lockHeldSync(transaction, workspaceId, syncId, owner);
    const isItsTurn =
      sync !== null &&
      !sync.cancel_requested &&
      sync.applied_step === before.step &&
      sync.applied_position === before.last &&
      sync.skipped_count === 0 &&
      sync.directory_version === rules.directory_version - 1;
    if (!isItsTurn) {
      await transaction.rollback();
      return null;
    }
    const reached = { step: batch.step, position: batch.last };
    const held = { workspaceId, syncId, leaseSeconds: BATCH_LEASE_SECONDS };
    await moveMark(transaction, held, reached, {
      ...{ skipped: 0, ...countProgress(ranges, reached) },
      directoryVersion: rules.directory_version,
    });
    await transaction.commit();
    return batch;
  } catch {
    // Also a commit of which nobody knows: the mark tells whoever goes on.
    await transaction.rollback();
    return null;
  }
}
