/** The directory as the reference model sees it: plain values, nothing derived. */

import type { UserRole, UserState } from "../../src/contract/catalogue.ts";

/** A value that a user holds. A blank value is an absent key. Product lists are kept sorted. */
export type ModelValue = string | string[];

/** A user. `linked` = claimed by the source that is active; a claim by an inactive source counts as none. */
export interface ModelUser {
  id: string;
  externalId: string | null;
  linked: boolean;
  /** Of a deleted user: the last address. It is not held any more (domain rules, section 11). */
  email: string;
  profile: Record<string, ModelValue>;
  managerId: string | null;
  state: UserState;
  /** The state before deactivation or deletion, to which a reactivation returns. */
  stateBefore: UserState | null;
  removedBy: "sync" | "hand" | null;
  role: UserRole;
  /** Properties, and `email`, that no sync changes. */
  locks: string[];
}

/** A team. A deleted team is not kept. `members` and `managers` hold user ids. */
export interface ModelTeam {
  id: string;
  externalId: string | null;
  linked: boolean;
  name: string;
  parentId: string | null;
  members: Set<string>;
  managers: Set<string>;
}

/** Limits that hold a run for approval; `null` = no limit (domain rules, sections 9 and 11). */
export interface ModelThresholds {
  users: number | null;
  teams: number | null;
  removalsPercent: number | null;
  identityPercent: number | null;
  reactivations: number | null;
}

export interface ModelSettings {
  seatLimit: number | null;
  products: string[];
  defaultProduct: string | null;
  automaticInvite: boolean;
  absentInvited: "delete" | "deactivate";
  thresholds: ModelThresholds;
}

export interface ModelDirectory {
  users: ModelUser[];
  teams: ModelTeam[];
  settings: ModelSettings;
  /** Number of the next record that is made, so that ids are never used twice. */
  nextId: number;
}

/** The settings of a new workspace. */
export function defaultSettings(): ModelSettings {
  return {
    seatLimit: null,
    products: ["Muster"],
    defaultProduct: "Muster",
    automaticInvite: false,
    absentInvited: "delete",
    thresholds: {
      users: null,
      teams: null,
      removalsPercent: 10,
      identityPercent: 5,
      reactivations: 5,
    },
  };
}

export function emptyDirectory(): ModelDirectory {
  return { users: [], teams: [], settings: defaultSettings(), nextId: 1 };
}

export function copyDirectory(directory: ModelDirectory): ModelDirectory {
  return structuredClone(directory);
}

/** The states that take a seat (domain rules, section 2). */
export function isLive(user: ModelUser): boolean {
  return user.state === "created" || user.state === "invited" || user.state === "active";
}

export function findUser(directory: ModelDirectory, id: string): ModelUser {
  const user = directory.users.find((each) => each.id === id);
  if (user === undefined) throw new Error(`no user ${id}`);
  return user;
}

export function findTeam(directory: ModelDirectory, id: string): ModelTeam {
  const team = directory.teams.find((each) => each.id === id);
  if (team === undefined) throw new Error(`no team ${id}`);
  return team;
}

/** How entries refer to a user: by its external id when the active source has claimed it, else by its email. */
export function userKey(user: ModelUser): string {
  return user.linked && user.externalId !== null ? user.externalId : user.email;
}

/** How entries refer to a team: by its external id when the active source has claimed it, else by its name. */
export function teamKey(team: ModelTeam): string {
  return team.linked && team.externalId !== null ? team.externalId : team.name;
}

/** A user's name for people: first and last name, else the email. */
export function nameOf(profile: Record<string, unknown>, email: string | null): string {
  const parts = [profile.firstName, profile.lastName];
  const name = parts.filter((part) => typeof part === "string").join(" ");
  return name !== "" ? name : (email ?? "");
}

/** Puts a user out of the directory: the tombstone stays, every link to it and from it goes (section 11). */
export function deleteUser(directory: ModelDirectory, id: string, by: "sync" | "hand"): void {
  const user = findUser(directory, id);
  // One that was deactivated before it was deleted comes back to what it was before both.
  if (isLive(user)) user.stateBefore = user.state;
  user.state = "deleted";
  user.removedBy = by;
  user.managerId = null;
  for (const other of directory.users) if (other.managerId === id) other.managerId = null;
  for (const team of directory.teams) {
    team.members.delete(id);
    team.managers.delete(id);
  }
}

/** Takes a user's access away; places and lines stay. */
export function deactivateUser(directory: ModelDirectory, id: string, by: "sync" | "hand"): void {
  const user = findUser(directory, id);
  user.stateBefore = user.state;
  user.state = "deactivated";
  user.removedBy = by;
}

/** Gives a removed user the state back that it had. */
export function reactivateUser(user: ModelUser): void {
  user.state = user.stateBefore ?? "active";
  user.stateBefore = null;
  user.removedBy = null;
}

/** Deletes a team: its places and its nesting go with it, users never do (section 7). */
export function deleteTeam(directory: ModelDirectory, id: string): void {
  directory.teams = directory.teams.filter((team) => team.id !== id);
  for (const team of directory.teams) if (team.parentId === id) team.parentId = null;
}
