/** Short ways to write directories and rows down in tests and generators. */

import type { MemberRow, TeamMappingRow, TeamRow } from "../../src/core/input/rows.ts";
import {
  emptyDirectory,
  type ModelDirectory,
  type ModelSettings,
  type ModelTeam,
  type ModelUser,
} from "./directory.ts";
import type { ModelEntry } from "./entry.ts";

/** An active, linked employee whose id, external id and email follow from one name. */
export function makeUser(name: string, parts: Partial<ModelUser> = {}): ModelUser {
  return {
    id: name,
    externalId: name,
    linked: true,
    email: `${name.toLowerCase()}@x.test`,
    profile: {},
    managerId: null,
    state: "active",
    stateBefore: null,
    removedBy: null,
    role: "employee",
    locks: [],
    ...parts,
  };
}

/** Somebody added by hand: no source has a claim. */
export function makeUnlinked(name: string, parts: Partial<ModelUser> = {}): ModelUser {
  return makeUser(name, { externalId: null, linked: false, ...parts });
}

/** A linked team whose id, external id and name are one. */
export function makeTeam(name: string, parts: Partial<ModelTeam> = {}): ModelTeam {
  return {
    id: name,
    externalId: name,
    linked: true,
    name,
    parentId: null,
    members: new Set(),
    managers: new Set(),
    ...parts,
  };
}

export function makeDirectory(
  users: ModelUser[],
  teams: ModelTeam[] = [],
  settings: Partial<ModelSettings> = {},
): ModelDirectory {
  const directory = emptyDirectory();
  Object.assign(directory.settings, settings);
  return { ...directory, users, teams };
}

/** A member row; `name` gives the external id and the email of `makeUser(name)`. */
export function memberRow(line: number, name: string, parts: Partial<MemberRow> = {}): MemberRow {
  return {
    line,
    externalId: name,
    email: `${name.toLowerCase()}@x.test`,
    profile: {},
    manager: undefined,
    flaws: [],
    ...parts,
  };
}

export function teamRow(line: number, name: string, parts: Partial<TeamRow> = {}): TeamRow {
  return { line, externalId: name, name, flaws: [], ...parts };
}

/** A mapping row that makes `member` a plain member of `team`. */
export function placeRow(
  line: number,
  team: string | null,
  member: string | null,
  parts: Partial<TeamMappingRow> = {},
): TeamMappingRow {
  return {
    line,
    teamExternalId: team,
    memberExternalId: member,
    isMember: true,
    isManager: false,
    subteamExternalId: null,
    flaws: [],
    ...parts,
  };
}

export function nestingRow(line: number, team: string | null, child: string): TeamMappingRow {
  return placeRow(line, team, null, { isMember: false, subteamExternalId: child });
}

/** An entry in one line of text: `type/reason subject`, then each change as `property before>after`. */
export function tell(entry: ModelEntry): string {
  const reason = entry.reason === null ? "" : `/${entry.reason}`;
  const show = (value: string | string[] | null): string =>
    value === null ? "-" : [value].flat().join("+");
  const changes = Object.entries(entry.changes)
    .map(([property, [before, after]]) => ` ${property} ${show(before)}>${show(after)}`)
    .join(",");
  return `${entry.type}${reason} ${entry.subject.key}${changes}`;
}
