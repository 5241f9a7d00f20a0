import type { TeamFilters } from "../../api/teams.ts";
import { defineSearch, flag, oneOf, text } from "../../url/search.ts";

export const teamsSearch = defineSearch({
  /** Whether a source keeps the team. */
  source: oneOf(["in", "out"]),
  /** Teams with neither members nor subteams. */
  empty: flag(),
  q: text(),
});

export type TeamsSearch = ReturnType<typeof teamsSearch.read>;

export function isFiltered({ source, empty, q }: TeamsSearch): boolean {
  return source !== undefined || empty !== undefined || (q?.trim() ?? "") !== "";
}

/** What to ask the server for, from what the address says. */
export function toFilters({ source, empty, q }: TeamsSearch): TeamFilters {
  const words = q?.trim() ?? "";
  return {
    ...(source === undefined ? {} : { linked: source === "in" }),
    ...(empty === undefined ? {} : { empty }),
    ...(words === "" ? {} : { q: words }),
  };
}
