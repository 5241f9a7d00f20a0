import type { AuditEntry } from "../../../api/sync-history.ts";
import type { Sync } from "../../../api/syncs.ts";

/** A line of the history. */
export type HistoryLine = { sync: Sync } | { change: AuditEntry };

/** What shows lines needs. */
export interface LinesProps {
  lines: readonly HistoryLine[];
  onRunAgain: (sync: Sync) => void;
}

/** Changes of settings between the syncs that they stand between in time; both newest first. */
export function interleave(syncs: readonly Sync[], changes: readonly AuditEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let next = 0;
  for (const sync of syncs) {
    const at = Date.parse(sync.createdAt);
    while (next < changes.length && Date.parse(changes[next]!.at) >= at) {
      lines.push({ change: changes[next++]! });
    }
    lines.push({ sync });
  }
  return [...lines, ...changes.slice(next).map((change) => ({ change }))];
}
