import type { UpdateType } from "../../contract/catalogue.ts";
import { countPlannedOfTeams, countPlannedOfUsers } from "../../db/queries/plan/count-planned.ts";
import * as issues from "../../db/queries/plan/draft-issues.ts";
import { handDraftsOver, handPeopleOver } from "../../db/queries/plan/hand-over.ts";
import { draftLockedValues } from "../../db/queries/plan/keep-locked-values.ts";
import { stagePeople } from "../../db/queries/plan/plan-members.ts";
import { stageGroups } from "../../db/queries/plan/plan-teams.ts";
import { stageFlaws, stageMappings } from "../../db/queries/plan/stage-input.ts";
import { begin } from "./beside.ts";
import type { PlanContext } from "./plan-context.ts";
import { planManagers } from "./plan-managers.ts";
import { planMappings } from "./plan-mappings.ts";
import { planMembers } from "./plan-members.ts";
import { planTeams } from "./plan-teams.ts";

/** What was decided, to be written. */
export interface DecidedPlan {
  /** How many updates of each type there are. */
  counts: { users: ReadonlyMap<UpdateType, number>; teams: ReadonlyMap<UpdateType, number> };
  /** The names of new people are there as they are sorted. */
  sortNames: boolean;
}

/**
 * Decides what every row means: who is who, what changes, what is an issue. Issues end up in the context's drafts;
 * updates of teams in the tables of `beside`, where there is a second transaction for them.
 */
export async function decidePlan(
  context: PlanContext,
  beside: PlanContext | null,
): Promise<DecidedPlan> {
  const forTeams = beside ?? context;
  const { members, teamMappings } = context.rows;
  await startDrafts(context);
  const staged = begin(beside !== null, () => stageTeams(forTeams, beside !== null));
  const { sortNames } = members === undefined ? { sortNames: false } : await planMembers(context);
  if (members !== undefined || teamMappings !== undefined) {
    await stagePeople(context, members !== undefined);
  }
  await staged();
  if (beside !== null) await handPeopleOver(context, beside);
  const decided = begin(beside !== null, () => decideTeams(forTeams));
  if (members !== undefined) await decideUsers(context);
  await issues.draftUnknownColumns(context);
  const teams = await decided();
  if (beside !== null) await handDraftsOver(beside, context);
  const users =
    members === undefined
      ? new Map<UpdateType, number>()
      : await countPlannedOfUsers(context, context.settings.automaticInvite);
  return { counts: { users, teams }, sortNames };
}

async function startDrafts(context: PlanContext): Promise<void> {
  await stageFlaws(context);
  await issues.startIssueDrafts(context);
}

async function decideUsers(context: PlanContext): Promise<void> {
  await issues.draftMemberIssues(context, context.products, context.seatLimit);
  if (context.hasLocks) await draftLockedValues(context);
  if (context.settings.automaticInvite) await issues.draftInvitationIssues(context);
  await planManagers(context);
}

/** What of the teams does not depend on the people. */
async function stageTeams(context: PlanContext, hasOwnDrafts: boolean): Promise<void> {
  const { teams, teamMappings } = context.rows;
  if (hasOwnDrafts) await startDrafts(context);
  if (teams !== undefined) {
    await planTeams(context);
    await issues.draftTeamIssues(context);
  }
  if (teamMappings === undefined) return;
  await stageGroups(context, teams !== undefined);
  await stageMappings(context);
}

/** Who is in which team, and how teams are nested. */
async function decideTeams(context: PlanContext): Promise<ReadonlyMap<UpdateType, number>> {
  const { teams, teamMappings } = context.rows;
  if (teamMappings !== undefined) {
    await planMappings(context);
    await issues.draftMappingIssues(context);
  }
  return countPlannedOfTeams(context, {
    teams: teams !== undefined,
    teamMappings: teamMappings !== undefined,
  });
}
