import type { EntryChange, EntryValue, ReportEntry } from "../../contract/entry.ts";
import { formatTable } from "./table.ts";

/** Entries of one type as aligned lines: where, about whom, and what. */
export function formatEntries(entries: readonly ReportEntry[]): string[] {
  const rows = entries.map((entry) =>
    entry.kind === "issue"
      ? [placeOf(entry), subjectOf(entry), sayWhy(entry)]
      : [subjectOf(entry), describeChanges(entry), describeOutcome(entry)],
  );
  const isIssue = entries[0]?.kind === "issue";
  const columns = isIssue ? [{ most: 40 }, { most: 50 }, {}] : [{ most: 60 }, { most: 200 }, {}];
  return formatTable(columns, rows).map((line) => `  ${line}`);
}

/** `people.csv:12`; where no line is known, the file alone. */
function placeOf({ source }: ReportEntry): string {
  if (source === null) return "-";
  return source.line === null ? source.file : `${source.file}:${source.line}`;
}

function subjectOf({ subject }: ReportEntry): string {
  if (subject === null) return "-";
  const { name, email, externalId } = subject;
  const key = email ?? externalId;
  if (name === "") return key ?? "-";
  return key === null ? name : `${name} <${key}>`;
}

function sayWhy({ message, suggestion }: ReportEntry): string {
  return [message, suggestion].filter((part) => part !== null && part !== "").join(" ");
}

function describeOutcome({ outcome, message }: ReportEntry): string {
  if (outcome === "skipped") return `skipped: ${message ?? ""}`.trimEnd();
  return outcome === "not_applied" ? "not applied" : "";
}

function describeChanges({ changes }: ReportEntry): string {
  return changes.map(describeChange).join("; ");
}

function describeChange({ property, before, after, sensitive }: EntryChange): string {
  if (sensitive) return `${property}: changed`;
  if (isEmpty(before)) return `${property}: ${show(after)}`;
  return `${property}: ${show(before)} → ${show(after)}`;
}

function isEmpty(value: EntryValue): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function show(value: EntryValue): string {
  if (isEmpty(value)) return "(none)";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
