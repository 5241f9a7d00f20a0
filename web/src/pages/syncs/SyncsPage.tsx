import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { labelOfBadge, SYNC_BADGES } from "#contract/sync-badge.ts";
import { syncListQuery } from "../../api/syncs.ts";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { DroppedValuesNotice, FilterBar } from "../../ui/FilterBar.tsx";
import { FilterChip } from "../../ui/FilterChip.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { StatusIcon } from "../../ui/StatusBadge.tsx";
import { useDroppedValues } from "../../url/arrival.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { syncsMessages } from "./messages.ts";
import { SyncTable } from "./SyncTable.tsx";
import { type SyncsSearch, syncsSearch, toFilters } from "./search.ts";

const route = getRouteApi("/frame/syncs");

/** The history of syncs: is provisioning healthy, and which sync do I open? */
export function SyncsPage() {
  const t = useMessages(syncsMessages);
  const language = useLanguage();
  const search = route.useSearch();
  const { pick } = useSearchChanges<SyncsSearch>();
  const { hasDropped, dismiss } = useDroppedValues(syncsSearch);
  const list = useInfiniteQuery(syncListQuery(toFilters(search)));
  const syncs = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = search.status !== undefined;

  return (
    <>
      <PageHeader title={t("title")} />
      {hasDropped && <DroppedValuesNotice onDismiss={dismiss} />}
      <FilterBar>
        <FilterChip
          isFirst
          label={t("status")}
          value={search.status ?? []}
          onChange={(status) => pick({ status: status.length === 0 ? undefined : status })}
          options={SYNC_BADGES.map((value) => ({
            value,
            label: labelOfBadge(value, language),
            glyph: <StatusIcon badge={value} />,
          }))}
        />
      </FilterBar>
      {list.isPending && <SkeletonRows />}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {list.isSuccess && syncs.length === 0 && (
        <NoSyncs isFiltered={isFiltered} onClear={() => pick({ status: undefined })} />
      )}
      {syncs.length > 0 && <SyncTable syncs={syncs} />}
      {list.hasNextPage && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </>
  );
}

function NoSyncs({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useMessages(syncsMessages);
  if (isFiltered) {
    return (
      <EmptyState
        icon="filter"
        title={t("filteredTitle")}
        actions={<Button onPress={onClear}>{t("clearFilters")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="history"
      title={t("noneTitle")}
      actions={
        <>
          <ButtonLink to={"/provisioning/source" as string} tone="primary">
            {t("toSource")}
          </ButtonLink>
          <ButtonLink to={"/provisioning/keys" as string}>{t("toKeys")}</ButtonLink>
        </>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}
