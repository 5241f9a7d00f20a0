import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "#contract/language.ts";
import { type Answer, type BodyOf, call, type QueryOf } from "./call.ts";
import type { Team } from "./schema.d.ts";

export type { Team };
export type TeamFilters = Omit<QueryOf<"GET /api/v1/teams">, "limit" | "cursor">;
export type TeamPage = Answer<"GET /api/v1/teams">;
export type TeamChange = BodyOf<"PATCH /api/v1/teams/{id}">;

/** Everything known of teams: `queryClient.invalidateQueries({ queryKey: teamKeys.all })`. */
export const teamKeys = {
  all: ["teams"],
  one: (id: string) => ["teams", "one", id],
} as const;

const PAGE = 50;

/** A list of teams by name, a page at a time. */
export function teamListQuery(filters: TeamFilters) {
  return infiniteQueryOptions({
    queryKey: [...teamKeys.all, "list", filters],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/teams", { query: { ...filters, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Some teams by name, for a field that finds a team. */
export function findTeamsQuery(q: string) {
  return queryOptions({
    queryKey: [...teamKeys.all, "find", q],
    queryFn: async ({ signal }) => {
      const query = { q: q.trim() === "" ? undefined : q, limit: 20 };
      return (await call("GET /api/v1/teams", { query, signal })).items;
    },
    placeholderData: keepPreviousData,
  });
}

export function teamQuery(id: string) {
  return queryOptions({
    queryKey: teamKeys.one(id),
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/teams/{id}", { path: { id }, signal })).team,
  });
}

/** The teams above a team, nearest first. */
export function parentsQuery(id: string) {
  return queryOptions({
    queryKey: [...teamKeys.one(id), "parents"],
    queryFn: async ({ signal }) =>
      (await call("GET /api/v1/teams/{id}/parents", { path: { id }, signal })).items,
  });
}

/** What the newest finished sync could not do about the team. */
export function teamIssuesQuery(id: string, lang: Language) {
  return queryOptions({
    queryKey: [...teamKeys.one(id), "issues", lang],
    queryFn: ({ signal }) =>
      call("GET /api/v1/teams/{id}/issues", { path: { id }, query: { lang }, signal }),
  });
}

/** What happened to the team, newest first. */
export function teamHistoryQuery(id: string, lang: Language) {
  return infiniteQueryOptions({
    queryKey: [...teamKeys.one(id), "history", lang],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/v1/teams/{id}/history", {
        path: { id },
        query: { lang, cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export async function addTeam(body: BodyOf<"POST /api/v1/teams">): Promise<Team> {
  return (await call("POST /api/v1/teams", { body })).team;
}

export async function changeTeam(id: string, body: TeamChange): Promise<Team> {
  return (await call("PATCH /api/v1/teams/{id}", { path: { id }, body })).team;
}

export function deleteTeam(id: string): Promise<null> {
  return call("DELETE /api/v1/teams/{id}", { path: { id } });
}

/** Sets a user's place; a flag that is not given stays as it is. */
export async function placeUser(
  id: string,
  userId: string,
  body: BodyOf<"PUT /api/v1/teams/{id}/members/{userId}">,
): Promise<Team> {
  const given = { path: { id, userId }, body };
  return (await call("PUT /api/v1/teams/{id}/members/{userId}", given)).team;
}

/** Teams of one level of the tree. */
export interface TeamBranch {
  items: Team[];
  hasMore: boolean;
}

const BRANCH_PAGE = 200;

/** The teams right under a team, or with `none` those under no other, up to `most`. */
export function branchQuery(parent: string, most: number) {
  return queryOptions({
    queryKey: [...teamKeys.all, "branch", parent, most],
    queryFn: async ({ signal }): Promise<TeamBranch> => {
      const items: Team[] = [];
      let cursor: string | null | undefined;
      do {
        const limit = Math.min(BRANCH_PAGE, most - items.length);
        const query = { parent, limit, cursor: cursor ?? undefined };
        const page = await call("GET /api/v1/teams", { query, signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null && items.length < most);
      return { items, hasMore: cursor !== null };
    },
    placeholderData: keepPreviousData,
  });
}
