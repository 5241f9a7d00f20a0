import type { Queryable } from "../database.ts";

export interface SourceRow {
  id: number;
  kind: string;
  name: string;
  active: boolean;
}

/** The sources of a workspace, the active one first. */
export async function listSources(queryable: Queryable, workspaceId: number): Promise<SourceRow[]> {
  const { rows } = await queryable.query<SourceRow>(
    "select id, kind, name, active from sources where workspace_id = $1 order by active desc, name, id",
    [workspaceId],
  );
  return rows;
}
