import { useQuery } from "@tanstack/react-query";
import { settingsChangesQuery } from "../../api/sync-history.ts";
import type { Sync, SyncFilters } from "../../api/syncs.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorCallout } from "../../ui/ErrorCallout.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { SkeletonRows, useIsSlow } from "../../ui/Skeleton.tsx";
import { useSearchChanges } from "../../url/use-search-state.ts";
import { SyncList } from "./list/SyncList.tsx";
import type { useSyncList } from "./list/use-sync-list.ts";
import { syncsMessages } from "./messages.ts";
import { NoSyncsFound } from "./NoSyncsFound.tsx";
import { NO_FILTERS, type SyncsSearch } from "./search.ts";

interface HistoryProps {
  search: SyncsSearch;
  filters: SyncFilters;
  syncs: ReturnType<typeof useSyncList>;
  onRunAgain: (sync: Sync) => void;
}

/** The rows of the history, and what stands in their place while there are none. */
export function History({ search, filters, syncs, onRunAgain }: HistoryProps) {
  const t = useMessages(syncsMessages);
  const { pick } = useSearchChanges<SyncsSearch>();
  const { list, pinned, rows, newCount } = syncs;
  const isSlow = useIsSlow(list.isPlaceholderData);
  const settings = useSettingsChanges(search, filters, syncs);
  const hasRows = rows.length + pinned.length > 0;
  return (
    <>
      {list.isPending && <SkeletonRows />}
      {list.isError && !list.isFetchNextPageError && (
        <ErrorCallout
          error={list.error}
          title={t("loadFailed")}
          onRetry={() => void list.refetch()}
          isRetrying={list.isFetching}
        />
      )}
      {settings.error !== null && (
        <ErrorCallout
          error={settings.error}
          title={t("settingsFailed")}
          onRetry={() => void settings.refetch()}
          isRetrying={settings.isFetching}
        />
      )}
      {newCount > 0 && (
        <p className="new-syncs" role="status">
          {t("newSyncs", { n: newCount })}
          <Button size="small" onPress={syncs.showNew}>
            {t("show")}
          </Button>
        </p>
      )}
      {list.isSuccess && !hasRows && <NoSyncsFound onClear={() => pick(NO_FILTERS)} />}
      {hasRows && (
        <div className={isSlow ? "is-waiting" : undefined} aria-busy={isSlow || undefined}>
          <SyncList
            pinned={pinned}
            syncs={rows}
            changes={search.settings === true ? settings.changes : []}
            onRunAgain={onRunAgain}
          />
        </div>
      )}
      {list.isFetchNextPageError && (
        <ErrorCallout
          error={list.error}
          title={t("moreFailed")}
          onRetry={() => void list.fetchNextPage()}
          isRetrying={list.isFetchingNextPage}
        />
      )}
      {list.hasNextPage && !list.isFetchNextPageError && (
        <LoadMore isLoading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()}>
          {t("loadMore")}
        </LoadMore>
      )}
    </>
  );
}

/** Before there was anything. */
const EVER = "2000-01-01T00:00:00.000Z";

/** Changes of settings as far back as the rows go, within the days that are shown. */
function useSettingsChanges(
  search: SyncsSearch,
  { from = EVER, to }: SyncFilters,
  { rows, list }: ReturnType<typeof useSyncList>,
) {
  const language = useLanguage();
  const oldest = list.hasNextPage ? rows.at(-1)?.createdAt : undefined;
  const query = useQuery({
    ...settingsChangesQuery(oldest ?? from, to, language),
    enabled: search.settings === true && list.isSuccess,
  });
  return { ...query, changes: query.data ?? [] };
}
