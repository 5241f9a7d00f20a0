import { AUDIT_TARGETS } from "#contract/audit-targets.ts";
import type { AuditFilters } from "../../api/audit.ts";
import { addDays, endOfDay, startOfDay } from "../../i18n/zoned-day.ts";
import { day, defineSearch, many, manyOf, oneOf, text } from "../../url/search.ts";

/** Spans that end now, in days. */
export const SPANS = ["1d", "7d", "30d", "90d"] as const;

/** What the address can say about the audit log. */
export const auditSearch = defineSearch({
  /** Codes of actions; the page has words for those there are. */
  action: many(),
  on: manyOf(AUDIT_TARGETS),
  /** An id of an actor, or part of a name. */
  by: text(),
  /** A span that ends now; or days, of the zone that times are shown in. */
  within: oneOf(SPANS),
  after: day(),
  before: day(),
  /** To what it was done: an id, or part of a name. */
  q: text(),
});

export type AuditSearch = ReturnType<typeof auditSearch.read>;

/** The address without any filter. */
export const NO_FILTERS: Required<{ [Name in keyof AuditSearch]: undefined }> = {
  action: undefined,
  on: undefined,
  by: undefined,
  within: undefined,
  after: undefined,
  before: undefined,
  q: undefined,
};

export function isFiltered(search: AuditSearch): boolean {
  return Object.keys(NO_FILTERS).some((name) => search[name as keyof AuditSearch] !== undefined);
}

/** What to ask the server for; days are those of the clock that people see. */
export function toFilters(search: AuditSearch, today: string, zone: string): AuditFilters {
  const { action, on, by, within, q } = search;
  const after =
    within === undefined ? search.after : addDays(today, 1 - Number.parseInt(within, 10));
  const before = within === undefined ? search.before : undefined;
  const words = q?.trim() ?? "";
  return {
    ...(action === undefined ? {} : { action: [...action] }),
    ...(on === undefined ? {} : { targetType: [...on] }),
    ...(by === undefined ? {} : { actor: by }),
    ...(after === undefined ? {} : { from: startOfDay(after, zone).toISOString() }),
    ...(before === undefined ? {} : { to: endOfDay(before, zone).toISOString() }),
    ...(words === "" ? {} : { target: words }),
  };
}
