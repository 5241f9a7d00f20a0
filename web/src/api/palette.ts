import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";

const MOST = 5;

/** A few syncs, people and teams that a text finds; the newest syncs while nothing is typed. */
export function foundByPaletteQuery(q: string) {
  return queryOptions({
    queryKey: ["palette", q],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST, ...(q === "" ? {} : { q }) };
      const [syncs, users, teams] = await Promise.all([
        call("GET /api/v1/syncs", { query, signal }),
        q === "" ? { items: [] } : call("GET /api/v1/users", { query, signal }),
        q === "" ? { items: [] } : call("GET /api/v1/teams", { query, signal }),
      ]);
      return { syncs: syncs.items, users: users.items, teams: teams.items };
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
