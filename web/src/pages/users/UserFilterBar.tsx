import type { ReactNode } from "react";
import { USER_ROLES, USER_STATES } from "#contract/catalogue.ts";
import { ROLE_LABELS, USER_STATE_LABELS } from "#contract/labels.ts";
import type { UserFacets } from "../../api/users.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { ClearFilters, FilterBar } from "../../ui/FilterBar.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { ListSearch } from "../directory/ListSearch.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { PersonFilterChip, TeamFilterChip } from "./found-chips.tsx";
import { usersMessages } from "./messages.ts";
import { isFiltered, NO_FILTERS, ORIGINS, type UsersSearch } from "./search.ts";

interface UserFilterBarProps {
  search: UsersSearch;
  facets: UserFacets | undefined;
  /** Behind the count: what keeps the filters. */
  end: ReactNode;
}

/** Search and filters of the list of users, and how many it shows. */
export function UserFilterBar({ search, facets, end }: UserFilterBarProps) {
  const t = useMessages(usersMessages);
  const words = useMessages(directoryMessages);
  const language = useLanguage();
  const { pick, type } = useSearchChanges<UsersSearch>();
  const listed = <Value,>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  return (
    <FilterBar
      end={
        <>
          {facets !== undefined && <span>{words("usersCount", { n: facets.total })}</span>}
          {end}
        </>
      }
    >
      <ListSearch
        label={t("search")}
        value={search.q ?? ""}
        onSearch={(q) => type({ q: q === "" ? undefined : q })}
      />
      <FilterChip
        isFirst
        label={words("status")}
        value={search.status ?? []}
        onChange={(status) => pick({ status: listed(status) })}
        options={USER_STATES.map((value) => ({
          value,
          label: USER_STATE_LABELS[value][language],
          count: facets && (facets.status[value] ?? 0),
        }))}
      />
      <FilterChip
        label={words("role")}
        value={search.role ?? []}
        onChange={(role) => pick({ role: listed(role) })}
        options={USER_ROLES.map((value) => ({
          value,
          label: ROLE_LABELS[value][language],
          count: facets && (facets.role[value] ?? 0),
        }))}
      />
      <TeamFilterChip value={search.team ?? []} onChange={(team) => pick({ team: listed(team) })} />
      <PersonFilterChip
        value={search.manager ?? []}
        onChange={(manager) => pick({ manager: listed(manager) })}
      />
      <FilterChip
        label={words("source")}
        value={search.source === undefined ? [] : [search.source]}
        // Both are everybody: the one chosen last counts.
        onChange={(values) => pick({ source: values.find((value) => value !== search.source) })}
        options={ORIGINS.map((value) => ({
          value,
          label: words(value === "in" ? "inSource" : "notInSource"),
          count: facets && (value === "in" ? facets.linked.yes : facets.linked.no),
        }))}
      />
      {isFiltered(search) && <ClearFilters onClear={() => pick(NO_FILTERS)} />}
    </FilterBar>
  );
}
