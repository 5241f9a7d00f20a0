import type { ReportEntry } from "../../contract/entry.ts";
import type { Language } from "../../contract/language.ts";
import type { Database } from "../../db/database.ts";
import { readSensitiveKeys } from "../../db/queries/properties.ts";
import { type EntryRow, readCausesAt, readEntriesAt } from "../../db/queries/read-entries.ts";
import { readAppliedBatches } from "../../db/queries/read-positions.ts";
import { readPropertyOrder } from "../../db/queries/read-property-order.ts";
import { type CausesByPosition, makeEntryRenderer, type RenderEntry } from "./render-entry.ts";
import type { OpenReport, ReportFilter, ReportReader } from "./report-reader.ts";

/** How a report is written: language, and the deployment's product name. */
export interface Wording {
  language: Language;
  product: string;
}

export interface PageRequest extends Wording {
  /** Entries behind this position. */
  after?: number;
  /** Or: skips so many of those that the filter lets through. */
  offset?: number;
  limit: number;
}

export interface EntryPage {
  items: ReportEntry[];
  total: number;
  /** Position to go on after; `null` at the end. */
  next: number | null;
}

/** Reads one page of the entries that pass the filter, in report order. */
export async function readPage(
  reader: ReportReader,
  report: OpenReport,
  filter: ReportFilter,
  page: PageRequest,
): Promise<EntryPage> {
  const selected = await reader.select(report, filter);
  const start = page.offset === undefined ? null : selected.at(page.offset);
  const isPastEnd = page.offset !== undefined && start === null;
  const after = start === null ? (page.after ?? 0) : start - 1;
  const positions = isPastEnd ? [] : selected.after(after, page.limit + 1);
  const hasMore = positions.length > page.limit;
  if (hasMore) positions.pop();
  return {
    items: await readItems(reader, report, positions, page),
    total: selected.count(),
    next: hasMore ? (positions.at(-1) ?? null) : null,
  };
}

async function readItems(
  { database }: ReportReader,
  report: OpenReport,
  positions: number[],
  wording: Wording,
): Promise<ReportEntry[]> {
  if (positions.length === 0) return [];
  const { workspace_id: workspaceId, id } = report.sync;
  const [rows, render] = await Promise.all([
    readEntriesAt(database, workspaceId, id, positions),
    prepareRenderer(database, report, wording),
  ]);
  const causes = await readCauses(database, report, rows);
  return rows.map((row) => render(row, causes));
}

/** The issues that caused entries of `rows`, by position. */
export async function readCauses(
  database: Database,
  { sync }: OpenReport,
  rows: readonly EntryRow[],
): Promise<CausesByPosition> {
  const positions = new Set(rows.flatMap((row) => row.caused_by ?? []));
  if (positions.size === 0) return new Map();
  const causes = await readCausesAt(database, sync.workspace_id, sync.id, [...positions]);
  return new Map(causes.map((cause) => [cause.position, cause]));
}

/** Reads what rendering a report's entries needs besides them. */
export async function prepareRenderer(
  database: Database,
  { sync, outline }: OpenReport,
  wording: Wording,
): Promise<RenderEntry> {
  const [batches, properties, sensitive] = await Promise.all([
    readAppliedBatches(database, sync.workspace_id, sync.id),
    readPropertyOrder(database, sync.workspace_id),
    readSensitiveKeys(database, sync.workspace_id),
  ]);
  return makeEntryRenderer({ sync, outline, batches, properties, sensitive, ...wording });
}
