import type { SavedViewChange } from "../../contract/saved-view.ts";
import type { Queryable } from "../database.ts";

export interface SavedViewRow {
  id: number;
  account_id: string | null;
  page: string;
  name: string;
  search: string;
  shared: boolean;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = "id, account_id, page, name, search, shared, created_by, created_at, updated_at";

/** One's own views and those for everybody, oldest first; of one page when given. */
export async function listSavedViews(
  queryable: Queryable,
  workspaceId: number,
  accountId: string,
  page: string | null,
): Promise<SavedViewRow[]> {
  const { rows } = await queryable.query<SavedViewRow>(
    `select ${COLUMNS} from saved_views
      where workspace_id = $1 and (shared or account_id = $2) and ($3::text is null or page = $3)
      order by id limit 1000`,
    [workspaceId, accountId, page],
  );
  return rows;
}

/** One of them, locked until the transaction ends. */
export async function lockSavedView(
  transaction: Queryable,
  workspaceId: number,
  accountId: string,
  id: number,
): Promise<SavedViewRow | null> {
  const { rows } = await transaction.query<SavedViewRow>(
    `select ${COLUMNS} from saved_views
      where workspace_id = $1 and id = $3 and (shared or account_id = $2) for update`,
    [workspaceId, accountId, id],
  );
  return rows[0] ?? null;
}

export async function countSavedViews(
  queryable: Queryable,
  workspaceId: number,
  accountId: string,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    "select count(*)::int as count from saved_views where workspace_id = $1 and account_id = $2",
    [workspaceId, accountId],
  );
  return rows[0]!.count;
}

export async function insertSavedView(
  transaction: Queryable,
  workspaceId: number,
  view: Pick<SavedViewRow, "account_id" | "page" | "name" | "search" | "shared" | "created_by">,
): Promise<SavedViewRow> {
  const { rows } = await transaction.query<SavedViewRow>(
    `insert into saved_views (workspace_id, account_id, page, name, search, shared, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [
      ...[workspaceId, view.account_id, view.page, view.name, view.search],
      ...[view.shared, view.created_by],
    ],
  );
  return rows[0]!;
}

export async function updateSavedView(
  transaction: Queryable,
  workspaceId: number,
  id: number,
  change: SavedViewChange,
): Promise<SavedViewRow> {
  const { rows } = await transaction.query<SavedViewRow>(
    `update saved_views
        set name = coalesce($3, name), search = coalesce($4, search), shared = coalesce($5, shared), updated_at = now()
      where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
    [workspaceId, id, change.name ?? null, change.search ?? null, change.shared ?? null],
  );
  return rows[0]!;
}

export async function deleteSavedView(
  transaction: Queryable,
  workspaceId: number,
  id: number,
): Promise<void> {
  await transaction.query("delete from saved_views where workspace_id = $1 and id = $2", [
    workspaceId,
    id,
  ]);
}

/** The views that nobody else can see, of somebody who has left the workspace. */
export async function deletePrivateViews(
  transaction: Queryable,
  workspaceId: number,
  accountId: string,
): Promise<void> {
  await transaction.query(
    "delete from saved_views where workspace_id = $1 and account_id = $2 and not shared",
    [workspaceId, accountId],
  );
}
