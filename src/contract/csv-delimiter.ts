/** The separators that a CSV file may use (domain rules, section 3), likeliest first. */
export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** More columns than this are no table of people: the memory and time they take must not be the sender's choice. */
export const MAX_COLUMNS = 2_000;

/** The separator of a header: the one that makes the most known names of it, then the most names. */
export function detectDelimiter(header: string, isKnown: (name: string) => boolean): Delimiter {
  let best: Delimiter = ",";
  let bestKnown = -1;
  let bestCount = 0;
  for (const delimiter of DELIMITERS) {
    const names = header.split(delimiter);
    const known = names
      .slice(0, MAX_COLUMNS)
      .filter((name) => isKnown(name.replaceAll('"', ""))).length;
    if (known > bestKnown || (known === bestKnown && names.length > bestCount)) {
      best = delimiter;
      bestKnown = known;
      bestCount = names.length;
    }
  }
  return best;
}
