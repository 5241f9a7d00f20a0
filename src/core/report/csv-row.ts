import type { EntryKind, EntryType, SubjectType } from "../../contract/catalogue.ts";
import { SUBJECT_OF } from "../../contract/catalogue.ts";
import type { EntryValue, ReportEntry } from "../../contract/entry.ts";
import { DATA_TYPE_LABELS, KIND_LABELS, labelOf, OUTCOME_LABELS } from "../../contract/labels.ts";
import type { Language, Translated } from "../../contract/language.ts";
import { propertyLabel } from "../../contract/property-labels.ts";
import { toCsvCell } from "./csv-cell.ts";

/** Columns of the report's CSV, in order (domain rules, sections 10 and 11). Headers stay English. */
export const REPORT_CSV_COLUMNS = [
  "Sync",
  "Kind",
  "Data type",
  "Type",
  "Name",
  "Email",
  "External ID",
  "Property",
  "Old value",
  "New value",
  "Outcome",
  "Reason",
  "Suggested solution",
  "File",
  "Line",
  "Date",
  "Entry",
  "Type code",
  "Reason code",
] as const;

/** What a report's CSV begins with: the byte order mark and the header line. */
export const REPORT_CSV_START = `\ufeff${REPORT_CSV_COLUMNS.join(",")}\r\n`;

const CHANGED: Translated = { en: "Changed", fr: "Modifié" };

export interface ReportCsvOptions {
  /** Number of the sync. */
  sync: number;
  language: Language;
  /** The deployment's product name. */
  product: string;
  /** Labels of custom properties by key. */
  propertyLabels?: ReadonlyMap<string, string>;
}

/**
 * Makes the function that turns an entry into its lines: one per changed property, one for an entry without changes.
 * Entries must have their message and suggestion in the same language. Three million lines pass through here, so
 * whatever repeats is written once, and each cell is tested once.
 */
export function makeReportCsvWriter(options: ReportCsvOptions): (entry: ReportEntry) => string {
  const { language } = options;
  const head = makeHeadCache(options);
  const property = makePropertyCache(options);
  const changed = toCsvCell(CHANGED[language]);

  return (entry) => {
    const { subject, changes, source, reason } = entry;
    const before =
      subject === null
        ? `${head(entry.kind, entry.type, null)},,,`
        : `${head(entry.kind, entry.type, subject.type)}${toCsvCell(subject.name)},${toCell(subject.email)},${toCell(subject.externalId)},`;
    const outcome = entry.outcome === null ? "" : OUTCOME_LABELS[entry.outcome][language];
    const place = source === null ? "," : `${toCsvCell(source.file)},${source.line ?? ""}`;
    const after = `,${outcome},${toCell(entry.message)},${toCell(entry.suggestion)},${place},${entry.at ?? ""},${entry.seq},${entry.type},${reason ?? ""}\r\n`;

    if (changes.length === 0) return `${before},,${after}`;
    let lines = "";
    for (const change of changes) {
      const values =
        change.sensitive === true
          ? `,${changed}`
          : `${toCell(change.before)},${toCell(change.after)}`;
      lines += `${before}${property(change.property)},${values}${after}`;
    }
    return lines;
  };
}

/** A value's cell. A list is joined as the input writes one; an absent value is empty. */
function toCell(value: EntryValue): string {
  if (typeof value === "string") return toCsvCell(value);
  if (value === null) return "";
  return typeof value === "boolean" ? String(value) : toCsvCell(value.join("; "));
}

/** The first four cells, which are the same for all entries of one type about one kind of subject. */
function makeHeadCache({ sync, language, product }: ReportCsvOptions) {
  const heads = new Map<string, string>();
  return (kind: EntryKind, type: EntryType, subject: SubjectType | null): string => {
    const key = `${type} ${subject}`;
    let head = heads.get(key);
    if (head === undefined) {
      const dataType = subject ?? SUBJECT_OF[type];
      const cells = [
        String(sync),
        KIND_LABELS[kind][language],
        dataType === null ? "" : DATA_TYPE_LABELS[dataType][language],
        labelOf(type, language, product),
      ];
      head = `${cells.map(toCsvCell).join(",")},`;
      heads.set(key, head);
    }
    return head;
  };
}

function makePropertyCache({ language, propertyLabels }: ReportCsvOptions) {
  const cells = new Map<string, string>();
  return (key: string): string => {
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = toCsvCell(propertyLabels?.get(key) ?? propertyLabel(key, language) ?? key);
      cells.set(key, cell);
    }
    return cell;
  };
}
