import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { addressOf } from "../api/call.ts";
import { type Sync, syncKeys, syncQuery } from "../api/syncs.ts";
import { followSync } from "./follow-sync.ts";

/**
 * Keeps what is known of a sync current while it changes. `id` is as the page asks for it; `null` follows nothing,
 * as for a sync that is done. A page has one of these at most.
 */
export function useSyncEvents(id: string | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    const { queryKey } = syncQuery(id);
    const refresh = () => {
      // Entries appear and outcomes change with the phase.
      void queryClient.invalidateQueries({
        queryKey: syncKeys.one(id),
        predicate: (query) => query.queryKey.length > queryKey.length,
      });
      void queryClient.invalidateQueries({ queryKey: syncKeys.lists });
    };
    return followSync(
      {
        openStream: () =>
          new EventSource(addressOf("GET /api/v1/syncs/{id}/events", { path: { id } })),
        readSync: () => queryClient.fetchQuery({ ...syncQuery(id), staleTime: 0 }),
      },
      {
        onChange(sync) {
          const before = queryClient.getQueryData<Sync>(queryKey);
          queryClient.setQueryData(queryKey, sync);
          const hasMoved = before?.phase !== sync.phase || before?.status !== sync.status;
          if (before !== undefined && hasMoved) refresh();
        },
        onEnd: refresh,
      },
    );
  }, [id, queryClient]);
}
