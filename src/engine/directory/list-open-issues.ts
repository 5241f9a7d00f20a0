import type { OpenIssues } from "../../contract/directory-facts.ts";
import { formatId } from "../../contract/ids.ts";
import { findNewestFinishedSync, listIssuePositions } from "../../db/queries/open-issues.ts";
import { readEntriesAt } from "../../db/queries/read-entries.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import { prepareRenderer, readCauses, type Wording } from "../report/read-page.ts";
import type { ReportReader } from "../report/report-reader.ts";
import type { HistorySubject } from "./list-history.ts";

/** A team can have an issue for each of its members. */
const MOST = 50;

/** What the newest finished sync could not do about a user or team. */
export async function listOpenIssues(
  reader: ReportReader,
  workspaceId: number,
  subject: HistorySubject,
  wording: Wording,
): Promise<OpenIssues> {
  const { database } = reader;
  const newest = await findNewestFinishedSync(database, workspaceId);
  const sync = newest === null ? null : await readSyncById(database, workspaceId, newest.id);
  if (newest === null || sync === null) return { sync: null, items: [] };
  const named = {
    id: formatId("sync", newest.id),
    number: newest.number,
    finishedAt: newest.finished_at.toISOString(),
  };
  const positions = await listIssuePositions(database, workspaceId, newest.id, subject, MOST);
  if (positions.length === 0) return { sync: named, items: [] };
  const report = await reader.open(sync);
  const rows = await readEntriesAt(database, workspaceId, newest.id, positions);
  const render = await prepareRenderer(database, report, wording);
  const causes = await readCauses(database, report, rows);
  return { sync: named, items: rows.map((row) => render(row, causes)) };
}
