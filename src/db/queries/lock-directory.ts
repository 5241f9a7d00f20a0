import type { UserRole, UserState } from "../../contract/catalogue.ts";
import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { Queryable } from "../database.ts";

/** What of a workspace the rules of the directory ask for. */
export interface DirectoryRules {
  seat_limit: number | null;
  products: string[];
  default_product: string | null;
  default_language: string;
  settings: Partial<ProvisioningSettings>;
  /** How often the directory was changed, this time included. */
  directory_version: number;
}

/**
 * Takes the workspace's turn to change its directory, until the transaction ends, and counts the change: seats, the
 * last admin and loops are rules about many users at once, which locks on single rows cannot hold. Whoever writes
 * users, teams or places comes through here, so that a run can tell whether anybody else has. The lock lets
 * everything else that refers to the workspace go on.
 */
export async function lockDirectory(
  transaction: Queryable,
  workspaceId: number,
): Promise<DirectoryRules> {
  const { rows } = await transaction.query<DirectoryRules>(
    `update workspaces set directory_version = directory_version + 1 where id = $1
     returning seat_limit, products, default_product, default_language, settings, directory_version`,
    [workspaceId],
  );
  return rows[0]!;
}

/** A user as the rules look at it. */
export interface LockedUser {
  id: number;
  source_id: number | null;
  external_id: string | null;
  email: string | null;
  former_email: string | null;
  profile: Record<string, string | string[]>;
  state: UserState;
  state_before: UserState | null;
  removed_by: "sync" | "person" | null;
  removed_at: Date | null;
  erased_at: Date | null;
  role: UserRole;
  manager_id: number | null;
  manager_name: string | null;
  name: string;
}

/** One user, locked against a sync that is being applied; `null` when the workspace has none of that id. */
export async function lockUser(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
): Promise<LockedUser | null> {
  const { rows } = await transaction.query<LockedUser>(
    `select u.id, u.source_id, u.external_id, u.email, u.former_email, u.profile, u.state, u.state_before,
            u.removed_by, u.removed_at, u.erased_at, u.role, l.manager_id, u.name,
            (select name from users where workspace_id = $1 and id = l.manager_id) as manager_name
       from users u left join direct_managers l on l.workspace_id = $1 and l.user_id = u.id
      where u.workspace_id = $1 and u.id = $2
        for update of u`,
    [workspaceId, userId],
  );
  return rows[0] ?? null;
}

export interface LockedTeam {
  id: number;
  source_id: number | null;
  external_id: string | null;
  name: string;
  parent_id: number | null;
  parent_name: string | null;
}

/** One team, locked; `null` when the workspace has none of that id. */
export async function lockTeam(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<LockedTeam | null> {
  const { rows } = await transaction.query<LockedTeam>(
    `select t.id, t.source_id, t.external_id, t.name, t.parent_id,
            (select name from teams where workspace_id = $1 and id = t.parent_id) as parent_name
       from teams t
      where t.workspace_id = $1 and t.id = $2
        for update of t`,
    [workspaceId, teamId],
  );
  return rows[0] ?? null;
}
