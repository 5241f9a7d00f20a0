import type { Queryable } from "../database.ts";

/** Questions that the rules of the directory ask before a change by hand. */

/** How many users hold a seat (domain rules, section 2). */
export async function countSeats(queryable: Queryable, workspaceId: number): Promise<number> {
  const { rows } = await queryable.query<{ seats: number }>(
    `select count(*) as seats from users
      where workspace_id = $1 and state in ('created', 'invited', 'active')`,
    [workspaceId],
  );
  return rows[0]!.seats;
}

/** Whether some admin other than this user has access. */
export async function hasOtherAdmin(
  queryable: Queryable,
  workspaceId: number,
  userId: number,
): Promise<boolean> {
  const { rows } = await queryable.query<{ found: boolean }>(
    `select exists (
       select from users
        where workspace_id = $1 and id <> $2 and role = 'admin' and state in ('created', 'invited', 'active')
     ) as found`,
    [workspaceId, userId],
  );
  return rows[0]!.found;
}

export interface FoundUser {
  id: number;
  name: string;
}

/** Who holds an address; tombstones hold none (domain rules, section 11). */
export async function findUserByEmail(
  queryable: Queryable,
  workspaceId: number,
  email: string,
): Promise<FoundUser | null> {
  const { rows } = await queryable.query<FoundUser>(
    "select id, name from users where workspace_id = $1 and email = $2",
    [workspaceId, email],
  );
  return rows[0] ?? null;
}

export interface Claim extends FoundUser {
  state: string;
}

/** Who goes by an external id at a source, tombstones included. */
export async function findUserByExternalId(
  queryable: Queryable,
  workspaceId: number,
  sourceId: number,
  externalId: string,
): Promise<Claim | null> {
  const { rows } = await queryable.query<Claim>(
    `select id, name, state from users
      where workspace_id = $1 and source_id = $2 and external_id = $3
        for update`,
    [workspaceId, sourceId, externalId],
  );
  return rows[0] ?? null;
}

/** The source that may claim records now. */
export async function findActiveSource(
  queryable: Queryable,
  workspaceId: number,
): Promise<{ id: number; name: string } | null> {
  const { rows } = await queryable.query<{ id: number; name: string }>(
    "select id, name from sources where workspace_id = $1 and active",
    [workspaceId],
  );
  return rows[0] ?? null;
}

/** The name of a source. */
export async function readSourceName(
  queryable: Queryable,
  workspaceId: number,
  sourceId: number,
): Promise<string | null> {
  const { rows } = await queryable.query<{ name: string }>(
    "select name from sources where workspace_id = $1 and id = $2",
    [workspaceId, sourceId],
  );
  return rows[0]?.name ?? null;
}

export interface ChainLink {
  id: number;
  name: string;
}

/** A user and everybody above, nearest first. Ends where a loop would close. */
export async function readManagerChain(
  queryable: Queryable,
  workspaceId: number,
  userId: number,
): Promise<ChainLink[]> {
  const { rows } = await queryable.query<ChainLink>(
    `with recursive chain (id, name, manager_id, depth) as (
       select u.id, u.name, l.manager_id, 0
         from users u left join direct_managers l on l.workspace_id = $1 and l.user_id = u.id
        where u.workspace_id = $1 and u.id = $2
       union all
       select u.id, u.name, l.manager_id, chain.depth + 1
         from chain
         join users u on u.workspace_id = $1 and u.id = chain.manager_id
         left join direct_managers l on l.workspace_id = $1 and l.user_id = u.id
     ) cycle id set looped using path
     select id, name from chain where not looped order by depth`,
    [workspaceId, userId],
  );
  return rows;
}

/** A team and every team above it, nearest first. Ends where a loop would close. */
export async function readParentChain(
  queryable: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<ChainLink[]> {
  const { rows } = await queryable.query<ChainLink>(
    `with recursive chain (id, name, parent_id, depth) as (
       select id, name, parent_id, 0 from teams where workspace_id = $1 and id = $2
       union all
       select t.id, t.name, t.parent_id, chain.depth + 1
         from chain join teams t on t.workspace_id = $1 and t.id = chain.parent_id
     ) cycle id set looped using path
     select id, name from chain where not looped order by depth`,
    [workspaceId, teamId],
  );
  return rows;
}

export interface PropertyRule {
  key: string;
  type: "text" | "date";
  sensitive: boolean;
}

/** The properties that users of the workspace may have. */
export async function readPropertyRules(
  queryable: Queryable,
  workspaceId: number,
): Promise<PropertyRule[]> {
  const { rows } = await queryable.query<PropertyRule>(
    "select key, type, sensitive from properties where workspace_id = $1 order by place",
    [workspaceId],
  );
  return rows;
}
