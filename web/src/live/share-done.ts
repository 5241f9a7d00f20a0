/**
 * How far something is, from 0 to 1, in whole percents; `null` while nobody knows how much there is. Rounded down, so
 * that 100 % is said only when nothing is left.
 */
export function shareDone({ done, total }: { done: number; total: number }): number | null {
  if (total <= 0) return null;
  return Math.floor((Math.min(done, total) * 100) / total) / 100;
}
