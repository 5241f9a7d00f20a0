import { SYNC_STATUSES } from "./catalogue.ts";
import type { Sync } from "./sync.ts";

/** What a status badge says where the status alone does not tell enough (domain rules, sections 9 and 11). */
const BADGES = [
  "needs_approval",
  "completed_with_issues",
  "preview",
  "expired",
  "superseded",
] as const;
export type Badge = (typeof BADGES)[number];

/** What a sync's badge can say: every sync has exactly one (domain rules, sections 9 and 11). */
export const SYNC_BADGES = [...SYNC_STATUSES, ...BADGES] as const;
export type SyncBadge = (typeof SYNC_BADGES)[number];

/** What a badge follows from. */
type Shown = Pick<Sync, "status" | "phase" | "dryRun" | "decision"> & {
  issues: Pick<Sync["issues"], "total" | "expected">;
};

/** The badge of a sync: issues that are expected do not show in it. The history filters by the same (db/queries/sync-filter.ts). */
export function badgeOf({ status, phase, decision, dryRun, issues }: Shown): SyncBadge {
  const reason = decision?.reason;
  if (status === "rejected" && (reason === "expired" || reason === "superseded")) return reason;
  if (phase === "awaiting_approval") return "needs_approval";
  if (status !== "completed") return status;
  if (dryRun) return "preview";
  return issues.total > issues.expected ? "completed_with_issues" : "completed";
}
