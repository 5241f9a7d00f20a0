import { UPDATE_TYPES, type UpdateType } from "../../contract/catalogue.ts";
import type { Section } from "../../core/input/rows.ts";
import { findExceededLimits, type PlanCounts } from "../../core/plan/check-limits.ts";
import type { PlanRange, PlanSummary } from "../../core/report/plan-summary.ts";
import { countRange } from "../../core/report/ranges.ts";
import { countExpectedIssues } from "../../db/queries/cause-marks.ts";
import { countChangedFields } from "../../db/queries/plan/count-fields.ts";
import { countBases, countImpact, hasEmailHandovers } from "../../db/queries/plan/count-plan.ts";
import { storePlan } from "../../db/queries/plan/open-plan.ts";
import {
  endPositions,
  startPositions,
  writeIssues,
  writeUpdates,
} from "../../db/queries/plan/write-entries.ts";
import {
  NAMES_ENTRIES,
  readNameLines,
  writeEntryNames,
} from "../../db/queries/plan/write-names.ts";
import { begin } from "./beside.ts";
import type { DecidedPlan } from "./decide-plan.ts";
import type { PlanContext, PlanResult } from "./plan-context.ts";

type Counts = ReadonlyMap<UpdateType, number>;

/**
 * Writes what was decided as entries in report order (issues, then updates by type), with what they are found by, and
 * stores the plan with its counts and the limits that it exceeds. Updates of teams are written by `beside`, where there
 * is a second transaction for them; it is left for the caller to commit.
 */
export async function writePlan(
  context: PlanContext,
  beside: PlanContext | null,
  { counts, sortNames }: DecidedPlan,
): Promise<PlanResult> {
  await startPositions(context, 1);
  const issues = await writeIssues(context);
  await endPositions(context);
  const lastIssue = issues.at(-1)?.last ?? 0;
  const ofUsers = listRanges(counts.users, lastIssue);
  const lastOfUsers = ofUsers.at(-1)?.last ?? lastIssue;
  const ofTeams = listRanges(counts.teams, lastOfUsers);
  const last = ofTeams.at(-1)?.last ?? lastOfUsers;

  const written = begin(beside !== null, () => writeRanges(beside ?? context, ofTeams));
  await writeRanges(context, ofUsers);
  if (beside === null) {
    await written();
    await writeEntryNames(context, { first: 1, last, sortNames }, null);
  } else {
    await writeNamesBeside(context, beside, written, { lastOfUsers, last, sortNames });
  }

  const impact = await countImpact(context, lastIssue);
  const all: Counts = new Map([...counts.users, ...counts.teams]);
  const planCounts = await countPlan(context, all, impact.taken);
  const ranges = [...issues, ...ofUsers, ...ofTeams];
  const summary: PlanSummary = {
    ranges,
    issues: { total: impact.total, impactedUsers: impact.users, impactedTeams: impact.teams },
    rows: context.rows,
    emailHandovers: all.has("user_updated") && (await hasEmailHandovers(context)),
    counts: planCounts,
    ...(await countFields(context, ranges)),
  };
  const exceeded = findExceededLimits(planCounts, context.settings.thresholds);
  const updates = last - lastIssue;
  await storePlan(context, summary, exceeded, last, updates);
  const { transaction, workspaceId, syncId } = context;
  await countExpectedIssues(transaction, workspaceId, syncId, lastIssue);
  return { summary, exceeded, updates };
}

function sectionOf(type: UpdateType): Section {
  if (type.startsWith("user_") || type.startsWith("direct_")) return "members";
  return ["team_created", "team_linked", "team_renamed", "team_deleted"].includes(type)
    ? "teams"
    : "teamMappings";
}

/** The types that there are, in report order, from behind `before`. */
function listRanges(counts: Counts, before: number): (PlanRange & { type: UpdateType })[] {
  let position = before;
  return UPDATE_TYPES.filter((type) => counts.has(type)).map((type) => {
    const first = position + 1;
    position += counts.get(type)!;
    const subject = sectionOf(type) === "members" ? "user" : "team";
    return { kind: "update", subject, type, first, last: position };
  });
}

/** Writes consecutive ranges. */
async function writeRanges(
  context: PlanContext,
  ranges: readonly (PlanRange & { type: UpdateType })[],
): Promise<void> {
  if (ranges.length === 0) return;
  await startPositions(context, ranges[0]!.first);
  for (const range of ranges) {
    const written = await writeUpdates(context, range.type, {
      invites: context.settings.automaticInvite,
      defaultProduct: context.defaultProduct,
    });
    if (written !== countRange(range)) {
      throw new Error(
        `${countRange(range)} of ${range.type} were counted, and ${written} written.`,
      );
    }
  }
  await endPositions(context);
}

/** Each transaction sees its own entries only: the row that holds the last of one and the first of the other is put together. */
async function writeNamesBeside(
  context: PlanContext,
  beside: PlanContext,
  written: () => Promise<void>,
  { lastOfUsers, last, sortNames }: { lastOfUsers: number; last: number; sortNames: boolean },
): Promise<void> {
  const whole = last === lastOfUsers ? last : lastOfUsers - (lastOfUsers % NAMES_ENTRIES);
  const rest = { first: whole + 1, last: lastOfUsers, sortNames };
  const shared = await readNameLines(context, rest);
  const ofTeams = begin(true, async () => {
    await written();
    await writeEntryNames(beside, { first: lastOfUsers + 1, last, sortNames }, shared);
  });
  await writeEntryNames(context, { first: 1, last: whole, sortNames }, null);
  await ofTeams();
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
      ...UPDATE_TYPES.filter((type) => (sectionOf(type) === "members") === (subject === "user")),
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
