import { isDeepStrictEqual } from "node:util";

type Values = Record<string, unknown>;

/** What differs between two states of the same thing, for the audit log; `null` when nothing does. */
export function changedValues(
  before: Values,
  after: Values,
): { before: Values; after: Values } | null {
  const keys = Object.keys(after).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (keys.length === 0) return null;
  const pick = (from: Values) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
