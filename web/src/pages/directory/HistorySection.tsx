import { useEffect, useRef } from "react";
import type { HistoryItem } from "../../api/users.ts";
import { PropertyNamesProvider } from "../../changes/property-names.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { SkeletonRows } from "../../ui/Skeleton.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { directoryMessages } from "./messages.ts";

/** A history that is fetched a page at a time, as `useInfiniteQuery` gives it. */
interface PagedHistory {
  data: { pages: readonly { items: readonly HistoryItem[] }[] } | undefined;
  error: unknown;
  isFetching: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

/** The history of a user or team: heading, rows, and more of them as one scrolls. */
export function HistorySection({
  history,
  of,
  isTitleHidden = false,
}: {
  history: PagedHistory;
  of: "user" | "team";
  isTitleHidden?: boolean;
}) {
  const t = useMessages(directoryMessages);
  const items = history.data?.pages.flatMap((page) => page.items);
  const section = useRef<HTMLElement>(null);
  // A report leads here; what stands above comes later than the router looks for the place.
  useEffect(() => {
    if (window.location.hash === "#history") section.current?.scrollIntoView();
  }, []);
  return (
    <section ref={section} id="history" className="history-section" aria-label={t("history")}>
      <h2 className={isTitleHidden ? "heard" : "history-title"}>{t("history")}</h2>
      {items === undefined && history.error === null && <SkeletonRows rows={4} />}
      {history.error !== null && (
        <ErrorCallout
          error={history.error}
          title={t("loadFailed")}
          onRetry={() => void history.refetch()}
          isRetrying={history.isFetching}
        />
      )}
      {items?.length === 0 && <EmptyState icon="history" title={t("historyNone")} />}
      {items !== undefined && items.length > 0 && (
        <PropertyNamesProvider>
          <HistoryList label={t("history")} of={of} items={items} />
        </PropertyNamesProvider>
      )}
      {history.hasNextPage && (
        <LoadMore
          isLoading={history.isFetchingNextPage}
          onMore={() => void history.fetchNextPage()}
        >
          {t("historyOlder")}
        </LoadMore>
      )}
    </section>
  );
}
