import { randomUUID } from "node:crypto";
import type { AdminRole } from "../contract/account.ts";
import type { AuditAction } from "../contract/audit-actions.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import {
  type AccountRow,
  deleteSessionsOf,
  findAccount,
  findAccountByEmail,
  insertAccount,
  insertAdmin,
  listWorkspacesOf,
  readPasswordHash,
  storePasswordHash,
} from "../db/queries/accounts.ts";
import { unbindIdentities } from "../db/queries/single-sign-on.ts";
import { type Actor, systemActor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { EngineError } from "./engine-error.ts";
import { makeLink, type OneTimeLink, redeemLink } from "./one-time-links.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";

export interface NewAccount {
  name: string;
  email: string;
  /** From `hashPassword`; hashed before the transaction, which it would hold up. */
  passwordHash: string | null;
}

/** Makes a sign-in account that administers a workspace. */
export async function addAccount(
  transaction: Queryable,
  actor: Actor,
  account: NewAccount,
  role: AdminRole,
): Promise<AccountRow> {
  const row = { id: randomUUID(), name: account.name, email: account.email.toLowerCase() };
  await insertAccount(transaction, row);
  if (account.passwordHash !== null)
    await storePasswordHash(transaction, row.id, account.passwordHash);
  await insertAdmin(transaction, actor.workspaceId, row.id, role);
  await writeAudit(transaction, actor, {
    action: "admin_added",
    target: { type: "account", id: row.id, name: row.name },
    after: { role },
  });
  return row;
}

/** Changes one's own password; every other session of the account ends. */
export async function changePassword(
  database: Database,
  actor: Actor,
  sessionId: string,
  change: { currentPassword: string; newPassword: string },
): Promise<void> {
  const accountId = requireAccount(actor);
  const hash = await readPasswordHash(database, accountId);
  if (hash === null || !(await verifyPassword(change.currentPassword, hash))) {
    throw new EngineError(422, "wrong_password", "The current password is not right.", [
      { pointer: "/currentPassword", message: "is not the current password" },
    ]);
  }
  const newHash = await hashPassword(change.newPassword);
  await withTransaction(database, async (transaction) => {
    await storePasswordHash(transaction, accountId, newHash);
    await deleteSessionsOf(transaction, accountId, sessionId);
    await writeAudit(transaction, actor, {
      action: "password_changed",
      target: { type: "account", id: accountId, name: actor.name },
    });
  });
}

/**
 * Sets a password by a one-time link; every session of the account ends, and so does its binding to an identity at a
 * provider: the next single sign-on binds it anew.
 */
export async function setPasswordByLink(
  database: Database,
  token: string,
  password: string,
  caller: { ip: string | null; requestId: string | null },
): Promise<void> {
  const hash = await hashPassword(password);
  await withTransaction(database, async (transaction) => {
    const { accountId } = await redeemLink(transaction, "password", token);
    await storePasswordHash(transaction, accountId!, hash);
    await deleteSessionsOf(transaction, accountId!, null);
    await unbindIdentities(transaction, accountId!);
    await auditEverywhere(transaction, accountId!, "password_set_by_link", caller);
  });
}

/**
 * A one-time link to set a new password with, for an admin who cannot sign in any more: `muster recover` on the host
 * (domain rules, section 11, "Keys and people"). Throws 404 when no account has the address.
 */
export async function makeRecoveryLink(database: Database, email: string): Promise<OneTimeLink> {
  return withTransaction(database, async (transaction) => {
    const account = await findAccountByEmail(transaction, email.toLowerCase());
    if (account === null)
      throw new EngineError(404, "not_found", `No account has the address ${email}.`);
    const link = await makeLink(transaction, "password", account.id);
    await auditEverywhere(transaction, account.id, "recovery_link_made", {
      ip: null,
      requestId: null,
    });
    return link;
  });
}

/** What only the account's own holder does; who fails to sign in, and who uses the host, is not known. */
const BY_HOLDER: ReadonlySet<AuditAction> = new Set([
  "signed_in",
  "identity_bound",
  "password_set_by_link",
]);

/** An event of an account, told in the audit log of every workspace it administers. */
export async function auditEverywhere(
  transaction: Queryable,
  accountId: string,
  action: AuditAction,
  caller: { ip: string | null; requestId: string | null },
  after: Record<string, unknown> | null = null,
): Promise<void> {
  const account = await findAccount(transaction, accountId);
  if (account === null) return;
  const { id, name } = account;
  for (const workspace of await listWorkspacesOf(transaction, accountId)) {
    const holder: Actor = { ...systemActor(workspace.id), kind: "account", id, name };
    const actor = BY_HOLDER.has(action) ? holder : systemActor(workspace.id);
    await writeAudit(
      transaction,
      { ...actor, ...caller },
      { action, target: { type: "account", id, name }, after },
    );
  }
}

/** The account behind an actor; keys have none. */
export function requireAccount(actor: Actor): string {
  if (actor.kind === "account" && actor.id !== null) return actor.id;
  throw new EngineError(403, "forbidden", "Only a signed-in person can do this, not an API key.");
}
