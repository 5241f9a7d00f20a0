import { foldColumnName } from "../../contract/input-columns.ts";
import { cleanText } from "./cell-text.ts";

/** A column's name as it is compared, characters that no name may hold left out. */
export function foldName(name: string): string {
  return foldColumnName(cleanText(name).text ?? "");
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
