import type { SsoRefusal } from "../contract/sso-refusals.ts";
import { type Database, type Queryable, withTransaction } from "../db/database.ts";
import { type AccountRow, findAccountByEmail, listWorkspacesOf } from "../db/queries/accounts.ts";
import { bindIdentity, findBoundAccount } from "../db/queries/single-sign-on.ts";
import { auditEverywhere } from "./accounts.ts";
import type { Caller } from "./authenticate-key.ts";

/** What a provider says of the person who signed in there, proven. */
export interface Identity {
  issuer: string;
  subject: string;
  /** In lower case; `null` = not told. */
  email: string | null;
  emailVerified: boolean;
}

const METHOD = { method: "single_sign_on" };

/**
 * Whose account an identity is. The first time it is found by its verified address, among accounts that exist, and
 * bound to issuer and subject, which count from then on (domain rules, section 11, "Identity"). Nobody is let in just
 * because the provider knows them. Answers the account's id, or why not; either is told in the audit log.
 */
export async function admitIdentity(
  database: Database,
  identity: Identity,
  caller: Caller,
): Promise<{ accountId: string } | { refusal: SsoRefusal }> {
  return withTransaction(database, async (transaction) => {
    const bound = await findBoundAccount(transaction, identity);
    const account = bound ?? (await findByAddress(transaction, identity));
    if (account === null || (await listWorkspacesOf(transaction, account.id)).length === 0) {
      return { refusal: "sso_no_account" };
    }
    const refusal = bound === null ? await bind(transaction, account, identity, caller) : null;
    if (refusal !== null) {
      await auditEverywhere(transaction, account.id, "sign_in_failed", caller, {
        ...METHOD,
        reason: refusal,
      });
      return { refusal };
    }
    await auditEverywhere(transaction, account.id, "signed_in", caller, METHOD);
    return { accountId: account.id };
  });
}

async function findByAddress(
  transaction: Queryable,
  { email }: Identity,
): Promise<AccountRow | null> {
  return email === null ? null : findAccountByEmail(transaction, email);
}

async function bind(
  transaction: Queryable,
  account: AccountRow,
  identity: Identity,
  caller: Caller,
): Promise<SsoRefusal | null> {
  if (!identity.emailVerified) return "sso_email_not_verified";
  if (!(await bindIdentity(transaction, account.id, identity))) return "sso_other_identity";
  await auditEverywhere(transaction, account.id, "identity_bound", caller, {
    issuer: identity.issuer,
  });
  return null;
}
