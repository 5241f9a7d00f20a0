import type { Queryable } from "../database.ts";

/** A team by hand; answers its id. */
export async function insertTeam(
  transaction: Queryable,
  workspaceId: number,
  name: string,
  parentId: number | null,
): Promise<number> {
  const { rows } = await transaction.query<{ id: number }>(
    "insert into teams (workspace_id, name, parent_id) values ($1, $2, $3) returning id",
    [workspaceId, name, parentId],
  );
  return rows[0]!.id;
}

export async function updateTeam(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
  name: string,
  parentId: number | null,
): Promise<void> {
  await transaction.query(
    "update teams set name = $3, parent_id = $4, updated_at = now() where workspace_id = $1 and id = $2",
    [workspaceId, teamId, name, parentId],
  );
}

/** Ends every place in a team; answers who had one. */
export async function deletePlacesOfTeam(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<{ id: number; name: string; is_member: boolean; is_manager: boolean }[]> {
  const { rows } = await transaction.query<{
    id: number;
    name: string;
    is_member: boolean;
    is_manager: boolean;
  }>(
    `delete from team_places p
      using users u
      where p.workspace_id = $1 and p.team_id = $2 and u.workspace_id = $1 and u.id = p.user_id
      returning u.id, u.name, p.is_member, p.is_manager`,
    [workspaceId, teamId],
  );
  return rows;
}

/** Makes a team's subteams stand alone; answers which there were. */
export async function clearSubteams(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await transaction.query<{ id: number; name: string }>(
    `update teams set parent_id = null, updated_at = now()
      where workspace_id = $1 and parent_id = $2
      returning id, name`,
    [workspaceId, teamId],
  );
  return rows;
}

export async function deleteTeamRow(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
): Promise<void> {
  await transaction.query("delete from teams where workspace_id = $1 and id = $2", [
    workspaceId,
    teamId,
  ]);
}

export interface Place {
  is_member: boolean;
  is_manager: boolean;
}

/** A user's place in a team; both false = none. */
export async function readPlace(
  queryable: Queryable,
  workspaceId: number,
  teamId: number,
  userId: number,
): Promise<Place> {
  const { rows } = await queryable.query<Place>(
    `select is_member, is_manager from team_places
      where workspace_id = $1 and team_id = $2 and user_id = $3 for update`,
    [workspaceId, teamId, userId],
  );
  return rows[0] ?? { is_member: false, is_manager: false };
}

/** Sets a user's place in a team. */
export async function upsertPlace(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
  userId: number,
  place: Place,
): Promise<void> {
  await transaction.query(
    `insert into team_places (workspace_id, team_id, user_id, is_member, is_manager)
     values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, team_id, user_id)
       do update set is_member = excluded.is_member, is_manager = excluded.is_manager`,
    [workspaceId, teamId, userId, place.is_member, place.is_manager],
  );
}

/** Ends a user's place in a team. */
export async function deletePlace(
  transaction: Queryable,
  workspaceId: number,
  teamId: number,
  userId: number,
): Promise<void> {
  await transaction.query(
    "delete from team_places where workspace_id = $1 and team_id = $2 and user_id = $3",
    [workspaceId, teamId, userId],
  );
}
