import { PHASE_LABELS } from "../contract/labels.ts";
import type { Sync } from "../contract/sync.ts";
import { isSettled } from "./exit-codes.ts";
import { shorten } from "./text/table.ts";
import { formatNumber } from "./text/words.ts";

/** Where progress goes. */
export interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** `Sync 12: Applying, 1,200 of 4,000`. */
export function describeProgress({ number, phase, progress }: Sync): string {
  const { done, total } = progress;
  const count = total > 0 && done > 0 ? `, ${formatNumber(done)} of ${formatNumber(total)}` : "";
  return `Sync ${number}: ${PHASE_LABELS[phase].en}${count}`;
}

/**
 * Shows how a sync moves on: on a terminal one line that is written over, elsewhere a line for each phase. The line on
 * a terminal is gone once the sync goes no further by itself.
 */
export function showProgressOn(screen: Screen): (sync: Sync) => void {
  let phase: string | null = null;
  let last = "";
  return (sync) => {
    const settled = isSettled(sync);
    if (screen.isTTY === true) {
      const line = settled ? "" : shorten(describeProgress(sync), (screen.columns ?? 80) - 1);
      if (line !== last) screen.write(`\r\u001b[2K${line}`);
      last = line;
    } else if (!settled && sync.phase !== phase) {
      phase = sync.phase;
      screen.write(`${describeProgress({ ...sync, progress: { done: 0, total: 0 } })}\n`);
    }
  };
}
