import { defineSearch, oneOf, text } from "../../url/search.ts";

/** The tabs of a team; the first is shown where the address names none. */
export const TEAM_TABS = ["members", "subteams", "history"] as const;
export type TeamTab = (typeof TEAM_TABS)[number];

export const teamSearch = defineSearch({ tab: oneOf(TEAM_TABS), q: text() });

export type TeamSearch = ReturnType<typeof teamSearch.read>;
