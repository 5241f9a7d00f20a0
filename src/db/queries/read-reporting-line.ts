import type { UserState } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

export interface SuperiorRow {
  id: number;
  name: string;
  job_title: string | null;
  state: UserState;
}

/** Everybody above a user, nearest first. Ends where a loop would close. */
export async function readSuperiors(
  queryable: Queryable,
  workspaceId: number,
  userId: number,
): Promise<SuperiorRow[]> {
  const { rows } = await queryable.query<SuperiorRow>(
    `with recursive chain (id, depth) as (
       select manager_id, 1 from direct_managers where workspace_id = $1 and user_id = $2
       union all
       select l.manager_id, chain.depth + 1
         from chain join direct_managers l on l.workspace_id = $1 and l.user_id = chain.id
     ) cycle id set looped using path
     select u.id, u.name, u.profile ->> 'jobTitle' as job_title, u.state
       from chain join users u on u.workspace_id = $1 and u.id = chain.id
      where not looped and u.id <> $2 order by depth`,
    [workspaceId, userId],
  );
  return rows;
}
