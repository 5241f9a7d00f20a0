import { DEFAULT_SETTINGS, withDefaults } from "../contract/settings.ts";
import type { ExceededLimit, Hold } from "../contract/sync.ts";
import type { PlanSummary } from "../core/report/plan-summary.ts";
import { countRange } from "../core/report/ranges.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import { endRun, letWait, lockRun, type RunState, setPhase } from "../db/queries/run-syncs.ts";
import { readWorkspace } from "../db/queries/workspaces.ts";
import { supersedeOlder } from "./close-waiting.ts";
import { cancelled, stoppedByPerson } from "./decide-sync.ts";
import { type Lease, LeaseLostError } from "./lease.ts";
import { entriesTotal, syncDurationSeconds, syncsTotal } from "./metrics.ts";
import { putNotices } from "./notices/put-notices.ts";

/** What planning found; stored with the sync in the transaction that writes its entries. */
export interface PlannedRun {
  summary: PlanSummary;
  exceeded: ExceededLimit[];
}

/** The two long steps of a run. Both throw `LeaseLostError` when the claim is gone. */
export interface RunSteps {
  /** Plans, and stores the plan in its own last transaction. */
  plan(database: Database, lease: Lease): Promise<PlannedRun>;
  /** Applies the plan from where it stands; `stopped` = a person has asked to stop. */
  apply(database: Database, lease: Lease): Promise<"applied" | "stopped">;
}

type Next = "apply" | "ended";

/** Takes a claimed run from where it stands as far as it goes (domain rules, section 9): to its end, or to a decision. */
export async function runSync(database: Database, lease: Lease, steps: RunSteps): Promise<void> {
  const startedAt = Date.now();
  const start = await settle(database, lease, async (transaction, run) => {
    if (run.cancel_requested_by !== null && run.phase !== "applying") {
      return cancel(transaction, lease, run, run.cancel_requested_by);
    }
    if (run.phase === "applying") return { next: "apply" as const };
    // Broken off after its plan was stored: the plan stands.
    return { next: run.planned_at === null ? ("plan" as const) : ("decide" as const) };
  });
  if (start.next === "ended") return;
  if (start.next !== "apply") {
    if (start.next === "plan") await plan(database, lease, steps);
    const decided = await settle(database, lease, (transaction, run) =>
      afterPlan(transaction, lease, run, startedAt),
    );
    if (decided.next === "ended") return;
  }
  const applied = await steps.apply(database, lease);
  await settle(database, lease, async (transaction, run) => {
    const seconds = secondsOf(run, startedAt);
    if (applied === "applied") {
      // Approved stays approved: the status says how it came to be applied.
      const status = run.status === "approved" ? "approved" : "completed";
      const ended = await end(transaction, lease, { status, applied: true }, seconds);
      await putNotices(transaction, lease, "newIssues");
      return ended;
    }
    const failure = stoppedByPerson(run.cancel_requested_by ?? "A person");
    return end(transaction, lease, { status: "failed", applied: false, failure }, seconds);
  });
}

/** Ends a claimed run as failed; nothing happens when the claim is gone. */
export async function failRun(
  database: Database,
  lease: Lease,
  failure: { code: string; message: string },
): Promise<void> {
  const ended = await withTransaction(database, async (transaction) => {
    const run = await lockRun(transaction, lease);
    if (run === null) return false;
    await endRun(transaction, lease, { status: "failed", applied: false, failure });
    // A preview was to change nothing, and whoever asked for it looks at it.
    if (!run.dry_run) await putNotices(transaction, lease, "failed");
    return true;
  });
  if (ended) syncsTotal.inc({ status: "failed" });
}

/** Ends a claimed run that a person wants stopped before anything of it was applied. */
export async function stopRun(database: Database, lease: Lease): Promise<void> {
  await settle(database, lease, async (transaction, run) => {
    if (run.cancel_requested_by === null || run.phase === "applying") return { next: "ended" };
    return cancel(transaction, lease, run, run.cancel_requested_by);
  });
}

async function plan(database: Database, lease: Lease, steps: RunSteps): Promise<void> {
  if (!(await setPhase(database, lease, "planning"))) throw new LeaseLostError(lease);
  const { summary } = await steps.plan(database, lease);
  for (const range of summary.ranges) entriesTotal.inc({ type: range.type }, countRange(range));
}

/** Decides, with the plan ready, whether the run ends, waits or goes on. */
async function afterPlan(
  transaction: Queryable,
  lease: Lease,
  run: RunState,
  startedAt: number,
): Promise<Settled<Next>> {
  if (run.cancel_requested_by !== null) {
    return cancel(transaction, lease, run, run.cancel_requested_by);
  }
  if (run.dry_run) {
    return end(
      transaction,
      lease,
      { status: "completed", applied: false },
      secondsOf(run, startedAt),
    );
  }
  const superseded =
    run.mode === "full" && run.rerun_of === null
      ? await supersedeOlder(transaction, lease)
      : { count: 0, expiresAt: null };
  const count = () => syncsTotal.inc({ status: "rejected" }, superseded.count);
  const { settings } = await readWorkspace(transaction, lease.workspaceId);
  const { paused } = withDefaults(settings);
  const hold = holdOf(run, paused);
  if (run.thresholds.length > 0 || hold !== null) {
    const expiryDays = run.settings?.approvalExpiryDays ?? DEFAULT_SETTINGS.approvalExpiryDays;
    const { thresholds } = run;
    const { expiresAt } = superseded;
    await letWait(transaction, lease, { thresholds, hold, expiryDays, expiresAt });
    await putNotices(transaction, lease, "needsApproval");
    return { next: "ended", committed: count };
  }
  await setPhase(transaction, lease, "applying");
  return { next: "apply", committed: count };
}

/** Why the run waits whatever its plan is. Older input comes first: it stays older when the pause is over. */
function holdOf(run: RunState, paused: boolean): Hold | null {
  return run.settings?.forceHold ?? (paused ? { reason: "paused", date: null } : null);
}

interface Settled<T> {
  next: T;
  /** Called once it is certain. */
  committed?: () => void;
}

/** Runs one move of a claimed run in a transaction of its own, the run locked. */
async function settle<T extends string>(
  database: Database,
  lease: Lease,
  work: (transaction: Queryable, run: RunState) => Promise<Settled<T>>,
): Promise<Settled<T>> {
  const settled = await withTransaction(database, async (transaction) => {
    const run = await lockRun(transaction, lease);
    if (run === null) throw new LeaseLostError(lease);
    return work(transaction, run);
  });
  settled.committed?.();
  return settled;
}

async function cancel(
  transaction: Queryable,
  lease: Lease,
  run: RunState,
  by: string,
): Promise<Settled<"ended">> {
  const { status, failure } = cancelled(run, by);
  return end(transaction, lease, { status, applied: false, failure }, null);
}

async function end(
  transaction: Queryable,
  lease: Lease,
  outcome: Parameters<typeof endRun>[2],
  seconds: number | null,
): Promise<Settled<"ended">> {
  await endRun(transaction, lease, outcome);
  return {
    next: "ended",
    committed() {
      syncsTotal.inc({ status: outcome.status });
      if (seconds !== null) syncDurationSeconds.observe(seconds);
    },
  };
}

/** How long the run took, waiting for approval left out: what was planned before it waited, and this stretch. */
function secondsOf(run: RunState, startedAt: number): number {
  const stretch = Date.now() - startedAt;
  const { started_at: started, planned_at: planned } = run;
  if (run.status !== "approved" || started === null || planned === null) return stretch / 1000;
  return (stretch + planned.getTime() - started.getTime()) / 1000;
}
