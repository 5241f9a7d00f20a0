import { findAbsentTeams, matchTeams } from "../../db/queries/plan/plan-teams.ts";
import { stageTeams } from "../../db/queries/plan/stage-input.ts";
import type { PlanContext } from "./plan-context.ts";

/** Teams: which team each row is, and which linked teams no row names. */
export async function planTeams(context: PlanContext): Promise<void> {
  await stageTeams(context);
  await matchTeams(context);
  await findAbsentTeams(context);
}
