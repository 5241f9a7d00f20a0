import type { UpdateType } from "../../contract/catalogue.ts";
import type { PlanRange } from "../report/plan-summary.ts";
import type { AppliedMark } from "../report/ranges.ts";
import { STEP_OF } from "./apply-steps.ts";

/** Updates of one type that are applied together, `first`..`last` inclusive. */
export interface UpdateBatch {
  type: UpdateType;
  step: number;
  first: number;
  last: number;
}

/** How many updates one batch takes: large enough to be set-based, small enough to keep transactions short. */
export const BATCH_SIZE = 25_000;

/** The whole rest of each type of update, in the order of applying. */
function listSteps(ranges: readonly PlanRange[]): UpdateBatch[] {
  return ranges
    .filter((range) => range.kind === "update" && range.last >= range.first)
    .map(({ type, first, last }) => {
      const updateType = type as UpdateType;
      return { type: updateType, step: STEP_OF[updateType], first, last };
    })
    .sort((a, b) => a.step - b.step);
}

/** What of a plan is applied next, given how far it is applied; `null` = nothing is left. */
export function findNextBatch(
  ranges: readonly PlanRange[],
  mark: AppliedMark,
  size: number = BATCH_SIZE,
): UpdateBatch | null {
  for (const rest of listSteps(ranges)) {
    if (rest.step < mark.step) continue;
    const first = rest.step === mark.step ? Math.max(rest.first, mark.position + 1) : rest.first;
    if (first > rest.last) continue;
    return { ...rest, first, last: Math.min(rest.last, first + size - 1) };
  }
  return null;
}

/** The batch, stretched to the end of its step: for what can only be decided over the whole step. */
export function stretchToStep(ranges: readonly PlanRange[], batch: UpdateBatch): UpdateBatch {
  const step = listSteps(ranges).find((each) => each.step === batch.step);
  return step === undefined ? batch : { ...batch, last: step.last };
}

/** How many updates of a plan there are, and how many the mark has behind it. */
export function countProgress(
  ranges: readonly PlanRange[],
  mark: AppliedMark,
): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const { step, first, last } of listSteps(ranges)) {
    const count = last - first + 1;
    total += count;
    if (step < mark.step) done += count;
    else if (step === mark.step) done += Math.max(0, Math.min(count, mark.position - first + 1));
  }
  return { done, total };
}
