import type {
  EntryKind,
  EntryType,
  Outcome,
  SubjectType,
  SyncPhase,
  SyncStatus,
} from "../../contract/catalogue.ts";
import type { PlanRange, PlanSummary } from "./plan-summary.ts";

/** Positions `first`..`last`, both inside. */
export interface PositionRange {
  first: number;
  last: number;
}

/** Filters of a report that a stored plan's table of contents answers without looking at an entry. */
export interface RangeFilter {
  kinds?: readonly EntryKind[] | undefined;
  subjects?: readonly SubjectType[] | undefined;
  types?: readonly EntryType[] | undefined;
}

/** The ranges of the plan that pass the filter; values of one filter are alternatives, filters add up. */
export function selectRanges(plan: PlanSummary, filter: RangeFilter): PlanRange[] {
  return plan.ranges.filter(
    (range) =>
      allows(filter.kinds, range.kind) &&
      (filter.subjects === undefined ||
        (range.subject !== null && filter.subjects.includes(range.subject))) &&
      allows(filter.types, range.type),
  );
}

function allows<T>(values: readonly T[] | undefined, value: T): boolean {
  return values === undefined || values.includes(value);
}

export function countRange(range: PositionRange): number {
  return Math.max(0, range.last - range.first + 1);
}

/** The applied mark of a finished run: beyond every step. */
export const ALL_STEPS = 32767;

/** How far a plan is applied: every update of an earlier step, and of `step` up to `position`. */
export interface AppliedMark {
  step: number;
  position: number;
}

/** What the outcome of an update follows from, beside its position. */
export interface SyncState {
  status: SyncStatus;
  phase: SyncPhase;
  dryRun: boolean;
  mark: AppliedMark;
}

/** Whether only the steps of the plan's types can tell how far it is applied: it stopped, or is, half way. */
export function isPartlyApplied(state: SyncState): boolean {
  return !state.dryRun && state.mark.step > 0 && state.mark.step < ALL_STEPS;
}

/** The step that updates of a type are applied in; every type has one. */
export type StepOfType = ReadonlyMap<EntryType, number>;

/** The positions that the applied mark covers, skipped updates included. A preview applies nothing. */
export function findAppliedRanges(
  plan: PlanSummary,
  state: SyncState,
  steps: StepOfType,
): PositionRange[] {
  if (state.dryRun) return [];
  const found: PositionRange[] = [];
  for (const range of plan.ranges) {
    if (range.kind !== "update") continue;
    const last = lastApplied(range, state.mark, steps);
    if (last >= range.first) found.push({ first: range.first, last });
  }
  return found;
}

function lastApplied(range: PlanRange, mark: AppliedMark, steps: StepOfType): number {
  if (mark.step >= ALL_STEPS) return range.last;
  const step = steps.get(range.type);
  if (step === undefined || mark.step <= 0 || step > mark.step) return range.first - 1;
  return step < mark.step ? range.last : Math.min(range.last, mark.position);
}

/** The outcome of updates that are neither applied nor skipped (domain rules, sections 9 and 11). */
export function outcomeOfRest(state: SyncState): Outcome {
  if (state.dryRun && state.status === "completed") return "planned";
  return state.status === "rejected" || state.status === "cancelled" || state.status === "failed"
    ? "not_applied"
    : "planned";
}
