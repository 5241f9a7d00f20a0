import type { AuditAction } from "../contract/audit-actions.ts";
import { formatId } from "../contract/ids.ts";
import type { Decision } from "../contract/sync.ts";
import { cleanText } from "../core/input/cell-text.ts";
import { countRemovals } from "../core/report/count-removals.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  type LockedSync,
  lockSync,
  type Outcome,
  requestCancel,
  writeOutcome,
} from "../db/queries/decide-syncs.ts";
import { readSyncById } from "../db/queries/read-syncs.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { syncsTotal } from "./metrics.ts";
import { requireScope } from "./permission.ts";
import { announceWork } from "./work-signal.ts";

/**
 * Lets a waiting run through: it is applied as it was reviewed (domain rules, section 9). `confirmRemovals`, where
 * given, is how many users and teams the approver expects to be removed.
 */
export async function approveSync(
  database: Database,
  actor: Actor,
  syncId: number,
  comment: string | null,
  confirmRemovals?: number,
): Promise<void> {
  await decide(database, actor, syncId, async (transaction, sync) => {
    requireWaiting(sync);
    if (confirmRemovals !== undefined) {
      await requireRemovals(transaction, actor, syncId, confirmRemovals);
    }
    const decision = decisionOf(actor, "approved_by_person", comment);
    await writeOutcome(transaction, sync, { status: "approved", phase: "queued", decision });
    await auditDecision(transaction, actor, sync, "sync_approved", decision.comment);
  });
  announceWork();
}

/** Refuses a waiting run: nothing of it is applied. */
export async function rejectSync(
  database: Database,
  actor: Actor,
  syncId: number,
  comment: string | null,
): Promise<void> {
  await decide(database, actor, syncId, async (transaction, sync) => {
    requireWaiting(sync);
    const decision = decisionOf(actor, "rejected_by_person", comment);
    await writeOutcome(transaction, sync, { status: "rejected", phase: "done", decision });
    await auditDecision(transaction, actor, sync, "sync_rejected", decision.comment);
    return "rejected";
  });
}

/**
 * Stops a run. One that no worker has ends at once; otherwise its worker is asked, which stops before anything is
 * applied, or after the batch at hand (domain rules, section 11, "Runs").
 */
export async function cancelSync(
  database: Database,
  actor: Actor,
  syncId: number,
  comment: string | null,
): Promise<void> {
  await decide(database, actor, syncId, async (transaction, sync) => {
    if (sync.phase === "done") throw conflict("not_cancellable", sync);
    await auditDecision(transaction, actor, sync, "sync_cancelled", clean(comment));
    if (sync.lease_owner !== null || sync.phase === "applying") {
      await requestCancel(transaction, sync, actor.name);
      return undefined;
    }
    const outcome = cancelled(sync, actor.name);
    await writeOutcome(transaction, sync, outcome);
    return outcome.status;
  });
  announceWork();
}

/** How a run ends that a person stopped: cancelled, or failed once it was approved (section 11, "Transitions"). */
export function cancelled(sync: Pick<LockedSync, "status">, by: string): Outcome {
  if (sync.status === "pending") {
    return { status: "cancelled", phase: "done", cancelledBy: by };
  }
  return { status: "failed", phase: "done", cancelledBy: by, failure: stoppedByPerson(by) };
}

/** The failure of a run that was stopped after it was let through, or half way through applying. */
export function stoppedByPerson(by: string): { code: string; message: string } {
  return {
    code: "stopped_by_person",
    message: `${by} stopped this sync. The report says which updates were applied and which were not.`,
  };
}

async function decide(
  database: Database,
  actor: Actor,
  syncId: number,
  work: (transaction: Queryable, sync: LockedSync) => Promise<string | undefined>,
): Promise<void> {
  requireScope(actor, "read_write");
  const ended = await withTransaction(database, async (transaction) => {
    const sync = await lockSync(transaction, actor.workspaceId, syncId);
    if (sync === null) throw notFound("sync");
    return work(transaction, sync);
  });
  if (typeof ended === "string") syncsTotal.inc({ status: ended });
}

function requireWaiting(sync: LockedSync): void {
  if (sync.phase !== "awaiting_approval" || sync.is_expired) throw conflict("not_waiting", sync);
}

async function requireRemovals(
  transaction: Queryable,
  actor: Actor,
  syncId: number,
  confirmed: number,
): Promise<void> {
  const row = await readSyncById(transaction, actor.workspaceId, syncId);
  const { users, teams } = countRemovals(row?.plan ?? null);
  if (confirmed === users + teams) return;
  throw new EngineError(
    422,
    "removals_differ",
    `This sync removes ${users} users and ${teams} teams, ${users + teams} in all, not ${confirmed}.`,
    [{ pointer: "/confirmRemovals", message: `must be ${users + teams}` }],
  );
}

function decisionOf(actor: Actor, reason: Decision["reason"], comment: string | null): Decision {
  return { by: actor.name, at: new Date().toISOString(), comment: clean(comment), reason };
}

function clean(comment: string | null): string | null {
  return comment === null ? null : cleanText(comment).text;
}

async function auditDecision(
  transaction: Queryable,
  actor: Actor,
  sync: LockedSync,
  action: AuditAction,
  comment: string | null,
): Promise<void> {
  await writeAudit(transaction, actor, {
    action,
    target: { type: "sync", id: formatId("sync", sync.id), name: `#${sync.number}` },
    after: comment === null ? null : { comment },
  });
}

/** 409, saying how the sync stands and who decided. */
function conflict(code: "not_waiting" | "not_cancellable", sync: LockedSync): EngineError {
  const asked = code === "not_waiting" ? "does not wait for a decision" : "cannot be cancelled";
  return new EngineError(409, code, `Sync #${sync.number} ${asked}: ${describeState(sync)}.`);
}

function describeState(sync: LockedSync): string {
  const { decision } = sync;
  if (sync.status === "cancelled") {
    return sync.cancel_requested_by === null
      ? "it was cancelled"
      : `${sync.cancel_requested_by} cancelled it`;
  }
  if (decision !== null) return DECIDED[decision.reason](decision);
  if (sync.is_expired && sync.phase === "awaiting_approval")
    return "its time for a decision is over";
  if (sync.status === "completed") return "it is completed";
  if (sync.status === "failed") return "it failed";
  return "it is still being processed";
}

const DECIDED: Record<Decision["reason"], (decision: Decision) => string> = {
  approved_by_person: ({ by, at }) => `${by} approved it at ${at}`,
  rejected_by_person: ({ by, at }) => `${by} rejected it at ${at}`,
  expired: ({ at }) => `nobody decided in time and it expired at ${at}`,
  superseded: ({ at }) => `a newer sync took its place at ${at}`,
};
