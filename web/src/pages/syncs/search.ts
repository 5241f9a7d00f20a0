import { SYNC_BADGES } from "#contract/sync-badge.ts";
import type { SyncFilters } from "../../api/syncs.ts";
import { addDays, endOfDay, startOfDay } from "../../i18n/zoned-day.ts";
import { day, defineSearch, flag, many, manyOf, oneOf, text } from "../../url/search.ts";

/** Spans that end now, in days. */
export const SPANS = ["1d", "7d", "30d", "90d"] as const;
export type Span = (typeof SPANS)[number];

/** What the address can say about the history. */
export const syncsSearch = defineSearch({
  status: manyOf(SYNC_BADGES),
  /** Ids of sources. */
  source: many(),
  /** A span that ends now; or days, of the zone that times are shown in. */
  within: oneOf(SPANS),
  after: day(),
  before: day(),
  /** Who or what started it, by name. */
  by: many(),
  q: text(),
  /** Changes of settings stand between the rows. */
  settings: flag(),
  /** The saved view that this began as. */
  view: text(40),
});

export type SyncsSearch = ReturnType<typeof syncsSearch.read>;

/** What narrows the list; the rest says how it is shown. */
export const FILTER_NAMES = ["status", "source", "within", "after", "before", "by", "q"] as const;

/** What a saved view keeps. */
export const VIEW_NAMES = [...FILTER_NAMES, "settings"] as const;

/** The address without any filter. */
export const NO_FILTERS: Required<{ [Name in (typeof FILTER_NAMES)[number]]: undefined }> = {
  status: undefined,
  source: undefined,
  within: undefined,
  after: undefined,
  before: undefined,
  by: undefined,
  q: undefined,
};

/** Whether the list is narrowed by anything. */
export function isFiltered(search: SyncsSearch): boolean {
  return FILTER_NAMES.some((name) => search[name] !== undefined);
}

/** The days that are shown: from and to, each included. */
export function daysOf(
  { within, after, before }: Pick<SyncsSearch, "within" | "after" | "before">,
  today: string,
): { after: string | undefined; before: string | undefined } {
  if (within === undefined) return { after, before };
  return { after: addDays(today, 1 - Number.parseInt(within, 10)), before: undefined };
}

/** What to ask the server for: people filter by what the badges say, and by the days of their clock. */
export function toFilters(search: SyncsSearch, today: string, zone: string): SyncFilters {
  const { status, source, by, q } = search;
  const { after, before } = daysOf(search, today);
  const words = q?.trim() ?? "";
  return {
    ...(status === undefined ? {} : { badge: [...status] }),
    ...(source === undefined ? {} : { source: [...source] }),
    ...(by === undefined ? {} : { actor: [...by] }),
    ...(after === undefined ? {} : { from: startOfDay(after, zone).toISOString() }),
    ...(before === undefined ? {} : { to: endOfDay(before, zone).toISOString() }),
    ...(words === "" ? {} : { q: words }),
  };
}
