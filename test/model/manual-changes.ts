/** What people do to the directory by hand between two syncs. */

import type { UserRole, UserState } from "../../src/contract/catalogue.ts";
import {
  copyDirectory,
  deactivateUser,
  deleteTeam,
  deleteUser,
  isLive,
  type ModelDirectory,
  type ModelUser,
  reactivateUser,
} from "./directory.ts";
import { findRings } from "./rings.ts";
import { EMAILS, PROPERTIES, pick, pickFrom, TEAM_NAMES, VALUES } from "./source-organisation.ts";

/** What can be locked; emails come up more often than the rest, since they meet other people’s. */
const LOCKED = [
  ...["email", "email", "firstName", "lastName", "productAssignations"],
  ...PROPERTIES,
];

export const MANUAL_CHANGES = [
  "addUser",
  "addAdmin",
  "editValue",
  "editEmail",
  "lockValue",
  "lockEmails",
  "unlockValue",
  "deactivate",
  "deleteUser",
  "reactivate",
  "restore",
  "accept",
  "promote",
  "demote",
  "unlink",
  "setManager",
  "addTeam",
  "deleteTeam",
  "addMember",
  "addTeamManager",
  "setSeatLimit",
  "setAutomaticInvite",
  "setAbsentInvited",
  "setDefaultProduct",
  "setLimits",
] as const;
export type ManualChangeKind = (typeof MANUAL_CHANGES)[number];

/** A change; the numbers pick whom and what in the directory as it is by then. */
export interface ManualChange {
  kind: ManualChangeKind;
  a: number;
  b: number;
}

/** What a manual change came to, by the model's ids, so that it can be repeated elsewhere. */
export interface ManualEffect {
  kind: ManualChangeKind;
  userId?: string;
  otherId?: string;
  teamId?: string;
  property?: string;
  value?: string;
  role?: UserRole;
  state?: UserState;
}

/** The directory after the change, and what it came to: `null` where it is not possible now. */
export function changeByHand(
  directory: ModelDirectory,
  change: ManualChange,
): { directory: ModelDirectory; effect: ManualEffect | null } {
  const after = copyDirectory(directory);
  const effect =
    change.kind.startsWith("set") && change.kind !== "setManager"
      ? changeSettings(after, change)
      : change.kind === "addTeam" ||
          change.kind === "deleteTeam" ||
          change.kind.startsWith("addM") ||
          change.kind === "addTeamManager"
        ? changeTeams(after, change)
        : changeUsers(after, change);
  return effect === null ? { directory, effect } : { directory: after, effect };
}

function changeUsers(directory: ModelDirectory, change: ManualChange): ManualEffect | null {
  const { kind, a, b } = change;
  const choose = (test: (user: ModelUser) => boolean): ModelUser | undefined =>
    pick(directory.users.filter(test), a);
  const email = pickFrom(EMAILS, b);

  switch (kind) {
    case "addUser":
    case "addAdmin": {
      if (isHeld(directory, email) || !hasSeat(directory)) return null;
      const user: ModelUser = {
        id: `u${directory.nextId}`,
        externalId: null,
        linked: false,
        email,
        profile: {},
        managerId: null,
        state: pickFrom(["created", "active"] as const, a),
        stateBefore: null,
        removedBy: null,
        role: kind === "addAdmin" ? "admin" : "employee",
        locks: [],
      };
      directory.nextId += 1;
      directory.users.push(user);
      return { kind, userId: user.id, value: email, role: user.role, state: user.state };
    }
    case "editValue": {
      const user = choose((each) => each.state !== "deleted");
      if (user === undefined) return null;
      const property = pickFrom(PROPERTIES, b);
      user.profile[property] = pickFrom(VALUES, a);
      return { kind, userId: user.id, property, value: pickFrom(VALUES, a) };
    }
    case "editEmail": {
      const user = choose((each) => each.state !== "deleted");
      if (user === undefined || isHeld(directory, email)) return null;
      user.email = email;
      return { kind, userId: user.id, value: email };
    }
    case "lockValue": {
      const user = choose((each) => each.state !== "deleted");
      const property = pickFrom(LOCKED, b);
      if (user === undefined || user.locks.includes(property)) return null;
      user.locks.push(property);
      return { kind, userId: user.id, property };
    }
    case "lockEmails": {
      // Of those whom a sync deletes when they are absent: they can come back to an address that others have by then.
      const users = directory.users.filter(
        ({ state, locks }) => /created|invited/.test(state) && !locks.includes("email"),
      );
      for (const user of users) user.locks.push("email");
      return users.length === 0 ? null : { kind };
    }
    case "unlockValue": {
      const user = choose((each) => each.locks.length > 0);
      const property = user === undefined ? undefined : pick(user.locks, b);
      if (user === undefined || property === undefined) return null;
      user.locks = user.locks.filter((each) => each !== property);
      return { kind, userId: user.id, property };
    }
    case "deactivate": {
      const user = choose((each) => isLive(each) && !isLastAdmin(directory, each));
      if (user === undefined) return null;
      deactivateUser(directory, user.id, "hand");
      return { kind, userId: user.id };
    }
    case "deleteUser": {
      const user = choose((each) => each.state !== "deleted" && !isLastAdmin(directory, each));
      if (user === undefined) return null;
      deleteUser(directory, user.id, "hand");
      return { kind, userId: user.id };
    }
    case "reactivate": {
      const user = choose((each) => each.state === "deactivated");
      if (user === undefined || !hasSeat(directory)) return null;
      reactivateUser(user);
      return { kind, userId: user.id };
    }
    case "restore": {
      const user = choose((each) => each.state === "deleted");
      if (user === undefined || isHeld(directory, user.email) || !hasSeat(directory)) return null;
      reactivateUser(user);
      return { kind, userId: user.id };
    }
    case "accept": {
      const user = choose((each) => each.state === "created" || each.state === "invited");
      if (user === undefined) return null;
      user.state = "active";
      return { kind, userId: user.id };
    }
    case "promote": {
      const user = choose((each) => isLive(each) && each.role !== "admin");
      if (user === undefined) return null;
      user.role = "admin";
      return { kind, userId: user.id };
    }
    case "demote": {
      const user = choose((each) => each.role === "admin" && !isLastAdmin(directory, each));
      if (user === undefined) return null;
      user.role = "employee";
      return { kind, userId: user.id };
    }
    case "unlink": {
      const user = choose((each) => each.linked && each.state !== "deleted");
      if (user === undefined) return null;
      user.linked = false;
      user.externalId = null;
      return { kind, userId: user.id };
    }
    case "setManager": {
      const user = choose(isLive);
      const other = pick(directory.users.filter(isLive), b);
      if (user === undefined || other === undefined || user === other) return null;
      user.managerId = other.id;
      return hasLoop(directory) ? null : { kind, userId: user.id, otherId: other.id };
    }
    default:
      return null;
  }
}

function changeTeams(directory: ModelDirectory, { kind, a, b }: ManualChange): ManualEffect | null {
  const team = pick(directory.teams, a);
  const user = pick(
    directory.users.filter((each) => each.state !== "deleted"),
    b,
  );
  switch (kind) {
    case "addTeam": {
      const id = `t${directory.nextId}`;
      const name = pickFrom(TEAM_NAMES, b);
      directory.nextId += 1;
      const empty = { externalId: null, linked: false, parentId: null };
      directory.teams.push({ id, name, ...empty, members: new Set(), managers: new Set() });
      return { kind, teamId: id, value: name };
    }
    case "deleteTeam":
      if (team === undefined) return null;
      deleteTeam(directory, team.id);
      return { kind, teamId: team.id };
    case "addMember":
      if (team === undefined || user === undefined) return null;
      team.members.add(user.id);
      return { kind, teamId: team.id, userId: user.id };
    case "addTeamManager":
      if (team === undefined || user === undefined) return null;
      team.managers.add(user.id);
      return { kind, teamId: team.id, userId: user.id };
    default:
      return null;
  }
}

/** Settings are read from the directory afterwards; the effect only says that they moved. */
function changeSettings({ settings }: ModelDirectory, { kind, a, b }: ManualChange): ManualEffect {
  const { thresholds } = settings;
  switch (kind) {
    case "setSeatLimit":
      settings.seatLimit = pickFrom([null, 6, null, 12, null, 30], a);
      break;
    case "setAutomaticInvite":
      settings.automaticInvite = a % 2 === 0;
      break;
    case "setAbsentInvited":
      settings.absentInvited = pickFrom(["delete", "deactivate"] as const, a);
      break;
    case "setDefaultProduct":
      settings.defaultProduct = pickFrom([null, ...settings.products], a);
      break;
    case "setLimits":
      thresholds.removalsPercent = pickFrom([10, null, 0, 25], a);
      thresholds.identityPercent = pickFrom([5, null, 0, 25], b);
      thresholds.users = pickFrom([null, 0, 5, 20], b);
      thresholds.teams = pickFrom([null, 0, 5], a);
      break;
    default:
      break;
  }
  return { kind };
}

function isHeld(directory: ModelDirectory, email: string): boolean {
  return directory.users.some((user) => user.state !== "deleted" && user.email === email);
}

function hasSeat({ users, settings }: ModelDirectory): boolean {
  return settings.seatLimit === null || users.filter(isLive).length < settings.seatLimit;
}

/** Section 2: a workspace always keeps at least one administrator. */
function isLastAdmin(directory: ModelDirectory, user: ModelUser): boolean {
  const admins = directory.users.filter((each) => each.role === "admin" && isLive(each));
  return admins.length === 1 && admins[0] === user;
}

function hasLoop(directory: ModelDirectory): boolean {
  const lines = directory.users.flatMap((user) =>
    user.managerId === null ? [] : [[user.id, user.managerId] as [string, string]],
  );
  return findRings(new Map(lines)).length > 0;
}
