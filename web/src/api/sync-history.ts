import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, call } from "./call.ts";
import { type SyncFilters, syncKeys } from "./syncs.ts";

export type SyncFacets = Answer<"GET /api/v1/syncs/facets">;
export type SyncTrend = Answer<"GET /api/v1/syncs/trend">;
export type TrendItem = SyncTrend["items"][number];
export type AuditEntry = Answer<"GET /api/v1/audit">["items"][number];

/** How often is asked whether there is a newer sync. */
const NEWS_MS = 5000;

/** How many syncs each value of each filter would show. */
export function syncFacetsQuery(filters: SyncFilters) {
  return queryOptions({
    queryKey: [...syncKeys.lists, "facets", filters],
    queryFn: ({ signal }) => call("GET /api/v1/syncs/facets", { query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What the syncs of the last 30 days came to, one by one. */
export const syncTrendQuery = queryOptions({
  queryKey: [...syncKeys.lists, "trend"],
  queryFn: ({ signal }) => call("GET /api/v1/syncs/trend", { signal }),
});

/** The newest syncs under these filters, asked for again and again while somebody looks. */
export function newestSyncsQuery(filters: SyncFilters) {
  return queryOptions({
    queryKey: [...syncKeys.lists, "news", filters],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs", { query: { ...filters, limit: 50 }, signal }),
    refetchInterval: NEWS_MS,
  });
}

/** No history shows more changes of settings between its rows. */
const MOST_CHANGES = 1000;

/** Who changed the provisioning settings in a span of time, newest first. */
export function settingsChangesQuery(from: string, to: string | undefined, language: Language) {
  return queryOptions({
    queryKey: ["audit", "settings", from, to, language],
    queryFn: async ({ signal }) => {
      const items: AuditEntry[] = [];
      let cursor: string | undefined;
      do {
        const page: Answer<"GET /api/v1/audit"> = await call("GET /api/v1/audit", {
          query: { action: ["settings_updated"], from, to, lang: language, limit: 200, cursor },
          signal,
        });
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < MOST_CHANGES);
      return items;
    },
    placeholderData: keepPreviousData,
  });
}
