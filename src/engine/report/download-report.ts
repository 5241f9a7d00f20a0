import { formatId } from "../../contract/ids.ts";
import { makeReportCsvWriter, REPORT_CSV_START } from "../../core/report/csv-row.ts";
import type { PositionSet } from "../../core/report/position-set.ts";
import { type EntryRow, readEntriesAt, readEntriesBetween } from "../../db/queries/read-entries.ts";
import { readPropertyOrder } from "../../db/queries/read-property-order.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { EngineError } from "../engine-error.ts";
import { prepareRenderer, readCauses, type Wording } from "./read-page.ts";
import {
  isUnplanned,
  type OpenReport,
  type ReportFilter,
  type ReportReader,
} from "./report-reader.ts";

export interface ReportDownload {
  fileName: string;
  /** The file, in pieces of some hundred entries; reading stops when nobody takes the next piece. */
  chunks: AsyncGenerator<string>;
}

/** Entries read at once. Two pages are in memory: one being written, one being read. */
const PAGE_ENTRIES = 2000;

/**
 * Opens the CSV of a report, whole or (with `filter`) what the filter lets through, and records who took it.
 * Throws 409 `sync_pending` while the sync is still processing; a plan that waits for approval can be downloaded
 * (domain rules, section 9).
 */
export async function downloadReport(
  reader: ReportReader,
  actor: Actor,
  sync: SyncRow,
  filter: ReportFilter | null,
  wording: Wording,
): Promise<ReportDownload> {
  if (sync.phase !== "done" && (sync.phase !== "awaiting_approval" || isUnplanned(sync))) {
    throw new EngineError(
      409,
      "sync_pending",
      `Sync #${sync.number} is still processing. You can download the report when the sync is finished.`,
    );
  }
  const report = await reader.open(sync);
  const selected = filter === null ? null : await reader.select(report, filter);
  await writeAudit(reader.database, actor, {
    action: "report_downloaded",
    target: { type: "sync", id: formatId("sync", sync.id), name: `#${sync.number}` },
    after: { filtered: filter !== null, entries: selected?.count() ?? report.outline.size },
  });
  return {
    fileName: nameFile(sync, filter !== null),
    chunks: writeChunks(reader, report, selected, wording),
  };
}

function nameFile(sync: SyncRow, filtered: boolean): string {
  const day = sync.created_at.toISOString().slice(0, 10);
  return `sync-${sync.number}-${day}-report${filtered ? "-filtered" : ""}.csv`;
}

async function* writeChunks(
  reader: ReportReader,
  report: OpenReport,
  selected: PositionSet | null,
  wording: Wording,
): AsyncGenerator<string> {
  const render = await prepareRenderer(reader.database, report, wording);
  const toLines = makeReportCsvWriter({
    sync: report.sync.number,
    propertyLabels: await readCustomLabels(reader, report),
    ...wording,
  });
  yield REPORT_CSV_START;
  for await (const rows of readPages(reader, report, selected)) {
    const causes = await readCauses(reader.database, report, rows);
    yield rows.map((row) => toLines(render(row, causes))).join("");
  }
}

/** Labels of the workspace's own properties; the others have one in every language. */
async function readCustomLabels(
  { database }: ReportReader,
  { sync }: OpenReport,
): Promise<Map<string, string>> {
  const properties = await readPropertyOrder(database, sync.workspace_id);
  return new Map(
    properties.filter((property) => !property.is_default).map(({ key, label }) => [key, label]),
  );
}

/** Reads page after page, the next one while this one is written. */
async function* readPages(
  { database }: ReportReader,
  { sync, outline }: OpenReport,
  selected: PositionSet | null,
): AsyncGenerator<EntryRow[]> {
  const place = [database, sync.workspace_id, sync.id] as const;
  const read = async (after: number): Promise<{ rows: EntryRow[]; last: number } | null> => {
    if (selected === null) {
      const last = Math.min(after + PAGE_ENTRIES, outline.size);
      return last <= after
        ? null
        : { rows: await readEntriesBetween(...place, after + 1, last), last };
    }
    const positions = selected.after(after, PAGE_ENTRIES);
    const last = positions.at(-1);
    return last === undefined ? null : { rows: await readEntriesAt(...place, positions), last };
  };
  let page = await read(0);
  while (page !== null) {
    const next = read(page.last);
    // The reader may stop before it asks for the next page; a failure is told when it does ask.
    next.catch(() => {});
    yield page.rows;
    page = await next;
  }
}
