import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, call, type QueryOf } from "./call.ts";
import { syncKeys } from "./syncs.ts";

export type EntryPage = Answer<"GET /api/v1/syncs/{id}/entries">;
export type ReportEntry = EntryPage["items"][number];
export type EntryFilters = QueryOf<"GET /api/v1/syncs/{id}/facets">;
export type Facets = Answer<"GET /api/v1/syncs/{id}/facets">;
export type Cause = Answer<"GET /api/v1/syncs/{id}/causes">["items"][number];

/** Rows of a report from a position on, as the big grid asks for them. */
export function entryWindowQuery(
  id: string,
  given: { filters: EntryFilters; offset: number; limit: number; language: Language },
) {
  const { filters, offset, limit, language } = given;
  return queryOptions({
    queryKey: [...syncKeys.one(id), "entries", filters, language, offset, limit],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs/{id}/entries", {
        path: { id },
        query: { ...filters, offset, limit, lang: language },
        signal,
      }),
  });
}

/** How many rows each value of each filter would show. Keeps the last counts while new ones are on their way. */
export function facetsQuery(id: string, filters: EntryFilters) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "facets", filters],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs/{id}/facets", { path: { id }, query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The issues of a report by their causes. */
export function causesQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "causes", language],
    queryFn: async ({ signal }) => {
      const { items } = await call("GET /api/v1/syncs/{id}/causes", {
        path: { id },
        query: { lang: language },
        signal,
      });
      return items;
    },
  });
}
