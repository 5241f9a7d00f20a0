/** A directory without ids, in a fixed order, so that the model's and the engine's can be compared. */

import type { UserRole, UserState } from "../../src/contract/catalogue.ts";
import { type ModelDirectory, type ModelValue, teamKey, userKey } from "./directory.ts";
import { compareText } from "./entry.ts";

export interface DescribedUser {
  key: string;
  email: string;
  externalId: string | null;
  state: UserState;
  role: UserRole;
  removedBy: "sync" | "hand" | null;
  profile: Record<string, ModelValue>;
  locks: string[];
  manager: string | null;
}

export interface DescribedTeam {
  key: string;
  name: string;
  externalId: string | null;
  parent: string | null;
  members: string[];
  managers: string[];
}

/** Records refer to each other by their keys; a claim that does not count is left out. */
export function describeDirectory(directory: ModelDirectory): {
  users: DescribedUser[];
  teams: DescribedTeam[];
} {
  const { users, teams } = directory;
  const keysOf = (ids: Set<string>): string[] =>
    users
      .filter((user) => ids.has(user.id))
      .map((user) => userKey(user))
      .sort(compareText);
  const described = {
    users: users.map((user) => {
      const manager = users.find((other) => other.id === user.managerId);
      return {
        key: userKey(user),
        email: user.email,
        externalId: user.linked ? user.externalId : null,
        state: user.state,
        role: user.role,
        removedBy: user.removedBy,
        profile: Object.fromEntries(
          Object.entries(user.profile).sort(([a], [b]) => compareText(a, b)),
        ),
        locks: [...user.locks].sort(compareText),
        manager: manager === undefined ? null : userKey(manager),
      };
    }),
    teams: teams.map((team) => {
      const parent = teams.find((other) => other.id === team.parentId);
      return {
        key: teamKey(team),
        name: team.name,
        externalId: team.linked ? team.externalId : null,
        parent: parent === undefined ? null : teamKey(parent),
        members: keysOf(team.members),
        managers: keysOf(team.managers),
      };
    }),
  };
  // Names of teams and addresses of tombstones may repeat, so the whole record breaks the tie.
  const byKey = (a: { key: string }, b: { key: string }): number =>
    compareText(a.key, b.key) || compareText(JSON.stringify(a), JSON.stringify(b));
  return { users: described.users.sort(byKey), teams: described.teams.sort(byKey) };
}
