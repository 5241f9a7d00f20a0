import {
  auditedNotices,
  type NoticeChoices,
  withNoticeDefaults,
} from "../../contract/notice-events.ts";
import type { NoticesPatch } from "../../contract/notices.ts";
import { type Database, withTransaction } from "../../db/database.ts";
import { lockNoticeChoices, writeNoticeChoices } from "../../db/queries/notices.ts";
import { requireAccount } from "../accounts.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { changedValues } from "../changed-values.ts";
import { notFound } from "../engine-error.ts";

/**
 * Chooses for oneself, in the workspace one looks at, what to be told of by mail. Whoever may look may do it; nobody
 * does it for another. Answers all choices.
 */
export async function chooseNotices(
  database: Database,
  actor: Actor,
  patch: NoticesPatch,
): Promise<NoticeChoices> {
  const accountId = requireAccount(actor);
  const { workspaceId } = actor;
  return withTransaction(database, async (transaction) => {
    const person = await lockNoticeChoices(transaction, workspaceId, accountId);
    // The access ended while the call was on its way.
    if (person === null) throw notFound("admin");
    const before = withNoticeDefaults(person.role, person.choices);
    const after = { ...before, ...patch };
    await writeNoticeChoices(transaction, workspaceId, accountId, patch);
    const changes = changedValues(auditedNotices(before), auditedNotices(after));
    if (changes === null) return after;
    await writeAudit(transaction, actor, {
      action: "notices_changed",
      target: { type: "account", id: accountId, name: person.name },
      ...changes,
    });
    return after;
  });
}
