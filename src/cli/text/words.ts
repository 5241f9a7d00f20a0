import { type EntryType, ISSUE_TYPES, UPDATE_TYPES } from "../../contract/catalogue.ts";
import { labelOf } from "../../contract/labels.ts";
import { labelOfLimit } from "../../contract/limit-labels.ts";
import type { ExceededLimit, Sync } from "../../contract/sync.ts";
import { badgeOf } from "../../contract/sync-badge.ts";
import { labelOfBadge } from "../../contract/sync-badge-label.ts";

const TYPES: readonly string[] = [...ISSUE_TYPES, ...UPDATE_TYPES];
const numbers = new Intl.NumberFormat("en");

/** `12,345`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** `1 issue`, `3 issues`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** `2026-03-01 08:00` in UTC. */
export function formatTime(time: string | null): string {
  return time === null ? "" : time.slice(0, 16).replace("T", " ");
}

/** What a sync's badge says. */
export function nameBadge(sync: Sync): string {
  return labelOfBadge(badgeOf(sync), "en");
}

/** The label of a type; a newer server may have types that this program does not know. */
export function labelOfType(type: string, product: string): string {
  return TYPES.includes(type)
    ? labelOf(type as EntryType, "en", product)
    : type.replaceAll("_", " ");
}

/** The types of a count by type, in report order, unknown ones last. */
export function inReportOrder(byType: Record<string, number>): [string, number][] {
  const place = (type: string) => (TYPES.includes(type) ? TYPES.indexOf(type) : TYPES.length);
  return Object.entries(byType)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => place(a) - place(b));
}

/** `User updates: 1,204 planned, 1,000 allowed`. */
export function describeLimit({ limit, allowed, planned }: ExceededLimit): string {
  const counts = `${formatNumber(planned)} planned, ${formatNumber(allowed)} allowed`;
  return `${labelOfLimit(limit, "en") ?? limit}: ${counts}`;
}
