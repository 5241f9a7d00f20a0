import { type Database, openTransaction, withTransaction } from "../../db/database.ts";
import { clearPlan, openPlan, shareView } from "../../db/queries/plan/open-plan.ts";
import { LeaseLostError } from "../lease.ts";
import { decidePlan } from "./decide-plan.ts";
import type { PlanContext, PlanResult } from "./plan-context.ts";
import { writePlan } from "./write-plan.ts";

export interface PlanRequest {
  workspaceId: number;
  syncId: number;
  /** Whose lease it is; planning stops when it was lost. */
  owner: string;
}

export interface PlanOptions {
  /** Rows of teams and of who is in them from which on they are planned beside the people; the default suits all but tests. */
  besideFrom?: number;
}

const SERIALIZATION_FAILURE = "40001";
/** How often a run is opened for planning before being overtaken counts as a failure. */
const MOST_TRIES = 10;
/** Fewer rows are planned sooner than handed over. */
const BESIDE_FROM = 2000;
/** A pool that is smaller has no connection to spare. */
const SPARE_CONNECTIONS = 5;

/**
 * Plans a sync: stages its input, compares it with the directory and stores every update and issue in report order.
 * All on one view of the directory, and in one transaction: a plan is there whole or not at all, and planning again
 * after a crash starts from nothing. Large pushes are planned in two, see `planBeside`. Throws `LeaseLostError` when
 * another worker has taken the run.
 */
export async function planSync(
  database: Database,
  request: PlanRequest,
  options: PlanOptions = {},
): Promise<PlanResult> {
  for (let tries = 1; ; tries += 1) {
    let opened = false;
    let isBeside = false;
    try {
      await clearPlan(database, request);
      return await withTransaction(database, async (transaction) => {
        const opening = await openPlan(transaction, request);
        if (opening === null) throw new LeaseLostError(request);
        opened = true;
        isBeside = isLarge(database, opening, options);
        return isBeside ? planBeside(database, opening) : plan(opening, null);
      });
    } catch (error) {
      // The worker's sign of life touched the sync between the transaction's view and its lock.
      const overtaken = (error as { code?: unknown }).code === SERIALIZATION_FAILURE && !opened;
      if (overtaken && tries < MOST_TRIES) continue;
      if (isBeside) await clearPlan(database, request).catch(() => {});
      throw error;
    }
  }
}

function isLarge(
  database: Database,
  { rows }: PlanContext,
  { besideFrom = BESIDE_FROM }: PlanOptions,
): boolean {
  if (database.engine === "embedded" || database.pool.options.max < SPARE_CONNECTIONS) return false;
  const ofTeams = (rows.teams ?? 0) + (rows.teamMappings ?? 0);
  return rows.members !== undefined && rows.teamMappings !== undefined && ofTeams >= besideFrom;
}

/**
 * Plans the teams in a second transaction beside the people's, on the same view of the directory. Its entries are
 * committed first: nobody reads the entries of a sync without a plan, and the plan is stored by the transaction that
 * ends last. When that one fails, they are removed again; after a crash, by the next attempt.
 */
async function planBeside(database: Database, context: PlanContext): Promise<PlanResult> {
  const second = await openTransaction(database);
  try {
    await shareView(context.transaction, second);
    const result = await plan(context, { ...context, transaction: second });
    await second.commit();
    return result;
  } catch (error) {
    await second.rollback();
    throw error;
  }
}

async function plan(context: PlanContext, beside: PlanContext | null): Promise<PlanResult> {
  return writePlan(context, beside, await decidePlan(context, beside));
}
