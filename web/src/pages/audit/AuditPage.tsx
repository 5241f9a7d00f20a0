import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { auditFile, auditQuery } from "../../api/audit.ts";
import { PropertyNamesProvider } from "../../changes/property-names.tsx";
import { CopyLinkButton } from "../../frame/copy-link/CopyLinkButton.tsx";
import { PageHeader } from "../../frame/PageHeader.tsx";
import { useFormats } from "../../i18n/use-formats.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { dayOf } from "../../i18n/zoned-day.ts";
import { Button } from "../../ui/Button.tsx";
import { DownloadLink } from "../../ui/DownloadLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { DroppedValuesNotice } from "../../ui/FilterBar.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useDroppedValues } from "../../url/arrival.ts";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { AuditFilterBar } from "./AuditFilterBar.tsx";
import { AuditTable } from "./AuditTable.tsx";
import { auditMessages } from "./messages.ts";
import { type AuditSearch, auditSearch, isFiltered, NO_FILTERS, toFilters } from "./search.ts";
import "./audit.css";

const route = getRouteApi("/frame/settings/audit");

/** Who did what, when and from where. */
export function AuditPage() {
  const t = useMessages(auditMessages);
  const search = route.useSearch();
  const { hasDropped, dismiss } = useDroppedValues(auditSearch);
  const { language, timeZone } = useFormats();
  const today = dayOf(useNow(), timeZone);
  const filters = useMemo(() => toFilters(search, today, timeZone), [search, today, timeZone]);
  const list = useInfiniteQuery(auditQuery(filters, language));
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <CopyLinkButton of="view" />
            <DownloadLink href={auditFile(filters, language)}>
              {t(isFiltered(search) ? "downloadFiltered" : "download")}
            </DownloadLink>
          </>
        }
      >
        {t("summary")}
      </PageHeader>
      {hasDropped && <DroppedValuesNotice onDismiss={dismiss} />}
      <AuditFilterBar search={search} />
      {list.isPending && <SkeletonRows />}
      {list.isSuccess && entries.length === 0 && <NoEntries isFiltered={isFiltered(search)} />}
      {entries.length > 0 && (
        <PropertyNamesProvider>
          <AuditTable entries={entries} />
        </PropertyNamesProvider>
      )}
      {list.isError && (
        <ErrorCallout
          error={list.error}
          title={t(entries.length > 0 ? "moreFailed" : "loadFailed")}
          onRetry={() => void (entries.length > 0 ? list.fetchNextPage() : list.refetch())}
          isRetrying={list.isFetching}
        />
      )}
      {list.hasNextPage && !list.isError && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </>
  );
}

function NoEntries({ isFiltered }: { isFiltered: boolean }) {
  const t = useMessages(auditMessages);
  const { pick } = useSearchChanges<AuditSearch>();
  if (!isFiltered) return <EmptyState icon="file" title={t("noneTitle")} />;
  return (
    <EmptyState
      icon="filter"
      title={t("filteredTitle")}
      actions={<Button onPress={() => pick(NO_FILTERS)}>{t("clearFilters")}</Button>}
    />
  );
}
