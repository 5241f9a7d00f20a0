import type { TrendItem } from "../../api/sync-history.ts";

/** How many syncs failed since the last that did not; previews and syncs that go on say nothing. */
export function countLastFailures(items: readonly Pick<TrendItem, "badge">[]): number {
  const telling = items.filter(({ badge }) => badge !== "preview" && badge !== "pending");
  return telling.length - 1 - telling.findLastIndex(({ badge }) => badge !== "failed");
}
