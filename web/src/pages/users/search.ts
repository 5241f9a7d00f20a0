import { USER_ROLES, USER_STATES } from "#contract/catalogue.ts";
import type { UserFilters } from "../../api/users.ts";
import { defineSearch, many, manyOf, oneOf, text } from "../../url/search.ts";

/** Whether a source keeps the user. */
export const ORIGINS = ["in", "out"] as const;

export const usersSearch = defineSearch({
  status: manyOf(USER_STATES),
  role: manyOf(USER_ROLES),
  /** Ids, or `none`. */
  team: many(),
  manager: many(),
  source: oneOf(ORIGINS),
  q: text(),
  /** The saved view that the filters began as. */
  view: text(40),
});

export type UsersSearch = ReturnType<typeof usersSearch.read>;

/** What the list can be narrowed by, and what a saved view keeps. */
export const FILTER_NAMES = ["status", "role", "team", "manager", "source", "q"] as const;

/** The address without any filter. */
export const NO_FILTERS: Required<{ [Name in (typeof FILTER_NAMES)[number]]: undefined }> = {
  status: undefined,
  role: undefined,
  team: undefined,
  manager: undefined,
  source: undefined,
  q: undefined,
};

export function isFiltered(search: UsersSearch): boolean {
  return FILTER_NAMES.some((name) => search[name] !== undefined);
}

/** What to ask the server for, from what the address says. */
export function toFilters({ status, role, team, manager, source, q }: UsersSearch): UserFilters {
  const words = q?.trim() ?? "";
  return {
    ...(status === undefined ? {} : { status: [...status] }),
    ...(role === undefined ? {} : { role: [...role] }),
    ...(team === undefined ? {} : { team: team.filter(isTeam) }),
    ...(manager === undefined ? {} : { manager: manager.filter(isUser) }),
    ...(source === undefined ? {} : { linked: source === "in" }),
    ...(words === "" ? {} : { q: words }),
  };
}

/** What cannot be an id is not asked for: the server would refuse the whole list. */
const isTeam = (id: string) => id === NONE || /^team_[1-9]\d{0,14}$/.test(id);
const isUser = (id: string) => id === NONE || /^usr_[1-9]\d{0,14}$/.test(id);

/** In no team; without a manager. */
export const NONE = "none";
