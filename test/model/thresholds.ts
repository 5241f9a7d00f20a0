/** The limits that hold a run for a person (sections 3, 9 and 11). Counted on the planned entries. */

import { type EntryType, SUBJECT_OF } from "../../src/contract/catalogue.ts";
import { isLive, type ModelUser } from "./directory.ts";
import type { HeldLimit, ModelEntry } from "./entry.ts";
import type { ModelRun } from "./run.ts";

/** Every limit that the run exceeds. */
export function findHeldLimits(run: ModelRun): HeldLimit[] {
  const found = [
    ...checkCounts(run),
    ...checkRemovals(run),
    ...checkIdentities(run),
    ...checkEmptySections(run),
    ...checkTakenEmails(run),
  ];
  return found.filter((each) => each.planned > each.allowed);
}

function count(run: ModelRun, type: EntryType): number {
  return run.entries.filter((entry) => entry.type === type).length;
}

/** Sections 9 and 11: updates of users, updates of teams, reactivations. */
function checkCounts(run: ModelRun): HeldLimit[] {
  const { users, teams, reactivations } = run.before.settings.thresholds;
  const updates = run.entries.filter((entry) => entry.kind === "update");
  const created = updates
    .filter((entry) => entry.type === "user_created")
    .map((entry) => entry.subject.key);
  const userUpdates = updates.filter(
    (entry) =>
      SUBJECT_OF[entry.type] === "user" &&
      entry.type !== "user_invited" &&
      !(entry.type.startsWith("direct_manager_") && created.includes(entry.subject.key)),
  );
  const teamUpdates = updates.filter((entry) => SUBJECT_OF[entry.type] === "team");
  const limits: [string, number | null, number][] = [
    ["users", users, userUpdates.length],
    ["teams", teams, teamUpdates.length],
    ["reactivations", reactivations, count(run, "user_reactivated")],
  ];
  return limits.flatMap(([limit, allowed, planned]) =>
    allowed === null ? [] : [{ limit, allowed, planned }],
  );
}

/** Section 11: one share for everything that can be taken away, each on its own base. */
function checkRemovals(run: ModelRun): HeldLimit[] {
  const percent = run.before.settings.thresholds.removalsPercent;
  if (percent === null) return [];
  const check = (limit: string, base: number, planned: number): HeldLimit => {
    // Below 20 a share would forbid everything or mean nothing, so 2 are let through. 0 lets nothing through.
    const allowed = percent > 0 && base < 20 ? 2 : (base * percent) / 100;
    return { limit, allowed, planned };
  };

  const linked = run.before.users.filter((user) => user.linked && user.state !== "deleted");
  const linkedIds = linked.map((user) => user.id);
  const teams = run.before.teams.filter((team) => team.linked);
  const places = (place: "members" | "managers"): number =>
    teams.flatMap((team) => [...team[place]].filter((id) => linkedIds.includes(id))).length;
  const holding = (property: string): number =>
    linked.filter((user) => user.profile[property] !== undefined).length;

  return [
    check(
      "userRemovals",
      removable(run).length,
      count(run, "user_deactivated") + count(run, "user_deleted"),
    ),
    check("teamRemovals", teams.length, count(run, "team_deleted")),
    check("teamMemberRemovals", places("members"), count(run, "team_member_removed")),
    check("teamManagerRemovals", places("managers"), count(run, "team_manager_removed")),
    check(
      "directManagerRemovals",
      linked.filter((user) => user.managerId !== null).length,
      count(run, "direct_manager_removed"),
    ),
    ...[...countCleared(run)].map(([property, planned]) =>
      check(`cleared:${property}`, holding(property), planned),
    ),
  ];
}

/** "Of all linked users in created, invited or active (admins left out)". */
function removable(run: ModelRun): ModelUser[] {
  return run.before.users.filter((user) => user.linked && isLive(user) && user.role !== "admin");
}

function countCleared(run: ModelRun): Map<string, number> {
  const cleared = new Map<string, number>();
  for (const entry of run.entries) {
    if (entry.type !== "user_updated") continue;
    for (const [property, [, after]] of Object.entries(entry.changes)) {
      if (after === null) cleared.set(property, (cleared.get(property) ?? 0) + 1);
    }
  }
  return cleared;
}

/** Section 11: people who seem to have become somebody else. Below 3 of them nothing is held. */
function checkIdentities(run: ModelRun): HeldLimit[] {
  const percent = run.before.settings.thresholds.identityPercent;
  if (percent === null) return [];
  const planned = run.entries.filter((entry) => changesIdentity(entry)).length;
  const share = (removable(run).length * percent) / 100;
  return [{ limit: "identity", allowed: percent > 0 ? Math.max(share, 2) : 0, planned }];
}

function changesIdentity(entry: ModelEntry): boolean {
  if (entry.type !== "user_updated") return false;
  const changed = Object.keys(entry.changes);
  return (
    changed.includes("email") || (changed.includes("firstName") && changed.includes("lastName"))
  );
}

/** Sections 3 and 11: an empty section waits where it would remove something. */
function checkEmptySections(run: ModelRun): HeldLimit[] {
  const removals: [string, unknown[] | undefined, EntryType[]][] = [
    ["emptyMembers", run.input.members, ["user_deactivated", "user_deleted"]],
    ["emptyTeams", run.input.teams, ["team_deleted"]],
    [
      "emptyTeamMappings",
      run.input.teamMappings,
      ["team_member_removed", "team_manager_removed", "subteam_removed"],
    ],
  ];
  return removals.flatMap(([limit, rows, types]) => {
    if (rows === undefined || rows.length > 0) return [];
    const planned = types.reduce((sum, type) => sum + count(run, type), 0);
    return [{ limit, allowed: 0, planned }];
  });
}

/** Section 11, "Identity": over 5 % of the rows (from 3 on) or over 10 taken addresses, the run waits. */
function checkTakenEmails(run: ModelRun): HeldLimit[] {
  const planned = run.entries.filter((entry) => entry.reason === "email_taken").length;
  const share = ((run.input.members?.length ?? 0) * 5) / 100;
  return [{ limit: "emailTaken", allowed: Math.min(Math.max(share, 2), 10), planned }];
}
