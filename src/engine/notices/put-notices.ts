import { listRolesTold, type NoticeEvent } from "../../contract/notice-events.ts";
import type { Queryable } from "../../db/database.ts";
import { insertNotices, isAnybodyTold } from "../../db/queries/notices.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import { findNewCauses } from "../report/find-causes.ts";

/** The sync that a person may be told of. */
interface TellableSync {
  workspaceId: number;
  syncId: number;
}

/**
 * Puts a mail to everybody who wants to hear of it into the outbox: call it in the transaction that lets the run wait
 * or ends it, so that neither happens without the other.
 */
export async function putNotices(
  transaction: Queryable,
  sync: TellableSync,
  event: NoticeEvent,
): Promise<void> {
  const { workspaceId, syncId } = sync;
  const roles = listRolesTold(event);
  if (event === "newIssues") {
    // First, because looking for causes goes through every issue of the report.
    if (!(await isAnybodyTold(transaction, workspaceId, event, roles))) return;
    if (!(await hasNewIssues(transaction, sync))) return;
  }
  await insertNotices(transaction, workspaceId, syncId, event, roles);
}

async function hasNewIssues(
  transaction: Queryable,
  { workspaceId, syncId }: TellableSync,
): Promise<boolean> {
  const row = await readSyncById(transaction, workspaceId, syncId);
  return row !== null && (await findNewCauses(transaction, row)).length > 0;
}
