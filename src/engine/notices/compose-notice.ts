import { formatId } from "../../contract/ids.ts";
import { withNoticeDefaults } from "../../contract/notice-events.ts";
import type { Queryable } from "../../db/database.ts";
import { findNoticeRecipient, type NoticeRecipient } from "../../db/queries/notices.ts";
import { listProperties } from "../../db/queries/properties.ts";
import { readSyncById, type SyncRow } from "../../db/queries/read-syncs.ts";
import { chooseLanguage } from "../mail-text.ts";
import { findNewCauses } from "../report/find-causes.ts";
import { renderSyncs } from "../report/render-sync.ts";
import { type NoticeNews, writeNotice } from "./notice-text.ts";

/** Longer than all attempts at a mail take together: what was not sent by then is no news any more. */
const NEWS_DAYS = 3;

/**
 * Writes a mail of the outbox that tells of a sync, with all that it says as it is now; `null` = it is not wanted any
 * more: the person has no access or has chosen otherwise, the sync was decided, or it was long ago.
 */
export async function composeNotice(
  queryable: Queryable,
  place: { publicUrl: string; productName: string },
  mail: { workspace_id: number; id: number },
): Promise<{ to: { name: string; address: string }; subject: string; text: string } | null> {
  const { workspace_id: workspaceId, id } = mail;
  const recipient = await findNoticeRecipient(queryable, workspaceId, id, NEWS_DAYS);
  if (recipient === null) return null;
  const { event, name, email, role, workspace_name: workspace } = recipient;
  if (!withNoticeDefaults(role, recipient.choices)[event]) return null;
  const row = await readSyncById(queryable, workspaceId, recipient.sync_id);
  const news = row === null ? null : await readNews(queryable, row, recipient);
  if (row === null || news === null) return null;
  const report = `${place.publicUrl}/syncs/${formatId("sync", row.id)}`;
  return {
    to: { name, address: email },
    ...writeNotice({
      ...{ name, role, workspace, news, productName: place.productName },
      language: chooseLanguage(recipient.language, recipient.default_language),
      timeZone: recipient.time_zone,
      syncNumber: row.number,
      link: event === "newIssues" ? `${report}?tab=troubleshooting` : report,
      choicesLink: `${place.publicUrl}/provisioning/rules`,
    }),
  };
}

async function readNews(
  queryable: Queryable,
  row: SyncRow,
  { event }: NoticeRecipient,
): Promise<NoticeNews | null> {
  if (event === "newIssues") {
    const causes = await findNewCauses(queryable, row);
    return causes.length === 0 ? null : { event, causes };
  }
  const [sync] = await renderSyncs(queryable, row.workspace_id, [row]);
  const { updates, failure, thresholds, hold, expiresAt } = sync!;
  const { planned, applied } = updates;
  if (event === "failed") return { event, planned, applied, code: failure?.code ?? "" };
  const labels = await listProperties(queryable, row.workspace_id);
  const propertyLabels = new Map(labels.map(({ key, label }) => [key, label]));
  return { event, planned, limits: thresholds, hold, expiresAt, propertyLabels };
}
