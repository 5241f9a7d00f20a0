import type { Queryable } from "../database.ts";

export interface NamesRow {
  chunk: number;
  /** One line per entry. */
  names: string;
}

/** The names of the entries of chunks `first`..`last`, a thousand entries a row. */
export async function readNames(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  first: number,
  last: number,
): Promise<NamesRow[]> {
  const { rows } = await queryable.query<NamesRow>(
    `select chunk, names from entry_names
     where workspace_id = $1 and sync_id = $2 and chunk between $3 and $4 order by chunk`,
    [workspaceId, syncId, first, last],
  );
  return rows;
}

/** Folds a search text the way the names were folded when they were stored. */
export async function foldText(queryable: Queryable, text: string): Promise<string> {
  const { rows } = await queryable.query<{ folded: string }>("select fold($1) as folded", [text]);
  return rows[0]!.folded;
}
