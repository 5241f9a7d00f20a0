import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { USER_STATES } from "#contract/catalogue.ts";
import { call } from "./call.ts";

const MOST = 5;

/** A day, and when it begins and ends on the clock that is shown. */
interface DaySpan {
  day: string;
  from: string;
  to: string;
}

/** An id of a source may look like anything, but seldom like a name. */
const LIKE_AN_ID = /^(?=.*\d)\S{1,256}$/;

/**
 * A few syncs, people and teams that a text finds; the newest syncs while nothing is typed, and those of a day
 * where the text names one. Who goes by exactly this external id comes first, deleted or not.
 */
export function foundByPaletteQuery(q: string, span: DaySpan | null) {
  return queryOptions({
    queryKey: ["palette", q, span],
    queryFn: async ({ signal }) => {
      const query = { limit: MOST, ...(q === "" ? {} : { q }) };
      const none = { items: [] };
      const [syncs, named, users, teams] = await Promise.all([
        call("GET /api/v1/syncs", {
          query: span === null ? query : { limit: MOST, from: span.from, to: span.to },
          signal,
        }),
        LIKE_AN_ID.test(q)
          ? call("GET /api/v1/users", {
              query: { externalId: q, status: [...USER_STATES], limit: MOST },
              signal,
            })
          : none,
        q === "" ? none : call("GET /api/v1/users", { query, signal }),
        q === "" ? none : call("GET /api/v1/teams", { query, signal }),
      ]);
      const others = users.items.filter(({ id }) => named.items.every((it) => it.id !== id));
      return {
        // While the next are fetched these still show, and not under another day.
        day: span?.day ?? null,
        syncs: syncs.items,
        hasMoreSyncs: "nextCursor" in syncs && syncs.nextCursor !== null,
        users: [...named.items, ...others].slice(0, MOST),
        teams: teams.items,
      };
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
