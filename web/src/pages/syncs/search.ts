import { SYNC_BADGES } from "#contract/sync-badge.ts";
import type { SyncFilters } from "../../api/syncs.ts";
import { defineSearch, manyOf } from "../../url/search.ts";

/** What the address can say about the history. */
export const syncsSearch = defineSearch({ status: manyOf(SYNC_BADGES) });

export type SyncsSearch = ReturnType<typeof syncsSearch.read>;

/** What to ask the server for: people filter by what the badges say. */
export function toFilters({ status }: SyncsSearch): SyncFilters {
  return status === undefined ? {} : { badge: [...status] };
}
