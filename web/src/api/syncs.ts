import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Answer, call, type QueryOf } from "./call.ts";
import type { Sync } from "./schema.d.ts";

export type { Sync };
export type SyncFilters = Omit<QueryOf<"GET /api/v1/syncs">, "limit" | "cursor">;

/** Everything known of syncs: `queryClient.invalidateQueries({ queryKey: syncKeys.all })`. */
export const syncKeys = {
  all: ["syncs"],
  lists: ["syncs", "list"],
  one: (id: string) => ["syncs", "one", id],
} as const;

const PAGE = 50;

/** The history of syncs, newest first, a page of 50 at a time. */
export function syncListQuery(filters: SyncFilters) {
  return infiniteQueryOptions({
    queryKey: [...syncKeys.lists, filters],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/syncs", { query: { ...filters, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One sync, by id or number. */
export function syncQuery(id: string) {
  return queryOptions({
    queryKey: syncKeys.one(id),
    queryFn: async ({ signal }) => {
      const { sync } = await call("GET /api/v1/syncs/{id}", { path: { id }, signal });
      return sync;
    },
  });
}

/** The syncs that wait for a person; for the count in the side bar. */
export const waitingSyncsQuery = queryOptions({
  queryKey: [...syncKeys.lists, "waiting"],
  queryFn: ({ signal }) =>
    call("GET /api/v1/syncs", { query: { phase: ["awaiting_approval"], limit: 200 }, signal }),
  refetchInterval: 30_000,
});

/** The syncs that are being worked on; for the mark in the tab's icon. */
export const runningSyncsQuery = queryOptions({
  queryKey: [...syncKeys.lists, "running"],
  queryFn: ({ signal }) =>
    call("GET /api/v1/syncs", {
      query: { phase: ["queued", "reading", "planning", "applying"], limit: 1 },
      signal,
    }),
  refetchInterval: 15_000,
});

export type SyncPage = Answer<"GET /api/v1/syncs">;
