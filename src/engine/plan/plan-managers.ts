import { refuseRings } from "../../core/plan/find-rings.ts";
import { draftManagerIssues, draftManagerRings } from "../../db/queries/plan/draft-issues.ts";
import * as managers from "../../db/queries/plan/plan-managers.ts";
import type { PlanContext } from "./plan-context.ts";

/** Direct Managers, in a second pass, so that the order of rows does not matter. */
export async function planManagers(context: PlanContext): Promise<void> {
  await managers.matchManagers(context);
  const { assigns, hasProblems } = await managers.findManagerChanges(context);
  let rings: number[][] = [];
  let refused = new Set<number>();
  // Without a new line there is no new ring.
  if (assigns) {
    const lines = await managers.readManagerLines(context);
    ({ rings, refused } = refuseRings(lines.before, lines.after));
  } else {
    await context.transaction.query("create temp table lines (no int, id bigint) on commit drop");
  }
  await managers.refuseManagerRings(context, rings, [...refused]);
  if (hasProblems) await draftManagerIssues(context);
  if (rings.length > 0) await draftManagerRings(context);
}
