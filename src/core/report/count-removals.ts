import type { EntryType } from "../../contract/catalogue.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { countRange } from "./ranges.ts";

/** Users and teams that a plan removes: what an approver past the limit confirms by its number. */
export function countRemovals(plan: PlanSummary | null): { users: number; teams: number } {
  const count = (...types: EntryType[]) =>
    (plan?.ranges ?? [])
      .filter(({ type }) => types.includes(type))
      .reduce((sum, range) => sum + countRange(range), 0);
  return { users: count("user_deactivated", "user_deleted"), teams: count("team_deleted") };
}
