import { SYNC_PHASES, SYNC_STATUSES } from "../contract/catalogue.ts";
import { parseId } from "../contract/ids.ts";
import type { SyncFilters } from "../contract/report-queries.ts";
import { SYNC_BADGES } from "../contract/sync-badge.ts";
import type { SyncFilter, SyncSearch } from "../db/queries/sync-filter.ts";
import { readSearch } from "./read-search.ts";
import { readTexts, readTime, readValues } from "./read-values.ts";

/** The filters of the history from a query; throws 400 for a value that is none. */
export function readSyncFilter(query: SyncFilters): SyncFilter {
  const sources = readTexts(query.source);
  return {
    statuses: readValues("status", query.status, SYNC_STATUSES),
    phases: readValues("phase", query.phase, SYNC_PHASES),
    badges: readValues("badge", query.badge, SYNC_BADGES),
    sourceIds: sources?.flatMap((text) => parseId("source", text) ?? []),
    sourceKinds: sources?.filter((text) => parseId("source", text) === null),
    triggers: readTexts(query.trigger),
    actors: query.actor?.map((name) => name.replaceAll("\0", "\ufffd")),
    dryRun: query.dryRun,
    search: readSyncSearch(query.q),
    from: readTime("from", query.from),
    before: readTime("to", query.to, "end"),
  };
}

function readSyncSearch(given: string | undefined): SyncSearch | undefined {
  const text = readSearch(given);
  if (text === null) return undefined;
  const digits = /^#?([1-9]\d{0,8})$/.exec(text)?.[1];
  return { text, number: digits === undefined ? null : Number(digits), id: parseId("sync", text) };
}
