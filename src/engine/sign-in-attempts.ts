import { createHash } from "node:crypto";
import { type Database, withTransaction } from "../db/database.ts";
import { findAccountByEmail } from "../db/queries/accounts.ts";
import { clearAttempts, countAttempt, LOCK_OUT } from "../db/queries/sign-in.ts";
import { auditEverywhere } from "./accounts.ts";
import type { Caller } from "./authenticate-key.ts";
import { EngineError, RetryLaterError } from "./engine-error.ts";

/**
 * Runs one try to sign in: counts it, lets `check` compare the password, and tells the audit log. Too many failures
 * in a row lock the address for a while, whether or not it has an account. Throws 401 or 429.
 */
export async function attemptSignIn(
  database: Database,
  email: string,
  caller: Caller,
  check: () => Promise<boolean>,
): Promise<void> {
  const emailHash = createHash("sha256").update(email.toLowerCase()).digest();
  const lockedUntil = await countAttempt(database, emailHash);
  if (lockedUntil !== null) {
    throw new RetryLaterError(
      "locked_out",
      `Too many sign-ins with this address failed. Try again ${LOCK_OUT.minutes} minutes after the last one, or use a link from "muster recover".`,
      (lockedUntil.getTime() - Date.now()) / 1000,
    );
  }
  const right = await check();
  await withTransaction(database, async (transaction) => {
    if (right) await clearAttempts(transaction, emailHash);
    const account = await findAccountByEmail(transaction, email.toLowerCase());
    if (account === null) return;
    await auditEverywhere(transaction, account.id, right ? "signed_in" : "sign_in_failed", caller);
  });
  if (!right)
    throw new EngineError(
      401,
      "wrong_credentials",
      "The email address or the password is not right.",
    );
}
