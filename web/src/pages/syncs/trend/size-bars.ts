import type { TrendItem } from "../../../api/sync-history.ts";

/** The parts of a bar, in pixels from the bottom up. */
export interface TrendBar {
  item: TrendItem;
  /** Updates that were applied; of a sync that failed, in another colour. */
  body: number;
  /** Updates that were planned and, so far or for good, not applied. */
  outline: number;
  /** Issues, on top. */
  cap: number;
  hasFailed: boolean;
}

/** Height of the strip. */
export const STRIP = 64;
const BODY = 50;
const CAP = 12;
/** What is there is seen, however little it is beside the largest. */
const LEAST = 3;
const LEAST_FAILED = 8;

/**
 * The bars of a trend. Heights follow the square root: beside a first import, the few updates of a usual day would not
 * be seen at all.
 */
export function sizeBars(items: readonly TrendItem[]): TrendBar[] {
  const mostUpdates = Math.max(1, ...items.map(({ updates }) => shownOf(updates)));
  const mostIssues = Math.max(1, ...items.map(({ issues }) => issues));
  return items.map((item) => {
    const hasFailed = item.badge === "failed";
    const height = scale(shownOf(item.updates), mostUpdates, BODY);
    const isApplied = item.updates.applied > 0;
    return {
      item,
      body: hasFailed ? Math.max(LEAST_FAILED, isApplied ? height : 0) : isApplied ? height : 0,
      outline: isApplied || hasFailed ? 0 : height,
      cap: scale(item.issues, mostIssues, CAP),
      hasFailed,
    };
  });
}

/** What a bar stands for: what was applied, else what would be. */
function shownOf({ applied, planned }: TrendItem["updates"]): number {
  return applied > 0 ? applied : planned;
}

function scale(value: number, most: number, height: number): number {
  return value === 0 ? 0 : Math.max(LEAST, Math.round(Math.sqrt(value / most) * height));
}
