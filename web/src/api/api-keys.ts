import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { isProblem } from "./api-problem.ts";
import { type Answer, type BodyOf, call } from "./call.ts";

export type ApiKey = Answer<"GET /api/v1/api-keys">["items"][number];
/** A key at the one time that it can be read. */
export type IssuedApiKey = Answer<"POST /api/v1/api-keys">;
export type NewApiKey = BodyOf<"POST /api/v1/api-keys">;

/** What was asked with a key: calls of one kind in one minute. */
export type ApiRequest = Answer<"GET /api/v1/api-keys/{id}/requests">["items"][number];

export const apiKeyKeys = { all: ["api-keys"] } as const;

/** The workspace's keys, newest first; revoked ones are left out. */
export const apiKeysQuery = infiniteQueryOptions({
  queryKey: apiKeyKeys.all,
  queryFn: ({ pageParam, signal }) =>
    call("GET /api/v1/api-keys", { query: { cursor: pageParam, limit: 50 }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** How often is asked what else was asked with a key. */
const NEWS_MS = 5000;

/** What was lately asked with a key, newest first, asked for again and again while somebody looks. */
export function apiKeyRequestsQuery(id: string, refused: boolean) {
  return infiniteQueryOptions({
    queryKey: [...apiKeyKeys.all, id, "requests", { refused }],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/api-keys/{id}/requests", {
        path: { id },
        query: { refused, cursor: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: (query) => (isProblem(query.state.error, 404) ? false : NEWS_MS),
  });
}

export function createApiKey(body: NewApiKey): Promise<IssuedApiKey> {
  return call("POST /api/v1/api-keys", { body });
}

/** Replaces a key; the old one works for 24 hours more. */
export function rotateApiKey(id: string): Promise<IssuedApiKey> {
  return call("POST /api/v1/api-keys/{id}/rotate", { path: { id } });
}

/** Ends a key at once. */
export function revokeApiKey(id: string): Promise<null> {
  return call("DELETE /api/v1/api-keys/{id}", { path: { id } });
}
