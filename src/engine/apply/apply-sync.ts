import { FINISHED_STEP } from "../../core/plan/apply-steps.ts";
import {
  BATCH_SIZE,
  countProgress,
  findNextBatch,
  stretchToStep,
  type UpdateBatch,
} from "../../core/plan/next-batch.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { AppliedMark } from "../../core/report/ranges.ts";
import { type Database, type Queryable, withTransaction } from "../../db/database.ts";
import { commitBehind, preferLookups } from "../../db/queries/apply-batch.ts";
import { hasManagerMoves } from "../../db/queries/apply-managers.ts";
import { finishMark, lockHeldSync, moveMark, readPlan } from "../../db/queries/apply-mark.ts";
import { lockDirectory } from "../../db/queries/lock-directory.ts";
import { BATCH_LEASE_SECONDS, type Lease, LeaseLostError } from "../lease.ts";
import { type BatchAhead, type Behind, beginAhead } from "./apply-ahead.ts";
import { APPLY_TYPE } from "./apply-type.ts";

export interface ApplyHooks {
  /** Called after each batch's commit. */
  afterBatch?: (batch: UpdateBatch) => void | Promise<void>;
  /** Updates per batch; the default suits all but tests. */
  batchSize?: number;
}

type Plan = PlanSummary & { emailHandovers?: boolean };

/**
 * Applies a planned sync, whose lease the caller holds, from where it stopped: in batches, each one transaction that changes the directory, skips
 * what no longer fits, and moves the mark (architecture, invariants 1, 3, 5 and 6). `stopped` = a person asked for
 * it, before everything was applied. Throws `LeaseLostError` when the run is somebody else's by now. Leaves status
 * and phase to the caller.
 */
export async function applySync(
  database: Database,
  lease: Lease,
  hooks: ApplyHooks = {},
): Promise<"applied" | "stopped"> {
  const plan = await readPlan(database, lease.workspaceId, lease.syncId);
  if (plan === null) throw new Error(`Sync ${lease.syncId} has no plan to apply.`);
  const batches = new Batches(database, lease, plan, hooks.batchSize ?? BATCH_SIZE);
  try {
    for (;;) {
      const result = await batches.next();
      if (result === "applied" || result === "stopped") return result;
      await hooks.afterBatch?.(result);
    }
  } finally {
    await batches.close();
  }
}

/** Applies batch after batch; where it can be, the next one is begun beside the one at hand. */
class Batches {
  readonly #database: Database;
  readonly #lease: Lease;
  readonly #plan: Plan;
  readonly #size: number;
  #ahead: BatchAhead | null = null;

  constructor(database: Database, lease: Lease, plan: Plan, size: number) {
    this.#database = database;
    this.#lease = lease;
    this.#plan = plan;
    this.#size = size;
  }

  async next(): Promise<UpdateBatch | "applied" | "stopped"> {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead !== null) {
      this.#begin(ahead.behind);
      const batch = await ahead.settle();
      if (batch !== null) return batch;
      // The one behind it counted on it.
      await this.close();
    }
    return withTransaction(this.#database, (transaction) =>
      applyNextBatch(transaction, this.#lease, this.#plan, this.#size, (batch) =>
        this.#begin(batch),
      ),
    );
  }

  /** Takes back what was begun. */
  async close(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = null;
    await ahead?.drop();
  }

  #begin(behind: Behind): void {
    this.#ahead = beginAhead(this.#database, this.#lease, this.#plan.ranges, behind, this.#size);
  }
}

async function applyNextBatch(
  transaction: Queryable,
  lease: Lease,
  plan: Plan,
  batchSize: number,
  goOn: (behind: Behind) => void,
): Promise<UpdateBatch | "applied" | "stopped"> {
  const { workspaceId, syncId, owner } = lease;
  const rules = await lockDirectory(transaction, workspaceId);
  const sync = await lockHeldSync(transaction, workspaceId, syncId, owner);
  if (sync === null) throw new LeaseLostError(lease);
  const mark = { step: sync.applied_step, position: sync.applied_position };
  const next = findNextBatch(plan.ranges, mark, batchSize);
  if (next === null) {
    const { total } = countProgress(plan.ranges, mark);
    await finishMark(transaction, workspaceId, syncId, FINISHED_STEP, total);
    return "applied";
  }
  if (sync.cancel_requested) return "stopped";

  // While nobody else has changed the directory since the plan was made, and nothing was skipped, all of it fits,
  // and closes no loop.
  const isUndisturbed =
    sync.skipped_count === 0 && sync.directory_version === rules.directory_version - 1;
  // Every assignment on a loop is to be skipped, so loops are sought over the whole step.
  const seeksLoops =
    !isUndisturbed && (next.type === "direct_manager_assigned" || next.type === "subteam_added");
  const emailHandovers = next.type === "user_updated" && plan.emailHandovers === true;
  const wholeStep = stretchToStep(plan.ranges, next);
  const asOne =
    emailHandovers || seeksLoops || (await movesManagers(transaction, lease, mark, wholeStep));
  const batch = asOne ? wholeStep : next;
  if (isUndisturbed) {
    goOn({ batch, sourceId: sync.source_id, seatLimit: rules.seat_limit });
  }
  await preferLookups(transaction);
  if (batch.type !== "user_invited") await commitBehind(transaction);
  const skipped = await APPLY_TYPE[batch.type]({
    transaction,
    batch: {
      ...{ workspaceId, syncId, sourceId: sync.source_id, first: batch.first, last: batch.last },
      isUndisturbed,
    },
    seatLimit: rules.seat_limit,
    emailHandovers,
    seeksLoops,
  });
  const reached = { step: batch.step, position: batch.last };
  const progress = countProgress(plan.ranges, reached);
  const held = { workspaceId, syncId, leaseSeconds: BATCH_LEASE_SECONDS };
  await moveMark(transaction, held, reached, {
    ...{ skipped, ...progress },
    directoryVersion: isUndisturbed ? rules.directory_version : sync.directory_version,
  });
  return batch;
}

/**
 * Whether the step moves users from one Direct Manager to another. Old and new lines together can loop halfway, and
 * a run may stop there, so such a step is one batch. New lines alone are part of a plan without loops at any time;
 * subteams that move were taken out of their old parents in the step before.
 */
async function movesManagers(
  transaction: Queryable,
  { workspaceId, syncId }: Lease,
  mark: AppliedMark,
  step: UpdateBatch,
): Promise<boolean> {
  if (step.type !== "direct_manager_assigned" || mark.step === step.step) return false;
  return hasManagerMoves(transaction, workspaceId, syncId, step);
}
