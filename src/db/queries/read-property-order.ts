import type { Queryable } from "../database.ts";

export interface PropertyPlace {
  key: string;
  label: string;
  is_default: boolean;
}

/** A workspace's properties as reports list them: default ones first, then custom ones, each by place. */
export async function readPropertyOrder(
  queryable: Queryable,
  workspaceId: number,
): Promise<PropertyPlace[]> {
  const { rows } = await queryable.query<PropertyPlace>(
    `select key, label, is_default from properties where workspace_id = $1
     order by is_default desc, place, key`,
    [workspaceId],
  );
  return rows;
}
