import { parse } from "csv-parse/sync";
import type { Team, TeamMember, User } from "../../src/contract/directory.ts";
import type { Sync } from "../../src/contract/sync.ts";
import type { ServerProcess } from "./server-process.ts";

/** Users and teams as the API shows them, without ids and times: what must be the same on two servers. */
export async function describeDirectory(server: ServerProcess): Promise<unknown> {
  const states = "created,invited,active,deactivated,deleted";
  const users = await server.list<User>(`/users?status=${states}`);
  const keys = new Map(users.map((user) => [user.id, keyOfUser(user)]));
  const teams = await server.list<Team>("/teams");
  const teamKeys = new Map(teams.map((team) => [team.id, keyOfTeam(team)]));
  return {
    users: users.map((user) => describeUser(user, keys, teamKeys)).sort(byText),
    teams: teams.map((team) => describeTeam(team, teamKeys)).sort(byText),
    places: await describePlaces(server, teams),
  };
}

const keyOfUser = (user: User) => `${user.externalId ?? ""} ${user.email ?? user.formerEmail}`;
const keyOfTeam = (team: Team) => `${team.externalId ?? ""} ${team.name}`;
const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function describeUser(user: User, keys: Map<string, string>, teamKeys: Map<string, string>) {
  const { id: _, createdAt, updatedAt, lastSync, invitation, removedAt, ...rest } = user;
  const { directManager, teams, restorableUntil, source, ...values } = rest;
  return {
    ...values,
    source: source?.kind ?? null,
    manager: directManager === null ? null : keys.get(directManager.id),
    teams: teams.map((team) => [teamKeys.get(team.id), team.isMember, team.isManager]).sort(byText),
    removed: removedAt !== null,
    restorable: restorableUntil !== null,
    invitation: invitation?.mail ?? null,
    lastSync: lastSync?.number ?? null,
  };
}

function describeTeam(team: Team, keys: Map<string, string>) {
  return {
    key: keyOfTeam(team),
    source: team.source?.kind ?? null,
    parent: team.parent === null ? null : keys.get(team.parent.id),
    children: team.children.map(({ id }) => keys.get(id)).sort(),
    members: team.memberCount,
  };
}

/** Places as the teams tell them; what users tell is beside them, and must agree. */
async function describePlaces(server: ServerProcess, teams: readonly Team[]): Promise<unknown> {
  const places: unknown[] = [];
  for (const team of teams.slice(0, 10)) {
    const members = await server.list<TeamMember>(`/teams/${team.id}/members`);
    places.push([
      keyOfTeam(team),
      members.map(({ user, isMember, isManager }) => [
        user.email,
        user.status,
        isMember,
        isManager,
      ]),
    ]);
  }
  return places.sort(byText);
}

/** A sync without its ids and times. */
export function describeSync(sync: Sync): unknown {
  const { number, status, phase, mode, progress, updates, issues, thresholds, failure } = sync;
  const decision = sync.decision?.reason ?? null;
  return { number, status, phase, mode, progress, updates, issues, thresholds, failure, decision };
}

/** The lines of a report's CSV without their times. */
export async function readReport(server: ServerProcess, id: string): Promise<string[]> {
  const answer = await server.send("GET", `/syncs/${id}/report.csv`);
  const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
  return rows.map(({ Date: _, ...line }) => JSON.stringify(line));
}
