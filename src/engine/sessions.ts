import { type Database, withTransaction } from "../db/database.ts";
import { deleteSession } from "../db/queries/sign-in.ts";
import { requireAccount } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { notFound } from "./engine-error.ts";

/** Ends one of one's own sessions. */
export async function endSession(
  database: Database,
  actor: Actor,
  sessionId: string,
): Promise<void> {
  const accountId = requireAccount(actor);
  await withTransaction(database, async (transaction) => {
    if (!(await deleteSession(transaction, accountId, sessionId))) throw notFound("session");
    await writeAudit(transaction, actor, {
      action: "session_ended",
      target: { type: "account", id: accountId, name: actor.name },
    });
  });
}
