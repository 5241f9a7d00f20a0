import { cleanText } from "./cell-text.ts";

/**
 * A column's name as it is compared: without case, spaces, `-` and `_` (domain rules, section 11). The two
 * apostrophes count as one, since few keyboards have the one that French labels are printed with.
 */
export function foldName(name: string): string {
  const text = cleanText(name).text ?? "";
  return text
    .toLowerCase()
    .replace(/[\s_-]/g, "")
    .replaceAll("\u2019", "'");
}

/** Enters columns under their names, current and legacy; a name that is taken stays with its first holder. */
export function indexByName<T>(entries: Iterable<readonly [names: readonly string[], value: T]>) {
  const index = new Map<string, T>();
  for (const [names, value] of entries) {
    for (const name of names) {
      const folded = foldName(name);
      if (folded !== "" && !index.has(folded)) index.set(folded, value);
    }
  }
  return index;
}
