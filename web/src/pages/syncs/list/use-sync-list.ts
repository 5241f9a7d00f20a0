import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { newestSyncsQuery } from "../../../api/sync-history.ts";
import {
  type Sync,
  type SyncFilters,
  syncListQuery,
  syncQuery,
  waitingSyncsQuery,
} from "../../../api/syncs.ts";
import { useSyncEvents } from "../../../live/use-sync-events.ts";
import { findRunning, mergeSyncs } from "./merge-syncs.ts";

/**
 * The syncs under these filters. What comes in while somebody looks does not move the rows: it is counted, and shown
 * when asked for. Syncs that wait for approval stand on top when `pinsWaiting`.
 */
export function useSyncList(filters: SyncFilters, pinsWaiting: boolean) {
  const list = useInfiniteQuery({
    ...syncListQuery(filters),
    placeholderData: keepPreviousData,
  });
  const { data: news, dataUpdatedAt: newsAt } = useQuery(newestSyncsQuery(filters));
  const { data: waiting } = useQuery(waitingSyncsQuery);

  const key = JSON.stringify(filters);
  const [anchor, setAnchor] = useState<{ key: string; newest: number } | null>(null);
  if (list.isSuccess && !list.isPlaceholderData && anchor?.key !== key) {
    setAnchor({ key, newest: list.data.pages[0]?.items[0]?.number ?? 0 });
  }
  const newest = anchor?.key === key ? anchor.newest : 0;

  const { data, isPlaceholderData, dataUpdatedAt } = list;
  const merged = useMemo(
    () =>
      mergeSyncs({
        listed: data?.pages.flatMap(({ items }) => items) ?? [],
        // Of other filters.
        news: isPlaceholderData ? [] : (news?.items ?? []),
        isNewsFresher: newsAt > dataUpdatedAt,
        // Not before the rest: rows that come in under them would move them.
        waiting: pinsWaiting ? (data && waiting?.items) || [] : null,
        newest,
      }),
    [data, isPlaceholderData, news, newsAt, dataUpdatedAt, pinsWaiting, waiting, newest],
  );

  const live = useLiveSync(findRunning(merged.rows));
  return {
    ...merged,
    rows: live === null ? merged.rows : merged.rows.map((it) => (it.id === live.id ? live : it)),
    list,
    showNew() {
      setAnchor({ key, newest: merged.newest });
      // More may have come than one page of news holds.
      void list.refetch();
    },
  };
}

/** The sync that goes on, as its events tell it: at most one does, and the list itself is asked for less often. */
function useLiveSync(running: Sync | null): Sync | null {
  const id = running === null ? null : String(running.number);
  useSyncEvents(id);
  const { data } = useQuery({ ...syncQuery(id ?? ""), enabled: false });
  return id === null ? null : (data ?? null);
}
