import type { Sync } from "../../../api/syncs.ts";

export interface SyncsAtHand {
  /** The pages of the list, newest first. */
  listed: readonly Sync[];
  /** The newest syncs under the same filters. */
  news: readonly Sync[];
  isNewsFresher: boolean;
  /** Syncs that wait for approval, to be shown on top, however old; `null` = each in its place. */
  waiting: readonly Sync[] | null;
  /** The newest number that is shown; 0 = whatever there is. */
  newest: number;
}

export interface MergedSyncs {
  pinned: readonly Sync[];
  rows: readonly Sync[];
  /** How many came in since. */
  newCount: number;
  /** The newest number of all. */
  newest: number;
}

/** What is shown of the syncs at hand: each once, as it was heard of last, newest first. */
export function mergeSyncs({
  listed,
  news,
  isNewsFresher,
  waiting,
  newest,
}: SyncsAtHand): MergedSyncs {
  const byId = new Map<string, Sync>();
  for (const part of isNewsFresher ? [listed, news] : [news, listed]) {
    for (const sync of part) byId.set(sync.id, sync);
  }
  const all = [...byId.values()].sort((a, b) => b.number - a.number);
  const isShown = ({ number }: Sync) => newest === 0 || number <= newest;
  const isWaiting = ({ phase }: Sync) => phase === "awaiting_approval";
  // One that is in the list may have been decided since it was looked up.
  const older = waiting?.filter(({ id }) => !byId.has(id)) ?? [];
  const pinned = waiting === null ? [] : [...all, ...older].filter(isWaiting).filter(isShown);
  const pinnedIds = new Set(pinned.map(({ id }) => id));
  return {
    pinned,
    rows: all.filter((sync) => isShown(sync) && !pinnedIds.has(sync.id)),
    newCount: all.filter((sync) => !isShown(sync)).length,
    newest: all[0]?.number ?? 0,
  };
}

/** The sync that is being worked on; where none is, the next of the queue. */
export function findRunning(syncs: readonly Sync[]): Sync | null {
  const isWorkedOn = ({ phase }: Sync) =>
    phase === "reading" || phase === "planning" || phase === "applying";
  return syncs.find(isWorkedOn) ?? syncs.findLast(({ phase }) => phase === "queued") ?? null;
}
