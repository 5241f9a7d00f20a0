import type { Queryable } from "../database.ts";

export interface PropertyRow {
  key: string;
  label: string;
  type: "text" | "date";
  sensitive: boolean;
  is_default: boolean;
}

const COLUMNS = "key, label, type, sensitive, is_default";

/** A workspace's properties in the order they are shown. */
export async function listProperties(
  queryable: Queryable,
  workspaceId: number,
): Promise<PropertyRow[]> {
  const { rows } = await queryable.query<PropertyRow>(
    `select ${COLUMNS} from properties where workspace_id = $1 order by place, key`,
    [workspaceId],
  );
  return rows;
}

/** Adds a property behind the others. */
export async function insertProperty(
  queryable: Queryable,
  workspaceId: number,
  property: Omit<PropertyRow, "is_default">,
): Promise<void> {
  await queryable.query(
    `insert into properties (workspace_id, key, label, type, sensitive, place)
     select $1, $2, $3, $4, $5, coalesce(max(place), 0) + 1 from properties where workspace_id = $1`,
    [workspaceId, property.key, property.label, property.type, property.sensitive],
  );
}

export async function updateProperty(
  queryable: Queryable,
  workspaceId: number,
  property: Pick<PropertyRow, "key" | "label" | "sensitive">,
): Promise<void> {
  await queryable.query(
    "update properties set label = $3, sensitive = $4 where workspace_id = $1 and key = $2",
    [workspaceId, property.key, property.label, property.sensitive],
  );
}

/** Removes a property and everyone's value of it, locked or not; answers how many people had one. */
export async function deletePropertyAndValues(
  queryable: Queryable,
  workspaceId: number,
  key: string,
): Promise<number> {
  await queryable.query("delete from properties where workspace_id = $1 and key = $2", [
    workspaceId,
    key,
  ]);
  await queryable.query("delete from value_locks where workspace_id = $1 and property = $2", [
    workspaceId,
    key,
  ]);
  const { rowCount } = await queryable.query(
    "update users set profile = profile - $2, updated_at = now() where workspace_id = $1 and profile ? $2",
    [workspaceId, key],
  );
  return rowCount ?? 0;
}

/** Keys whose values are shown nowhere: of sensitive properties, and of those that were when they were deleted. */
export async function readSensitiveKeys(
  queryable: Queryable,
  workspaceId: number,
): Promise<Set<string>> {
  const { rows } = await queryable.query<{ key: string }>(
    `select key from properties where workspace_id = $1 and sensitive
     union all
     select key from deleted_sensitive_properties where workspace_id = $1`,
    [workspaceId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Remembers that a property was sensitive, which is to be deleted: reports keep values of it. */
export async function insertDeletedSensitiveProperty(
  queryable: Queryable,
  workspaceId: number,
  property: Pick<PropertyRow, "key" | "label">,
): Promise<void> {
  await queryable.query(
    `insert into deleted_sensitive_properties (workspace_id, key, label) values ($1, $2, $3)
     on conflict (workspace_id, key) do update set label = excluded.label`,
    [workspaceId, property.key, property.label],
  );
}

/** Forgets that a property of this key was sensitive and deleted; answers whether it was. */
export async function takeDeletedSensitiveProperty(
  queryable: Queryable,
  workspaceId: number,
  key: string,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "delete from deleted_sensitive_properties where workspace_id = $1 and key = $2",
    [workspaceId, key],
  );
  return (rowCount ?? 0) > 0;
}
