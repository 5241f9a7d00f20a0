import type { Queryable } from "../database.ts";

/** A workspace with one product, which is its default; answers its id. */
export async function insertWorkspace(
  queryable: Queryable,
  name: string,
  product: string,
): Promise<number> {
  const { rows } = await queryable.query<{ id: number }>(
    "insert into workspaces (name, products, default_product) values ($1, array[$2], $2) returning id",
    [name, product],
  );
  return rows[0]!.id;
}

export interface PropertyRow {
  key: string;
  label: string;
  type: "text" | "date";
}

/** The default properties, in the order given. */
export async function insertProperties(
  queryable: Queryable,
  workspaceId: number,
  properties: readonly PropertyRow[],
): Promise<void> {
  await queryable.query(
    `insert into properties (workspace_id, key, label, type, is_default, place)
     select $1, key, label, type, true, place
       from unnest($2::text[], $3::text[], $4::text[]) with ordinality as given (key, label, type, place)`,
    [
      workspaceId,
      properties.map((p) => p.key),
      properties.map((p) => p.label),
      properties.map((p) => p.type),
    ],
  );
}

/** A source; answers its id. */
export async function insertSource(
  queryable: Queryable,
  workspaceId: number,
  source: { kind: string; name: string; active: boolean },
): Promise<number> {
  const { rows } = await queryable.query<{ id: number }>(
    "insert into sources (workspace_id, kind, name, active) values ($1, $2, $3, $4) returning id",
    [workspaceId, source.kind, source.name, source.active],
  );
  return rows[0]!.id;
}
