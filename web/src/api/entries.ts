import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, type BodyOf, call, type QueryOf } from "./call.ts";
import { syncKeys } from "./syncs.ts";

export type EntryPage = Answer<"GET /api/v1/syncs/{id}/entries">;
export type ReportEntry = EntryPage["items"][number];
export type EntryChange = ReportEntry["changes"][number];
export type EntryFilters = QueryOf<"GET /api/v1/syncs/{id}/facets">;
export type Facets = Answer<"GET /api/v1/syncs/{id}/facets">;
export type Cause = Answer<"GET /api/v1/syncs/{id}/causes">["items"][number];
export type EntryDetails = Answer<"GET /api/v1/syncs/{id}/entries/{seq}">;
export type EntryPlace = Answer<"GET /api/v1/syncs/{id}/entries/{seq}/position">;

/** Rows of a report from a position on, as the big grid asks for them. The grid keeps those it needs. */
export function loadEntries(
  id: string,
  given: {
    filters: EntryFilters;
    language: Language;
    offset: number;
    limit: number;
    signal: AbortSignal;
  },
): Promise<EntryPage> {
  const { filters, language, offset, limit, signal } = given;
  return call("GET /api/v1/syncs/{id}/entries", {
    path: { id },
    query: { ...filters, offset, limit, lang: language },
    signal,
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

/** Everything known of one entry. */
export function entryDetailsQuery(id: string, seq: number, language: Language) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "entry", seq, language],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs/{id}/entries/{seq}", {
        path: { id, seq: String(seq) },
        query: { lang: language },
        signal,
      }),
  });
}

/** Where an entry stands among the rows that the filters pass. */
export function entryPlaceQuery(id: string, seq: number, filters: EntryFilters) {
  return queryOptions({
    queryKey: [...syncKeys.one(id), "place", seq, filters],
    queryFn: ({ signal }) =>
      call("GET /api/v1/syncs/{id}/entries/{seq}/position", {
        path: { id, seq: String(seq) },
        query: filters,
        signal,
      }),
  });
}

/** The row of the source behind an entry, sensitive values too. Who looked stands in the audit log. */
export async function revealRecord(id: string, seq: number) {
  const { fields } = await call("POST /api/v1/syncs/{id}/entries/{seq}/reveal", {
    path: { id, seq: String(seq) },
  });
  return fields;
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

/** Marks a cause as expected, or takes the mark away. Answers the causes of the report as they are then. */
export async function expectCause(
  id: string,
  { type, reason }: Pick<Cause, "type" | "reason">,
  expected: boolean,
  language: Language,
): Promise<Cause[]> {
  const { items } = await call("PUT /api/v1/syncs/{id}/causes/expected", {
    path: { id },
    query: { lang: language },
    body: { type, reason, expected } as BodyOf<"PUT /api/v1/syncs/{id}/causes/expected">,
  });
  return items;
}
