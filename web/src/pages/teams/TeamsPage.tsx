import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { branchQuery, teamListQuery } from "../../api/teams.ts";
import { CopyLinkButton } from "../../frame/copy-link/CopyLinkButton.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useMayChange } from "../../frame/use-may-change.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { ClearFilters, DroppedValuesNotice, FilterBar } from "../../ui/FilterBar.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { loadLater } from "../../ui/load-later.ts";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { useDroppedValues } from "../../url/arrival.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { ListSearch } from "../directory/ListSearch.tsx";
import { directoryMessages } from "../directory/messages.ts";
import { teamsMessages } from "./messages.ts";
import { isFiltered, type TeamsSearch, teamsSearch, toFilters } from "./search.ts";
import { TeamTable } from "./TeamTable.tsx";
import { TeamTree } from "./TeamTree.tsx";

const AddTeamDialog = loadLater(
  async () => (await import("../team/dialogs/AddTeamDialog.tsx")).AddTeamDialog,
);

const route = getRouteApi("/frame/teams");

/** Teams: as a tree, or what a search finds as a list. */
export function TeamsPage() {
  const t = useMessages(teamsMessages);
  const search = route.useSearch();
  const { hasDropped, dismiss } = useDroppedValues(teamsSearch);
  const mayChange = useMayChange();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
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
      <TeamFilterBar search={search} />
      {isFiltered(search) ? <FoundTeams search={search} /> : <AllTeams />}
      {isAdding && <AddTeamDialog parent={null} onClose={() => setIsAdding(false)} />}
    </>
  );
}

const NO_FILTERS = { q: undefined, source: undefined, empty: undefined };

function TeamFilterBar({ search }: { search: TeamsSearch }) {
  const t = useMessages(teamsMessages);
  const words = useMessages(directoryMessages);
  const { pick, type } = useSearchChanges<TeamsSearch>();
  return (
    <FilterBar>
      <ListSearch
        label={t("search")}
        value={search.q ?? ""}
        onSearch={(q) => type({ q: q === "" ? undefined : q })}
      />
      <FilterChip
        isFirst
        label={words("source")}
        value={search.source === undefined ? [] : [search.source]}
        onChange={(values) => pick({ source: values.find((value) => value !== search.source) })}
        options={[
          { value: "in", label: words("inSource") },
          { value: "out", label: words("notInSource") },
        ]}
      />
      <FilterChip
        label={t("content")}
        value={search.empty === true ? ["empty"] : []}
        onChange={(values) => pick({ empty: values.length > 0 ? true : undefined })}
        options={[{ value: "empty", label: t("emptyOnly") }]}
      />
      {isFiltered(search) && <ClearFilters onClear={() => pick(NO_FILTERS)} />}
    </FilterBar>
  );
}

const STEP = 200;

function AllTeams() {
  const t = useMessages(teamsMessages);
  const [most, setMost] = useState(STEP);
  const { data: roots, error, refetch, isFetching } = useQuery(branchQuery("none", most));
  if (error !== null && roots === undefined) {
    return (
      <ErrorCallout
        error={error}
        title={t("loadFailed")}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  if (roots === undefined) return <SkeletonRows />;
  if (roots.items.length === 0) {
    return (
      <EmptyState
        icon="people"
        title={t("noneTitle")}
        actions={<ButtonLink to={"/provisioning/source" as string}>{t("toSource")}</ButtonLink>}
      >
        {t("noneText")}
      </EmptyState>
    );
  }
  return <TeamTree roots={roots} isLoadingMore={isFetching} onMore={() => setMost(most + STEP)} />;
}

function FoundTeams({ search }: { search: TeamsSearch }) {
  const t = useMessages(teamsMessages);
  const { pick } = useSearchChanges<TeamsSearch>();
  const list = useInfiniteQuery(teamListQuery(toFilters(search)));
  const teams = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.isPending && <SkeletonRows />}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {list.isSuccess && teams.length === 0 && (
        <EmptyState
          icon="filter"
          title={t("filteredTitle")}
          actions={<Button onPress={() => pick(NO_FILTERS)}>{t("clearFilters")}</Button>}
        />
      )}
      {teams.length > 0 && <TeamTable label={t("listLabel")} teams={teams} />}
      {list.hasNextPage && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </>
  );
}
