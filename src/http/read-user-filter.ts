import { USER_ROLES, USER_STATES } from "../contract/catalogue.ts";
import type { UserFilters } from "../contract/directory.ts";
import { parseId } from "../contract/ids.ts";
import type { LinkFilter, UserFilter } from "../db/queries/user-filter.ts";
import { readSearch } from "./read-search.ts";
import { invalidQuery, readTexts, readValues } from "./read-values.ts";

const LIVE_STATES = USER_STATES.filter((state) => state !== "deleted");

/** The filters of the list of users from a query; throws 400 for a value that is none. */
export function readUserFilter(query: UserFilters): UserFilter {
  return {
    states: readValues("status", query.status, USER_STATES) ?? LIVE_STATES,
    roles: readValues("role", query.role, USER_ROLES) ?? null,
    teams: readLinks("team", query.team, "team"),
    managers: readLinks("manager", query.manager, "user"),
    linked: query.linked ?? null,
    externalId: readExternalId(query.externalId),
    q: readSearch(query.q),
  };
}

/** Written as the stored ones are; PostgreSQL takes no NUL in a text, and no id holds one. */
function readExternalId(given: string | undefined): string | null {
  const text = given?.replaceAll("\0", "\ufffd").normalize("NFC").trim();
  return text === undefined || text === "" ? null : text;
}

/** Ids given as a filter; one that is no id is refused, as it would silently find nobody. */
function readLinks(
  name: string,
  given: readonly string[] | undefined,
  kind: "team" | "user",
): LinkFilter | null {
  const texts = readTexts(given);
  if (texts === undefined) return null;
  const ids = texts.flatMap((text) => {
    if (text === "none") return [];
    const id = parseId(kind, text);
    if (id === null) throw invalidQuery(name, `must be the id of a ${kind}, or none`);
    return [id];
  });
  return { ids, none: texts.includes("none") };
}
