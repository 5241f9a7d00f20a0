import {
  ENTRY_KINDS,
  type EntryType,
  ISSUE_TYPES,
  OUTCOMES,
  REASONS,
  SUBJECT_TYPES,
  UPDATE_TYPES,
} from "../contract/catalogue.ts";
import type { EntryFilters } from "../contract/report-queries.ts";
import type { ReportFilter } from "../engine/report/report-reader.ts";
import { readTexts, readValues } from "./read-values.ts";

const TYPES: readonly EntryType[] = [...ISSUE_TYPES, ...UPDATE_TYPES];

/** The filters of a report from a query; throws 400 for a value that is none. */
export function readFilter(query: EntryFilters): ReportFilter {
  return {
    kinds: readValues("kind", query.kind, ENTRY_KINDS),
    subjects: readValues("subject", query.subject, SUBJECT_TYPES),
    types: readValues("type", query.type, TYPES),
    outcomes: readValues("outcome", query.outcome, OUTCOMES),
    reasons: readValues("reason", query.reason, REASONS),
    q: query.q,
    fields: readTexts(query.field),
    unfit: query.unfit,
  };
}
