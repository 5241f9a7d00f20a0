/** Which team each team row is about, and what it does (sections 4, 5, 7, 8 and 11). */

import type { Reason } from "../../src/contract/catalogue.ts";
import type { TeamRow } from "../../src/core/input/rows.ts";
import {
  deleteTeam,
  findTeam,
  type ModelDirectory,
  type ModelTeam,
  teamKey,
  userKey,
} from "./directory.ts";
import { compareText, makeEntry } from "./entry.ts";
import type { ModelRun } from "./run.ts";

const FLAW_ORDER: readonly Reason[] = [
  "missing_external_id",
  "invalid_external_id",
  "missing_name",
  "value_too_long",
];

/** Creates, links and renames teams by their rows, then deletes the linked ones that no row names. */
export function planTeams(run: ModelRun, rows: TeamRow[]): void {
  const accepted: TeamRow[] = [];
  rows.forEach((row, index) => {
    if (skipTeamRow(run, row, rows.slice(0, index))) return;
    accepted.push(row);
  });
  for (const row of accepted) applyTeamRow(run, row, accepted);
  if (run.mode === "full") removeAbsentTeams(run, rows);
}

function skipTeamRow(run: ModelRun, row: TeamRow, earlier: TeamRow[]): boolean {
  const subject = { type: "team" as const, key: row.externalId ?? row.name ?? "", name: "" };
  subject.name = row.name ?? "";
  const at = { section: "teams" as const, line: row.line };
  for (const reason of FLAW_ORDER) {
    const flaw = row.flaws.find((each) => each.skips && each.reason === reason);
    if (flaw === undefined) continue;
    run.entries.push(makeEntry(flaw.type, subject, { ...at, reason, value: flaw.value }));
    return true;
  }
  const first = earlier.find(
    (other) => row.externalId !== null && other.externalId === row.externalId,
  );
  if (first !== undefined) {
    const reason = "duplicate_external_id";
    run.entries.push(makeEntry("team_skipped", subject, { ...at, reason, firstLine: first.line }));
    return true;
  }
  for (const flaw of row.flaws) {
    run.entries.push(
      makeEntry(flaw.type, subject, { ...at, reason: flaw.reason, value: flaw.value }),
    );
  }
  return false;
}

/** Section 4: by external id, else by a name that one unclaimed and one incoming team bear, else new. */
function applyTeamRow(run: ModelRun, row: TeamRow, accepted: TeamRow[]): void {
  const name = row.name as string;
  const subject = { type: "team" as const, key: row.externalId as string, name };
  const at = { section: "teams" as const, line: row.line };

  const linked = run.before.teams.find((team) => team.linked && team.externalId === row.externalId);
  if (linked !== undefined) {
    const team = findTeam(run.after, linked.id);
    if (team.name === name) return;
    const changes = { name: [team.name, name] as [string, string] };
    run.entries.push(makeEntry("team_renamed", subject, { ...at, changes }));
    team.name = name;
    return;
  }

  const unclaimed = run.before.teams.filter((team) => !team.linked && team.name === name);
  const incoming = accepted.filter((other) => other.name === name);
  if (unclaimed.length === 1 && incoming.length === 1) {
    const team = findTeam(run.after, (unclaimed[0] as ModelTeam).id);
    team.linked = true;
    team.externalId = row.externalId;
    const changes = { externalId: [null, row.externalId] as [null, string] };
    run.entries.push(makeEntry("team_linked", subject, { ...at, changes }));
    return;
  }

  run.after.teams.push({
    id: `t${run.after.nextId}`,
    externalId: row.externalId,
    linked: true,
    name,
    parentId: null,
    members: new Set(),
    managers: new Set(),
  });
  run.after.nextId += 1;
  run.entries.push(makeEntry("team_created", subject, { ...at, changes: { name: [null, name] } }));
}

/** Section 7: only linked teams are removed for absence. A skipped row names its team too (section 11). */
function removeAbsentTeams(run: ModelRun, rows: TeamRow[]): void {
  for (const team of run.before.teams) {
    if (!team.linked || rows.some((row) => row.externalId === team.externalId)) continue;
    deleteTeam(run.after, team.id);
    run.entries.push(
      makeEntry(
        "team_deleted",
        { type: "team", key: teamKey(team), name: team.name },
        { changes: { name: [team.name, null] }, links: listTeamLinks(run.before, team) },
      ),
    );
  }
}

function listTeamLinks(directory: ModelDirectory, team: ModelTeam): Record<string, string[]> {
  const users = (ids: Set<string>): string[] =>
    directory.users
      .filter((user) => ids.has(user.id))
      .map((user) => userKey(user))
      .sort(compareText);
  const teams = (test: (other: ModelTeam) => boolean): string[] =>
    directory.teams
      .filter(test)
      .map((other) => teamKey(other))
      .sort(compareText);
  return {
    members: users(team.members),
    managers: users(team.managers),
    parent: teams((other) => other.id === team.parentId),
    subteams: teams((other) => other.parentId === team.id),
  };
}
