import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { userFacetsQuery } from "../../api/users.ts";
import { CopyLinkButton } from "../../frame/copy-link/CopyLinkButton.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { useSavedViews } from "../../saved-views/use-saved-views.ts";
import { ViewButtons } from "../../saved-views/ViewButtons.tsx";
import { ViewTabs } from "../../saved-views/ViewTabs.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { DroppedValuesNotice } from "../../ui/FilterBar.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { useDroppedValues } from "../../url/arrival.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { UserGrid } from "../directory/UserGrid.tsx";
import { usePicks } from "../directory/use-picks.ts";
import { usersMessages } from "./messages.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import {
  FILTER_NAMES,
  isFiltered,
  NO_FILTERS,
  toFilters,
  type UsersSearch,
  usersSearch,
} from "./search.ts";
import { UserFilterBar } from "./UserFilterBar.tsx";

const AddUserSheet = loadLater(
  async () => (await import("../user/form/AddUserSheet.tsx")).AddUserSheet,
);

const route = getRouteApi("/frame/users");

/** Everybody in the directory. */
export function UsersPage() {
  const t = useMessages(usersMessages);
  const search = route.useSearch();
  const { pick } = useSearchChanges<UsersSearch>();
  const { hasDropped, dismiss } = useDroppedValues(usersSearch);
  const mayChange = useMayChange();
  const filters = toFilters(search);
  const { data: facets, dataUpdatedAt, isPlaceholderData } = useQuery(userFacetsQuery(filters));
  const picks = usePicks(JSON.stringify(filters));
  const viewed = { page: "users", search, read: usersSearch.read, names: FILTER_NAMES };
  const saved = useSavedViews(viewed);
  const [isAdding, setIsAdding] = useState(false);

  return (
    <div className="fills-window">
      <PageHeader
        title={t("title")}
        actions={
          <>
            <CopyLinkButton of="view" />
            {mayChange && (
              <Button tone="primary" icon="add" onPress={() => setIsAdding(true)}>
                {t("add")}
              </Button>
            )}
          </>
        }
      />
      {hasDropped && <DroppedValuesNotice onDismiss={dismiss} />}
      <ViewTabs list={viewed} saved={saved} allLabel={t("allUsers")} />
      <UserFilterBar
        search={search}
        facets={facets}
        end={<ViewButtons page="users" saved={saved} onSaved={({ id }) => pick({ view: id })} />}
      />
      <div className="user-grid-frame">
        <UserGrid
          label={t("listLabel")}
          filters={filters}
          round={isPlaceholderData ? 0 : dataUpdatedAt}
          picks={mayChange ? picks : undefined}
          empty={
            isFiltered(search) ? (
              <EmptyState
                icon="filter"
                title={t("filteredTitle")}
                actions={<Button onPress={() => pick(NO_FILTERS)}>{t("clearFilters")}</Button>}
              />
            ) : (
              <EmptyState
                icon="people"
                title={t("noneTitle")}
                actions={
                  <ButtonLink to={"/provisioning/source" as string}>{t("toSource")}</ButtonLink>
                }
              >
                {t("noneText")}
              </EmptyState>
            )
          }
        />
      </div>
      {mayChange && <SelectionBar picks={picks} filters={filters} total={facets?.total ?? 0} />}
      {isAdding && <AddUserSheet onClose={() => setIsAdding(false)} />}
    </div>
  );
}
