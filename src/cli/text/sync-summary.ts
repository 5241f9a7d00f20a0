import { PHASE_LABELS } from "../../contract/labels.ts";
import type { Hold, Sync } from "../../contract/sync.ts";
import { cleanText } from "./clean-text.ts";
import { formatTable } from "./table.ts";
import {
  countOf,
  describeLimit,
  formatNumber,
  formatTime,
  inReportOrder,
  labelOfType,
  nameBadge,
} from "./words.ts";

/** What a sync came to: status, counts by type, what holds it and how to decide. */
export function formatSummary(sync: Sync, product: string): string[] {
  return [
    cleanText(headline(sync)),
    ...facts(sync).map(cleanText),
    ...formatCounts(describeUpdates(sync), sync.updates.byType, product),
    ...formatCounts(describeIssues(sync), sync.issues.byType, product),
    ...formatHold(sync),
  ];
}

/** `Sync 12: Completed with issues`. */
export function headline(sync: Sync): string {
  const kind = sync.dryRun ? "Preview, sync" : "Sync";
  const state =
    sync.status === "pending" && sync.phase !== "awaiting_approval"
      ? PHASE_LABELS[sync.phase].en
      : nameBadge(sync);
  return `${kind} ${sync.number}: ${state}`;
}

function facts(sync: Sync): string[] {
  const { decision, failure } = sync;
  const lines = [
    `Source ${sync.source.name}, ${sync.mode} push, by ${sync.trigger.actor} on ${formatTime(sync.createdAt)} UTC`,
  ];
  if (failure !== null) lines.push(failure.message);
  if (decision !== null) {
    const comment = decision.comment === null ? "" : `: ${decision.comment}`;
    lines.push(`Decided by ${decision.by} on ${formatTime(decision.at)} UTC${comment}`);
  }
  return lines;
}

function describeUpdates({ updates, status, phase, dryRun }: Sync): string {
  const all = countOf(updates.planned, "update");
  if (updates.planned === 0) return "No updates";
  if (dryRun || phase === "awaiting_approval") return `${all} planned`;
  const skipped = updates.skipped === 0 ? "" : `, ${formatNumber(updates.skipped)} skipped`;
  const isOver = status === "completed" || status === "approved";
  if (isOver && updates.applied + updates.skipped === updates.planned) {
    return `${countOf(updates.applied, "update")} applied${skipped}`;
  }
  return `${all} planned, ${formatNumber(updates.applied)} applied${skipped}`;
}

function describeIssues({ issues }: Sync): string {
  if (issues.total === 0) {
    return inReportOrder(issues.byType).length === 0
      ? "No issues"
      : "No issues, for information only";
  }
  const impacted = [
    ...(issues.impactedUsers > 0 ? [countOf(issues.impactedUsers, "user")] : []),
    ...(issues.impactedTeams > 0 ? [countOf(issues.impactedTeams, "team")] : []),
  ];
  const on = impacted.length === 0 ? "" : `, impacting ${impacted.join(" and ")}`;
  return countOf(issues.total, "issue") + on;
}

function formatCounts(title: string, byType: Record<string, number>, product: string): string[] {
  const rows = inReportOrder(byType).map(([type, count]) => [
    `  ${formatNumber(count)}`,
    labelOfType(type, product),
  ]);
  return ["", title, ...formatTable([{ align: "right" }, {}], rows)];
}

function formatHold(sync: Sync): string[] {
  const exceeded = sync.thresholds.map((limit) => `  ${cleanText(describeLimit(limit))}`);
  const waits = sync.phase === "awaiting_approval";
  if (exceeded.length === 0 && !waits) return [];
  const title = sync.dryRun ? "A push of this would wait for approval:" : "Limits exceeded:";
  const limits = exceeded.length === 0 ? [] : ["", title, ...exceeded];
  if (!waits) return limits;
  const reason = sync.hold === null ? [] : ["", describeHold(sync.hold)];
  const until = sync.expiresAt === null ? "" : ` It waits until ${formatTime(sync.expiresAt)} UTC.`;
  return [
    ...limits,
    ...reason,
    "",
    `Nothing is changed until somebody decides.${until}`,
    `  muster report ${sync.number}     to see what is planned`,
    `  muster approve ${sync.number}    to apply it`,
    `  muster reject ${sync.number}     to leave everything as it is`,
  ];
}

function describeHold({ reason, date }: Hold): string {
  if (reason === "paused") return "It waits because provisioning is paused.";
  const since = date === null ? "" : `, of ${formatTime(date)} UTC,`;
  return `It waits because its input${since} is older than what was accepted last.`;
}
