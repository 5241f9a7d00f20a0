import { labelOfAction } from "../../contract/audit-actions.ts";
import type { HistoryItem } from "../../contract/directory.ts";
import type { EntryChange, EntryValue } from "../../contract/entry.ts";
import { formatId, parseId } from "../../contract/ids.ts";
import { readSensitiveKeys } from "../../db/queries/properties.ts";
import { readEntriesAt } from "../../db/queries/read-entries.ts";
import {
  type HistoryRow,
  type ManualChangeRow,
  readHistory,
  readManualChanges,
} from "../../db/queries/read-history.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import { prepareRenderer, readCauses, type Wording } from "../report/read-page.ts";
import type { ReportReader } from "../report/report-reader.ts";

export interface HistorySubject {
  type: "user" | "team";
  id: number;
}

/** A page of what happened to a user or team, over all syncs and by hand, newest first. */
export async function listHistory(
  reader: ReportReader,
  workspaceId: number,
  subject: HistorySubject,
  page: { after: HistoryRow | null; limit: number } & Wording,
): Promise<{ items: HistoryItem[]; next: HistoryRow | null }> {
  const key = formatId(subject.type, subject.id);
  const rows = await readHistory(
    reader.database,
    workspaceId,
    { ...subject, key },
    page.after,
    page.limit + 1,
  );
  const shown = rows.slice(0, page.limit);
  const items = new Map<HistoryRow, HistoryItem>([
    ...(await renderEntries(reader, workspaceId, shown, page)),
    ...(await renderManualChanges(reader, workspaceId, shown, page)),
  ]);
  return {
    items: shown.flatMap((row) => items.get(row) ?? []),
    next: rows.length > page.limit ? (shown.at(-1) ?? null) : null,
  };
}

/** Entries, report by report: what rendering needs is read once for each. */
async function renderEntries(
  reader: ReportReader,
  workspaceId: number,
  rows: readonly HistoryRow[],
  wording: Wording,
): Promise<Map<HistoryRow, HistoryItem>> {
  const items = new Map<HistoryRow, HistoryItem>();
  const ofSync = new Map<number, HistoryRow[]>();
  for (const row of rows) {
    if (row.origin === 1) ofSync.set(row.major, [...(ofSync.get(row.major) ?? []), row]);
  }
  for (const [syncId, lines] of ofSync) {
    const sync = await readSyncById(reader.database, workspaceId, syncId);
    if (sync === null) continue;
    const report = await reader.open(sync);
    const positions = lines.map((line) => line.minor);
    const entries = await readEntriesAt(reader.database, workspaceId, syncId, positions);
    const render = await prepareRenderer(reader.database, report, wording);
    const causes = await readCauses(reader.database, report, entries);
    for (const stored of entries) {
      const line = lines.find((each) => each.minor === stored.position)!;
      const entry = render(stored, causes);
      items.set(line, {
        origin: "sync",
        at: timeOf(line),
        type: entry.type,
        label: entry.label,
        by: sync.trigger_actor,
        subject: subjectOf(entry.subject?.type, entry.subject?.id, entry.subject?.name),
        ...splitKept(entry.type, entry.changes),
        sync: {
          id: formatId("sync", sync.id),
          number: sync.number,
          status: sync.status,
          dryRun: sync.dry_run,
        },
        entry,
      });
    }
  }
  return items;
}

async function renderManualChanges(
  { database }: ReportReader,
  workspaceId: number,
  rows: readonly HistoryRow[],
  { language, product }: Wording,
): Promise<Map<HistoryRow, HistoryItem>> {
  const lines = rows.filter((row) => row.origin === 2);
  if (lines.length === 0) return new Map();
  const ids = lines.map((line) => line.minor);
  const changes = new Map(
    (await readManualChanges(database, workspaceId, ids)).map((row) => [row.id, row]),
  );
  const sensitive = await readSensitiveKeys(database, workspaceId);
  return new Map(
    lines.flatMap((line) => {
      const row = changes.get(line.minor);
      if (row === undefined) return [];
      const item: HistoryItem = {
        origin: "manual",
        at: timeOf(line),
        type: row.action,
        label: labelOfAction(row.action, language, product),
        by: row.actor_name,
        subject: subjectOf(row.target_type, row.target_id, row.target_name),
        ...splitKept(row.action, renderChanges(row, sensitive)),
        sync: null,
        entry: null,
      };
      return [[line, item] as const];
    }),
  );
}

/** What is about locked values names them in `changes` as the others do, but changes none. */
const ABOUT_LOCKS: ReadonlySet<string> = new Set([
  ...["values_locked", "values_unlocked", "value_locked"],
]);

function splitKept(type: string, changes: EntryChange[]): Pick<HistoryItem, "changes" | "kept"> {
  return ABOUT_LOCKS.has(type)
    ? { changes: [], kept: changes.map(({ property }) => property) }
    : { changes, kept: [] };
}

function subjectOf(
  type: string | undefined,
  id: string | null | undefined,
  name: string | null | undefined,
): HistoryItem["subject"] {
  if ((type !== "user" && type !== "team") || id == null) return null;
  return { type, id, name: name ?? "" };
}

function timeOf(row: HistoryRow): string {
  return new Date(Math.floor(row.at / 1000)).toISOString();
}

/** A sensitive property shows that it changed, not what it is. */
function renderChanges(
  { before, after }: ManualChangeRow,
  sensitive: ReadonlySet<string>,
): EntryChange[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].map((property) =>
    sensitive.has(property)
      ? { property, before: null, after: null, sensitive: true }
      : {
          property,
          before: renderValue(before?.[property]),
          after: renderValue(after?.[property]),
          ...linkOf(before?.[property], after?.[property]),
        },
  );
}

/** The ids of a link's ends, where the values name one user or team each. */
function linkOf(before: unknown, after: unknown): Pick<EntryChange, "link"> {
  const [old, current] = [idOf(before), idOf(after)];
  const id = current ?? old;
  if (id === null) return {};
  return {
    link: { type: parseId("user", id) === null ? "team" : "user", before: old, after: current },
  };
}

function idOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { id } = value as { id?: unknown };
  return typeof id === "string" ? id : null;
}

/** A link's other end shows as its name, several as a list of names. */
function renderValue(value: unknown): EntryValue {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => String(renderValue(each) ?? ""));
  const { name } = value as { name?: unknown };
  return typeof name === "string" ? name : JSON.stringify(value);
}
