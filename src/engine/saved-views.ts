import { formatId } from "../contract/ids.ts";
import { MOST_VIEWS, type NewSavedView, type SavedViewChange } from "../contract/saved-view.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  countSavedViews,
  deleteSavedView,
  insertSavedView,
  lockSavedView,
  type SavedViewRow,
  updateSavedView,
} from "../db/queries/saved-views.ts";
import { lockWorkspace } from "../db/queries/workspaces.ts";
import { requireAccount } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { covers, requireScope } from "./permission.ts";

/** Keeps a view. Whoever may read may keep one for oneself; one for everybody takes an admin. */
export async function saveView(
  database: Database,
  actor: Actor,
  wanted: NewSavedView,
): Promise<SavedViewRow> {
  const accountId = requireAccount(actor);
  requireShare(actor, wanted.shared);
  return withTransaction(database, async (transaction) => {
    // Two at once must not both be the last one allowed.
    await lockWorkspace(transaction, actor.workspaceId);
    if ((await countSavedViews(transaction, actor.workspaceId, accountId)) >= MOST_VIEWS) {
      throw new EngineError(
        409,
        "too_many_views",
        `You keep ${MOST_VIEWS} views already. Delete one first.`,
      );
    }
    const view = await insertSavedView(transaction, actor.workspaceId, {
      ...{ page: wanted.page, name: wanted.name.trim(), search: wanted.search },
      ...{ shared: wanted.shared, account_id: accountId, created_by: actor.name },
    });
    await audit(transaction, actor, "view_saved", view);
    return view;
  });
}

/** Changes what is given of a view. */
export async function changeView(
  database: Database,
  actor: Actor,
  id: number,
  change: SavedViewChange,
): Promise<SavedViewRow> {
  return withTransaction(database, async (transaction) => {
    await lockEditable(transaction, actor, id);
    if (change.shared !== undefined) requireShare(actor, change.shared);
    const name = change.name?.trim();
    const after = await updateSavedView(transaction, actor.workspaceId, id, {
      ...change,
      ...(name === undefined ? {} : { name }),
    });
    await audit(transaction, actor, "view_changed", after);
    return after;
  });
}

export async function deleteView(database: Database, actor: Actor, id: number): Promise<void> {
  await withTransaction(database, async (transaction) => {
    const view = await lockEditable(transaction, actor, id);
    await deleteSavedView(transaction, actor.workspaceId, id);
    await audit(transaction, actor, "view_deleted", view);
  });
}

/** One's own views, and for an admin those for everybody. */
export function mayEdit(actor: Actor, view: SavedViewRow): boolean {
  return view.account_id === actor.id || (view.shared && covers(actor.scope, "read_write"));
}

async function lockEditable(
  transaction: Queryable,
  actor: Actor,
  id: number,
): Promise<SavedViewRow> {
  const accountId = requireAccount(actor);
  const view = await lockSavedView(transaction, actor.workspaceId, accountId, id);
  if (view === null) throw notFound("view");
  if (!mayEdit(actor, view)) {
    throw new EngineError(403, "forbidden", "Only an admin, or who made it, can change this view.");
  }
  return view;
}

function requireShare(actor: Actor, shared: boolean): void {
  if (shared) requireScope(actor, "read_write");
}

/** The filters stay out: they may name a person. */
async function audit(
  transaction: Queryable,
  actor: Actor,
  action: "view_saved" | "view_changed" | "view_deleted",
  view: SavedViewRow,
): Promise<void> {
  await writeAudit(transaction, actor, {
    action,
    target: { type: "view", id: formatId("view", view.id), name: view.name },
    after: { page: view.page, shared: view.shared },
  });
}
