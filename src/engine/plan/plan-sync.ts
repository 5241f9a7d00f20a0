import { UPDATE_TYPES, type UpdateType } from "../../contract/catalogue.ts";
import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { ExceededLimit } from "../../contract/sync.ts";
import type { Section } from "../../core/input/rows.ts";
import { findExceededLimits, type PlanCounts } from "../../core/plan/check-limits.ts";
import type { PlanRange, PlanSummary } from "../../core/report/plan-summary.ts";
import { type Database, withTransaction } from "../../db/database.ts";
import { countExpectedIssues } from "../../db/queries/cause-marks.ts";
import { countChangedFields } from "../../db/queries/plan/count-fields.ts";
import { countBases, countImpact, hasEmailHandovers } from "../../db/queries/plan/count-plan.ts";
import * as issues from "../../db/queries/plan/draft-issues.ts";
import { draftLockedValues } from "../../db/queries/plan/keep-locked-values.ts";
import { listPlannedTypes } from "../../db/queries/plan/list-planned-types.ts";
import { openPlan, storePlan } from "../../db/queries/plan/open-plan.ts";
import { stagePeople } from "../../db/queries/plan/plan-members.ts";
import { stageGroups } from "../../db/queries/plan/plan-teams.ts";
import type { PlanScope } from "../../db/queries/plan/scope.ts";
import { stageFlaws } from "../../db/queries/plan/stage-input.ts";
import {
  endPositions,
  writeEntryNames,
  writeIssues,
  writeUpdates,
} from "../../db/queries/plan/write-entries.ts";
import { LeaseLostError } from "../lease.ts";
import { planManagers } from "./plan-managers.ts";
import { planMappings } from "./plan-mappings.ts";
import { planMembers } from "./plan-members.ts";
import { planTeams } from "./plan-teams.ts";

export interface PlanRequest {
  workspaceId: number;
  syncId: number;
  /** Whose lease it is; planning stops when it was lost. */
  owner: string;
}

export interface PlanResult {
  summary: PlanSummary;
  exceeded: ExceededLimit[];
  updates: number;
}

const SERIALIZATION_FAILURE = "40001";
/** How often a run is opened for planning before being overtaken counts as a failure. */
const MOST_TRIES = 10;

/** Everything about the run and its workspace that planning depends on. */
export interface PlanContext extends PlanScope {
  settings: ProvisioningSettings;
  seatLimit: number | null;
  products: string[];
  defaultProduct: string | null;
  rows: Partial<Record<Section, number>>;
  directoryVersion: number;
  hasLocks: boolean;
}

/**
 * Plans a sync: stages its input, compares it with the directory and stores every update and issue in report order.
 * One transaction on one view of the directory: a plan is there whole or not at all, and planning again after a
 * crash starts from nothing. Throws `LeaseLostError` when another worker has taken the run.
 */
export async function planSync(database: Database, request: PlanRequest): Promise<PlanResult> {
  for (let tries = 1; ; tries += 1) {
    let opened = false;
    try {
      return await withTransaction(database, async (transaction) => {
        const context = await openPlan(transaction, request);
        if (context === null) throw new LeaseLostError(request);
        opened = true;
        return plan(context);
      });
    } catch (error) {
      // The worker's sign of life touched the sync between the transaction's view and its lock.
      const overtaken = (error as { code?: unknown }).code === SERIALIZATION_FAILURE && !opened;
      if (!overtaken || tries === MOST_TRIES) throw error;
    }
  }
}

async function plan(context: PlanContext): Promise<PlanResult> {
  await stageFlaws(context);
  const { members, teams, teamMappings } = context.rows;
  await issues.startIssueDrafts(context);
  const { sortNames } = members === undefined ? { sortNames: false } : await planMembers(context);
  if (members !== undefined || teamMappings !== undefined) {
    await stagePeople(context, members !== undefined);
  }
  if (members !== undefined) {
    await issues.draftMemberIssues(context, context.products, context.seatLimit);
    if (context.hasLocks) await draftLockedValues(context);
    if (context.settings.automaticInvite) await issues.draftInvitationIssues(context);
    await planManagers(context);
  }
  if (teams !== undefined) {
    await planTeams(context);
    await issues.draftTeamIssues(context);
  }
  if (teamMappings !== undefined) {
    await stageGroups(context, teams !== undefined);
    await planMappings(context);
    await issues.draftMappingIssues(context);
  }
  await issues.draftUnknownColumns(context);
  return writePlan(context, sortNames);
}

const SECTION_OF = (type: UpdateType): Section => {
  if (type.startsWith("user_") || type.startsWith("direct_")) return "members";
  return ["team_created", "team_linked", "team_renamed", "team_deleted"].includes(type)
    ? "teams"
    : "teamMappings";
};

async function writePlan(context: PlanContext, sortNames: boolean): Promise<PlanResult> {
  const ranges: PlanRange[] = await writeIssues(context);
  const counts = new Map<UpdateType, number>();
  const lastIssue = ranges.at(-1)?.last ?? 0;
  let position = lastIssue;
  let updates = 0;
  const sections = (["members", "teams", "teamMappings"] as const).filter(
    (section) => context.rows[section] !== undefined,
  );
  const planned = await listPlannedTypes(context, sections);
  for (const type of UPDATE_TYPES) {
    if (!planned.has(type)) continue;
    const written = await writeUpdates(context, type, {
      invites: context.settings.automaticInvite,
      defaultProduct: context.defaultProduct,
    });
    counts.set(type, written);
    if (written === 0) continue;
    const subject = SECTION_OF(type) === "members" ? "user" : "team";
    ranges.push({ kind: "update", subject, type, first: position + 1, last: position + written });
    position += written;
    updates += written;
  }
  await endPositions(context);
  if (position > 0) await writeEntryNames(context, sortNames);
  const impact = await countImpact(context, lastIssue);
  const planCounts = await countPlan(context, counts, impact.taken);
  const summary: PlanSummary = {
    ranges,
    issues: { total: impact.total, impactedUsers: impact.users, impactedTeams: impact.teams },
    rows: context.rows,
    emailHandovers: planned.has("user_updated") && (await hasEmailHandovers(context)),
    counts: planCounts,
    ...(await countFields(context, ranges)),
  };
  const exceeded = findExceededLimits(planCounts, context.settings.thresholds);
  await storePlan(context, summary, exceeded, position, updates);
  const { transaction, workspaceId, syncId } = context;
  await countExpectedIssues(transaction, workspaceId, syncId, lastIssue);
  return { summary, exceeded, updates };
}

async function countFields(
  context: PlanContext,
  ranges: readonly PlanRange[],
): Promise<Pick<PlanSummary, "fields">> {
  const updated = ranges.find(({ type }) => type === "user_updated");
  return updated === undefined ? {} : { fields: await countChangedFields(context, updated) };
}

async function countPlan(
  context: PlanContext,
  counts: ReadonlyMap<UpdateType, number>,
  taken: number,
): Promise<PlanCounts> {
  const bases = await countBases(context, context.rows.members !== undefined);
  const count = (...types: UpdateType[]): number =>
    types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  const all = (subject: "user" | "team"): number =>
    count(
      ...UPDATE_TYPES.filter((type) => (SECTION_OF(type) === "members") === (subject === "user")),
    );
  const removed = {
    members: count("user_deactivated", "user_deleted"),
    teams: count("team_deleted"),
    teamMappings: count("team_member_removed", "team_manager_removed", "subteam_removed"),
  };
  return {
    userUpdates: all("user") - count("user_invited") - bases.new_lines,
    teamUpdates: all("team"),
    reactivations: count("user_reactivated"),
    removals: {
      users: { base: bases.users, planned: removed.members },
      teams: { base: bases.teams, planned: removed.teams },
      teamMembers: { base: bases.team_members, planned: count("team_member_removed") },
      teamManagers: { base: bases.team_managers, planned: count("team_manager_removed") },
      directManagers: { base: bases.direct_managers, planned: count("direct_manager_removed") },
      ...Object.fromEntries(
        bases.cleared.map(({ property, base, planned }) => [
          `values.${property}`,
          { base, planned },
        ]),
      ),
    },
    identities: { base: bases.users, planned: bases.identities },
    takenAddresses: { rows: context.rows.members ?? 0, planned: taken },
    emptySections: (["members", "teams", "teamMappings"] as const)
      .filter((section) => context.rows[section] === 0)
      .map((section) => ({ section, planned: removed[section] })),
  };
}
