import type { EntryKind, EntryType, SubjectType } from "../../contract/catalogue.ts";
import type { PlanCounts } from "../plan/check-limits.ts";

/**
 * A stored plan's table of contents: entries of one type stand at consecutive positions, so counts per type and
 * jumps to any position are arithmetic. Kept in `syncs.plan`.
 */
export interface PlanSummary {
  /** In report order; `first`..`last` inclusive, dense from 1 over the whole report. */
  ranges: PlanRange[];
  issues: { total: number; impactedUsers: number; impactedTeams: number };
  /** Some address goes from one user to another within `user_updated`: that step is applied as one batch. */
  emailHandovers?: boolean;
  /** Rows read per section. */
  rows: Partial<Record<"members" | "teams" | "teamMappings", number>>;
  /** How many `user_updated` change each field. */
  fields?: Record<string, number>;
  /** What limits are checked on, so that others can be tried later. */
  counts?: PlanCounts;
}

export interface PlanRange {
  kind: EntryKind;
  subject: SubjectType | null;
  type: EntryType;
  first: number;
  last: number;
}
