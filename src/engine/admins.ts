import type { AdminRole } from "../contract/account.ts";
import type { AuditAction } from "../contract/audit-actions.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  type AdminRow,
  deleteAccount,
  deleteAdmin,
  findAccountByEmail,
  insertAdmin,
  listAdmins,
  listWorkspacesOf,
  readPasswordHash,
  updateAdminRole,
} from "../db/queries/accounts.ts";
import { deletePrivateViews } from "../db/queries/saved-views.ts";
import { lockWorkspace } from "../db/queries/workspaces.ts";
import { addAccount } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { makeLink, type OneTimeLink } from "./one-time-links.ts";
import { requireScope } from "./permission.ts";

/** Someone who may sign in, and the link to set a password with unless they have one. */
export interface AddedAdmin {
  admin: AdminRow;
  link: OneTimeLink | null;
}

/** Lets a person administer the workspace, or look at it. */
export async function addAdmin(
  database: Database,
  actor: Actor,
  wanted: { name: string; email: string; role: AdminRole },
): Promise<AddedAdmin> {
  requireScope(actor, "admin");
  return withTransaction(database, (transaction) => letIn(transaction, actor, wanted));
}

/** The same within a transaction, for who makes the workspace with it. */
export async function letIn(
  transaction: Queryable,
  actor: Actor,
  wanted: { name: string; email: string; role: AdminRole },
): Promise<AddedAdmin> {
  await lockWorkspace(transaction, actor.workspaceId);
  const account = await findAccountByEmail(transaction, wanted.email.toLowerCase());
  if (account === null) {
    const added = await addAccount(
      transaction,
      actor,
      { ...wanted, passwordHash: null },
      wanted.role,
    );
    const link = await makeLink(transaction, "password", added.id);
    return { admin: await findAdmin(transaction, actor, added.id), link };
  }
  const present = (await listAdmins(transaction, actor.workspaceId)).some(
    (admin) => admin.id === account.id,
  );
  if (present) {
    throw new EngineError(409, "admin_exists", "This person has access to the workspace already.");
  }
  await insertAdmin(transaction, actor.workspaceId, account.id, wanted.role);
  await audit(transaction, actor, "admin_added", account, { role: wanted.role });
  // They sign in with the password they have: a link made here would open their other workspaces too.
  return { admin: await findAdmin(transaction, actor, account.id), link: null };
}

/** Changes what a person may do here. One admin always remains. */
export async function changeAdminRole(
  database: Database,
  actor: Actor,
  accountId: string,
  role: AdminRole,
): Promise<AdminRow> {
  requireScope(actor, "admin");
  return withTransaction(database, async (transaction) => {
    await lockWorkspace(transaction, actor.workspaceId);
    const before = await findAdmin(transaction, actor, accountId);
    if (before.role === role) return before;
    if (role !== "admin") await requireAnotherAdmin(transaction, actor, accountId);
    await updateAdminRole(transaction, actor.workspaceId, accountId, role);
    await audit(transaction, actor, "admin_role_changed", before, { role }, { role: before.role });
    return { ...before, role };
  });
}

/** Takes a person's access away; an account without any workspace left goes too, with its sessions. */
export async function removeAdmin(
  database: Database,
  actor: Actor,
  accountId: string,
): Promise<void> {
  requireScope(actor, "admin");
  await withTransaction(database, async (transaction) => {
    await lockWorkspace(transaction, actor.workspaceId);
    const admin = await findAdmin(transaction, actor, accountId);
    await requireAnotherAdmin(transaction, actor, accountId);
    await deleteAdmin(transaction, actor.workspaceId, accountId);
    await deletePrivateViews(transaction, actor.workspaceId, accountId);
    if ((await listWorkspacesOf(transaction, accountId)).length === 0)
      await deleteAccount(transaction, accountId);
    await audit(transaction, actor, "admin_removed", admin, null, { role: admin.role });
  });
}

/** A new link for someone who has not set a password yet; the old one ends. */
export async function renewAdminLink(
  database: Database,
  actor: Actor,
  accountId: string,
): Promise<OneTimeLink> {
  requireScope(actor, "admin");
  return withTransaction(database, async (transaction) => {
    const admin = await findAdmin(transaction, actor, accountId);
    if ((await readPasswordHash(transaction, accountId)) !== null) {
      throw new EngineError(
        409,
        "password_set",
        'This person has set a password. One who has lost it gets in by "muster recover" on the server.',
      );
    }
    await audit(transaction, actor, "admin_link_made", admin, null);
    return makeLink(transaction, "password", accountId);
  });
}

async function findAdmin(
  transaction: Queryable,
  actor: Actor,
  accountId: string,
): Promise<AdminRow> {
  const admin = (await listAdmins(transaction, actor.workspaceId)).find(
    (each) => each.id === accountId,
  );
  if (admin === undefined) throw notFound("admin");
  return admin;
}

async function requireAnotherAdmin(
  transaction: Queryable,
  actor: Actor,
  accountId: string,
): Promise<void> {
  const admins = await listAdmins(transaction, actor.workspaceId);
  if (admins.some((admin) => admin.role === "admin" && admin.id !== accountId)) return;
  throw new EngineError(
    409,
    "last_admin",
    "A workspace keeps at least one admin. Make somebody else admin first.",
  );
}

async function audit(
  transaction: Queryable,
  actor: Actor,
  action: AuditAction,
  account: { id: string; name: string },
  after: Record<string, unknown> | null,
  before: Record<string, unknown> | null = null,
): Promise<void> {
  const target = { type: "account", id: account.id, name: account.name };
  await writeAudit(transaction, actor, { action, target, before, after });
}
