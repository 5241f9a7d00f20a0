import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, addressOf, call, type QueryOf } from "./call.ts";

export type AuditEntry = Answer<"GET /api/v1/audit">["items"][number];
export type AuditFilters = Omit<QueryOf<"GET /api/v1/audit">, "limit" | "cursor" | "lang">;

/** Who did what, newest first. The last rows stay while those of other filters are on their way. */
export function auditQuery(filters: AuditFilters, lang: Language) {
  return infiniteQueryOptions({
    queryKey: ["audit", lang, filters],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/audit", {
        query: { ...filters, cursor: pageParam, limit: 50, lang },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The address of the same rows as CSV. */
export function auditFile(filters: AuditFilters, lang: Language): string {
  return addressOf("GET /api/v1/audit.csv", { query: { ...filters, lang } });
}
