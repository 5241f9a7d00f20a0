import { type Database, withTransaction } from "../db/database.ts";
import {
  findAccountByEmail,
  findFirstWorkspace,
  hasAnyAdmin,
  lockSetUp,
} from "../db/queries/accounts.ts";
import { addAccount } from "./accounts.ts";
import { systemActor } from "./actor.ts";
import { addApiKey } from "./api-keys.ts";
import { addWorkspace } from "./create-workspace.ts";
import { EngineError } from "./engine-error.ts";
import { makeLink, type OneTimeLink, redeemLink } from "./one-time-links.ts";
import { hashPassword } from "./passwords.ts";

/** What an unattended set-up makes. */
export interface Bootstrap {
  workspaceName: string;
  product: string;
  admin: { email: string; password: string } | null;
  apiKey: string | null;
}

/** Sets an empty database up from the configuration. Answers whether it did: on any later start it does nothing. */
export async function bootstrap(database: Database, wanted: Bootstrap): Promise<boolean> {
  if ((await findFirstWorkspace(database)) !== null) return false;
  const passwordHash = wanted.admin === null ? null : await hashPassword(wanted.admin.password);
  return withTransaction(database, async (transaction) => {
    await lockSetUp(transaction);
    if ((await findFirstWorkspace(transaction)) !== null) return false;
    const workspace = await addWorkspace(transaction, {
      name: wanted.workspaceName,
      product: wanted.product,
    });
    const actor = systemActor(workspace.id);
    if (wanted.apiKey !== null) {
      await addApiKey(
        transaction,
        actor,
        { name: "Bootstrap key", scope: "read_write", expiresAt: null },
        wanted.apiKey,
      );
    }
    if (wanted.admin !== null) {
      const name = wanted.admin.email.split("@")[0]!;
      await addAccount(
        transaction,
        actor,
        { name, email: wanted.admin.email, passwordHash },
        "admin",
      );
    }
    return true;
  });
}

/** While nobody administers anything: a new one-time link for the first admin; otherwise `null`. */
export async function makeSetUpLink(database: Database): Promise<OneTimeLink | null> {
  return withTransaction(database, async (transaction) => {
    await lockSetUp(transaction);
    if (await hasAnyAdmin(transaction)) return null;
    return makeLink(transaction, "setup", null);
  });
}

export interface FirstAdmin {
  token: string;
  workspaceName?: string | undefined;
  name: string;
  email: string;
  password: string;
}

/** Makes the first admin by the one-time link, and the workspace unless there is one (made by API key set-up). */
export async function setUp(
  database: Database,
  wanted: FirstAdmin,
  product: string,
  caller: { ip: string | null; requestId: string | null },
): Promise<void> {
  const passwordHash = await hashPassword(wanted.password);
  await withTransaction(database, async (transaction) => {
    await lockSetUp(transaction);
    await redeemLink(transaction, "setup", wanted.token);
    if (await hasAnyAdmin(transaction)) {
      throw new EngineError(
        409,
        "already_set_up",
        "This installation has an admin already. Sign in instead.",
      );
    }
    if ((await findAccountByEmail(transaction, wanted.email.toLowerCase())) !== null) {
      throw new EngineError(409, "email_taken", "An account has this address already.");
    }
    const existing = await findFirstWorkspace(transaction);
    const actorOf = (workspaceId: number) => ({ ...systemActor(workspaceId), ...caller });
    const name = wanted.workspaceName ?? "Workspace";
    const workspace = existing ?? (await addWorkspace(transaction, { name, product }, actorOf));
    await addAccount(transaction, actorOf(workspace.id), { ...wanted, passwordHash }, "admin");
  });
}
