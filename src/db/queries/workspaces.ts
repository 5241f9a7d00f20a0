import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { Queryable } from "../database.ts";

export interface WorkspaceRow {
  id: number;
  name: string;
  seat_limit: number | null;
  products: string[];
  default_product: string | null;
  time_zone: string;
  default_language: string;
  /** Only what differs from the defaults. */
  settings: Partial<ProvisioningSettings>;
  created_at: Date;
}

const COLUMNS =
  "id, name, seat_limit, products, default_product, time_zone, default_language, settings, created_at";

export async function readWorkspace(queryable: Queryable, id: number): Promise<WorkspaceRow> {
  const { rows } = await queryable.query<WorkspaceRow>(
    `select ${COLUMNS} from workspaces where id = $1`,
    [id],
  );
  return rows[0]!;
}

/** How often the directory was changed: a list that is kept is good as long as this stays. */
export async function readDirectoryVersion(queryable: Queryable, id: number): Promise<number> {
  const { rows } = await queryable.query<{ directory_version: number }>(
    "select directory_version from workspaces where id = $1",
    [id],
  );
  return rows[0]!.directory_version;
}

/** The same, locked against other changes until the transaction ends. */
export async function lockWorkspace(queryable: Queryable, id: number): Promise<WorkspaceRow> {
  const { rows } = await queryable.query<WorkspaceRow>(
    `select ${COLUMNS} from workspaces where id = $1 for no key update`,
    [id],
  );
  return rows[0]!;
}

export async function updateWorkspaceRow(
  queryable: Queryable,
  workspace: WorkspaceRow,
): Promise<void> {
  await queryable.query(
    `update workspaces
        set name = $2, seat_limit = $3, products = $4, default_product = $5, time_zone = $6, default_language = $7
      where id = $1`,
    [
      ...[workspace.id, workspace.name, workspace.seat_limit, workspace.products],
      ...[workspace.default_product, workspace.time_zone, workspace.default_language],
    ],
  );
}

export async function storeSettings(
  queryable: Queryable,
  id: number,
  settings: Partial<ProvisioningSettings>,
): Promise<void> {
  await queryable.query("update workspaces set settings = $2 where id = $1", [
    id,
    JSON.stringify(settings),
  ]);
}

/** Every workspace, oldest first. */
export async function listWorkspaces(
  queryable: Queryable,
): Promise<{ id: number; name: string; created_at: Date }[]> {
  const { rows } = await queryable.query<{ id: number; name: string; created_at: Date }>(
    "select id, name, created_at from workspaces order by id",
  );
  return rows;
}
