/** Members and managers of teams (sections 3, 7 and 11). Nesting stands in `subteams.ts`. */

import type { Reason } from "../../src/contract/catalogue.ts";
import type { TeamMappingRow } from "../../src/core/input/rows.ts";
import { type ModelTeam, type ModelUser, teamKey, userKey } from "./directory.ts";
import { makeEntry } from "./entry.ts";
import type { ModelRun } from "./run.ts";

/** A row with what its ids mean after the run. A skipped row keeps what it names, and does nothing else. */
export interface ResolvedMapping {
  row: TeamMappingRow;
  team: ModelTeam | null;
  member: ModelUser | null;
  subteam: ModelTeam | null;
  skipped: boolean;
}

/** Resolves every row, and reports those that lead nowhere. */
export function resolveMappings(run: ModelRun, rows: TeamMappingRow[]): ResolvedMapping[] {
  const findLinkedTeam = (externalId: string | null): ModelTeam | null =>
    run.after.teams.find((team) => team.linked && team.externalId === externalId) ?? null;
  return rows.map((row) => {
    const team = findLinkedTeam(row.teamExternalId);
    const subteam = findLinkedTeam(row.subteamExternalId);
    const member =
      run.after.users.find(
        (user) =>
          user.linked && user.state !== "deleted" && user.externalId === row.memberExternalId,
      ) ?? null;
    const resolved: ResolvedMapping = { row, team, member, subteam, skipped: false };
    const reason = findMappingProblem(resolved);
    if (reason !== null) {
      resolved.skipped = true;
      run.entries.push(
        makeEntry("team_mapping_skipped", rowSubject(resolved), {
          reason,
          section: "teamMappings",
          line: row.line,
        }),
      );
    }
    return resolved;
  });
}

function findMappingProblem({ row, team, member, subteam }: ResolvedMapping): Reason | null {
  const flaw = row.flaws.find((each) => each.skips);
  if (flaw !== undefined) return flaw.reason;
  if (row.memberExternalId === null && row.subteamExternalId === null) return "no_target";
  if (row.memberExternalId !== null && row.subteamExternalId !== null) return "both_targets";
  if (team === null) return "unknown_team";
  if (row.memberExternalId !== null && member === null) return "unknown_member";
  if (row.subteamExternalId !== null && subteam === null) return "unknown_team";
  return null;
}

function rowSubject({ row, team }: ResolvedMapping): {
  type: "team";
  key: string;
  name: string;
} {
  return { type: "team", key: row.teamExternalId ?? "", name: team?.name ?? "" };
}

/** Makes members and managers of each named pair what its rows say, then ends the places that no row names. */
export function planPlaces(run: ModelRun, mappings: ResolvedMapping[]): void {
  for (const team of run.after.teams) {
    if (!team.linked) continue;
    for (const user of run.after.users) {
      if (!user.linked || user.state === "deleted") continue;
      const rows = mappings.filter((each) => each.team === team && each.member === user);
      const accepted = rows.filter((each) => !each.skipped);
      if (accepted.length > 0) {
        // "Rows of one pair add up; both false ends both" (section 11).
        const first = accepted[0]?.row.line ?? null;
        const asMember = accepted.find((each) => each.row.isMember);
        const asManager = accepted.find((each) => each.row.isManager);
        setPlace(run, team, user, "member", asMember !== undefined, asMember?.row.line ?? first);
        setPlace(run, team, user, "manager", asManager !== undefined, asManager?.row.line ?? first);
      } else if (run.mode === "full" && rows.length === 0) {
        setPlace(run, team, user, "member", false, null);
        setPlace(run, team, user, "manager", false, null);
      }
    }
  }
}

function setPlace(
  run: ModelRun,
  team: ModelTeam,
  user: ModelUser,
  place: "member" | "manager",
  wanted: boolean,
  line: number | null,
): void {
  const holders = place === "member" ? team.members : team.managers;
  if (holders.has(user.id) === wanted) return;
  if (wanted) holders.add(user.id);
  else holders.delete(user.id);
  const type = place === "member" ? "team_member" : "team_manager";
  const verb = wanted ? (place === "member" ? "added" : "assigned") : "removed";
  const key = userKey(user);
  const entry = makeEntry(
    `${type}_${verb}` as "team_member_added",
    { type: "team", key: teamKey(team), name: team.name },
    {
      section: line === null ? null : "teamMappings",
      line,
      changes: { [place]: wanted ? [null, key] : [key, null] },
    },
  );
  run.entries.push(entry);
}
