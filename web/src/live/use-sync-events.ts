import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ApiProblem } from "../api/api-problem.ts";
import { addressOf, call } from "../api/call.ts";
import { type Sync, syncKeys, syncQuery } from "../api/syncs.ts";
import { followSync, type Visibility } from "./follow-sync.ts";

const visibility: Visibility = {
  isHidden: () => document.visibilityState === "hidden",
  subscribe(listener) {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
};

/** Past the cache: what is asked here is told to it only while it is news. */
async function readSync(id: string, signal: AbortSignal): Promise<Sync | null> {
  try {
    return (await call("GET /api/v1/syncs/{id}", { path: { id }, signal })).sync;
  } catch (error) {
    if (error instanceof ApiProblem && [401, 403, 404].includes(error.status)) return null;
    throw error;
  }
}

/**
 * Keeps what is known of a sync current while it changes. `id` is as the page asks for it; `null` follows nothing,
 * as for a sync that is done. A page has one of these at most.
 */
export function useSyncEvents(id: string | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    const { queryKey } = syncQuery(id);
    // What was last told here: the cache may learn the same from elsewhere, and what hangs on it has to follow still.
    let known = queryClient.getQueryData<Sync>(queryKey);
    const refreshLists = () => void queryClient.invalidateQueries({ queryKey: syncKeys.lists });
    return followSync(
      {
        openStream: () =>
          new EventSource(addressOf("GET /api/v1/syncs/{id}/events", { path: { id } })),
        readSync: (signal) => readSync(id, signal),
      },
      {
        onChange(sync) {
          const before = known;
          known = sync;
          // An answer that is on its way is older than this.
          void queryClient.cancelQueries({ queryKey, exact: true });
          queryClient.setQueryData(queryKey, sync);
          if (before === undefined) return;
          if (before.phase === sync.phase && before.status === sync.status) return;
          // Entries appear and outcomes change with the phase.
          void queryClient.invalidateQueries({
            queryKey,
            predicate: (query) => query.queryKey.length > queryKey.length,
          });
          refreshLists();
        },
        onEnd() {
          // With the sync itself: a refusal is for the page to show.
          void queryClient.invalidateQueries({ queryKey });
          refreshLists();
        },
      },
      visibility,
    );
  }, [id, queryClient]);
}
