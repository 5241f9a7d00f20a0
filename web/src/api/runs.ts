import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type Answer, call } from "./call.ts";
import { type Sync, syncKeys } from "./syncs.ts";

export type Source = Answer<"GET /api/v1/sources">["items"][number];

/** Where data comes from, the active source first. */
export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: async ({ signal }) => (await call("GET /api/v1/sources", { signal })).items,
  staleTime: 60_000,
});

/** The newest push, by its first sync; `null` before there was any. Runs of an input again brought nothing new. */
export const lastPushQuery = queryOptions({
  queryKey: [...syncKeys.lists, "last-push"],
  queryFn: async ({ signal }): Promise<Sync | null> => {
    const { items } = await call("GET /api/v1/syncs", { query: { limit: 50 }, signal });
    return items.find(({ rerunOf }) => rerunOf === null) ?? null;
  },
});

/** Whether a sync has changed anything yet: before that, people added by hand are still to be matched. */
export const hasSyncedQuery = queryOptions({
  queryKey: [...syncKeys.lists, "has-synced"],
  queryFn: async ({ signal }) => {
    const { items } = await call("GET /api/v1/syncs", {
      query: { status: ["completed", "approved"], dryRun: false, limit: 1 },
      signal,
    });
    return items.length > 0;
  },
});

/** Runs the input of a sync again. Answers the new sync. */
export async function rerunSync(rerunOf: string, dryRun: boolean): Promise<Sync> {
  const { sync } = await call("POST /api/v1/syncs", { body: { rerunOf, dryRun } });
  return sync;
}

/** The history is read anew where it is shown next: its newest sync is one that the person started. */
export function forgetHistory(queryClient: QueryClient): void {
  queryClient.removeQueries({ queryKey: syncKeys.lists, type: "inactive" });
  void queryClient.invalidateQueries({ queryKey: syncKeys.lists });
}
