import type { AuditEntry } from "../../contract/audit.ts";
import { toCsvCell } from "./csv-cell.ts";

const COLUMNS = [
  "Date",
  "Actor",
  "Actor type",
  "Actor ID",
  "Action",
  "Action code",
  "Target",
  "Target type",
  "Target ID",
  "Before",
  "After",
  "IP",
  "Request ID",
];

/** Byte order mark and headings; lines end with CRLF, as in reports (domain rules, section 10). */
export const AUDIT_CSV_START = `\ufeff${COLUMNS.join(",")}\r\n`;

/** One line of the audit log, inert for spreadsheets. */
export function toAuditCsvLine({ actor, target, ...entry }: AuditEntry): string {
  const cells = [
    ...[entry.at, actor.name, actor.kind, actor.id, entry.label, entry.action],
    ...[target?.name, target?.type, target?.id, toText(entry.before), toText(entry.after)],
    ...[entry.ip, entry.requestId],
  ];
  return `${cells.map((cell) => toCsvCell(cell ?? "")).join(",")}\r\n`;
}

function toText(values: AuditEntry["before"]): string {
  return values === null ? "" : JSON.stringify(values);
}
