import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, type BodyOf, call, type QueryOf } from "./call.ts";
import type { HistoryItem, User } from "./schema.d.ts";

export type { HistoryItem, User };
export type UserFilters = QueryOf<"GET /api/v1/users/facets">;
export type UserFacets = Answer<"GET /api/v1/users/facets">;
export type NewUser = BodyOf<"POST /api/v1/users">;
export type UserChange = BodyOf<"PATCH /api/v1/users/{id}">;
export type Origins = Answer<"GET /api/v1/users/{id}/origins">["origins"];
export type OpenIssues = Answer<"GET /api/v1/users/{id}/issues">;
export type Invitation = Answer<"POST /api/v1/users/{id}/invite">;

/** Everything known of users: `queryClient.invalidateQueries({ queryKey: userKeys.all })`. */
export const userKeys = {
  all: ["users"],
  one: (id: string) => ["users", "one", id],
} as const;

const PAGE = 50;

/** Rows of the list from a position on, as the big grid asks for them. */
export async function loadUsers(
  filters: UserFilters,
  window: { offset: number; limit: number },
  signal: AbortSignal,
): Promise<{ items: User[]; total: number }> {
  const { items, total = 0 } = await call("GET /api/v1/users", {
    query: { ...filters, ...window },
    signal,
  });
  return { items, total };
}

/** How many users each value of each filter would show. Keeps the last counts while new ones are on their way. */
export function userFacetsQuery(filters: UserFilters) {
  return queryOptions({
    queryKey: [...userKeys.all, "facets", filters],
    queryFn: ({ signal }) => call("GET /api/v1/users/facets", { query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Some users by name, for a field that finds a person. */
export function findUsersQuery(q: string, filters: UserFilters = {}) {
  return queryOptions({
    queryKey: [...userKeys.all, "find", q, filters],
    queryFn: async ({ signal }) => {
      // By position, because the server keeps the order for a while.
      const query = { ...filters, q: q.trim() === "" ? undefined : q, offset: 0, limit: 20 };
      return (await call("GET /api/v1/users", { query, signal })).items;
    },
    placeholderData: keepPreviousData,
  });
}

export function userQuery(id: string) {
  return queryOptions({
    queryKey: userKeys.one(id),
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/users/{id}", { path: { id }, signal })).user,
  });
}

/** Who last changed each value. */
export function originsQuery(id: string) {
  return queryOptions({
    queryKey: [...userKeys.one(id), "origins"],
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/users/{id}/origins", { path: { id }, signal })).origins,
  });
}

/** Whom the user reports to, nearest first. */
export function reportingLineQuery(id: string) {
  return queryOptions({
    queryKey: [...userKeys.one(id), "line"],
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/users/{id}/reporting-line", { path: { id }, signal })).managers,
  });
}

/** Who reports to the user: the first few, and how many. */
export function directReportsQuery(id: string) {
  return queryOptions({
    queryKey: [...userKeys.one(id), "reports"],
    queryFn: ({ signal }) => loadUsers({ manager: [id] }, { offset: 0, limit: 8 }, signal),
  });
}

/** What the newest finished sync could not do about the user. */
export function userIssuesQuery(id: string, lang: Language) {
  return queryOptions({
    queryKey: [...userKeys.one(id), "issues", lang],
    queryFn: ({ signal }) =>
      call("GET /api/v1/users/{id}/issues", { path: { id }, query: { lang }, signal }),
  });
}

/** What happened to the user, newest first. */
export function userHistoryQuery(id: string, lang: Language) {
  return infiniteQueryOptions({
    queryKey: [...userKeys.one(id), "history", lang],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/users/{id}/history", {
        path: { id },
        query: { lang, cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Calls that take nothing but the user. */
const ACTIONS = {
  deactivate: "POST /api/v1/users/{id}/deactivate",
  reactivate: "POST /api/v1/users/{id}/reactivate",
  restore: "POST /api/v1/users/{id}/restore",
  unlink: "POST /api/v1/users/{id}/unlink",
  erase: "POST /api/v1/users/{id}/erase",
  delete: "DELETE /api/v1/users/{id}",
} as const;
export type UserAction = keyof typeof ACTIONS;

export async function actOnUser(action: UserAction, id: string): Promise<User> {
  return (await call(ACTIONS[action], { path: { id } })).user;
}

export function inviteUser(id: string): Promise<Invitation> {
  return call("POST /api/v1/users/{id}/invite", { path: { id } });
}

export async function addUser(body: NewUser): Promise<User> {
  return (await call("POST /api/v1/users", { body })).user;
}

export async function changeUser(id: string, body: UserChange): Promise<User> {
  return (await call("PATCH /api/v1/users/{id}", { path: { id }, body })).user;
}

export async function linkUser(id: string, externalId: string): Promise<User> {
  const given = { path: { id }, body: { externalId } };
  return (await call("POST /api/v1/users/{id}/relink", given)).user;
}
