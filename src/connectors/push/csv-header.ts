import { MAX_COLUMNS } from "../../core/input/column-book.ts";
import { foldName } from "../../core/input/fold-name.ts";

/** The separators that a CSV file may use (domain rules, section 3), likeliest first. */
const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How messages call a separator. */
export const DELIMITER_NAMES: Record<Delimiter, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
};

/** The header line at the start of a text, blank lines before it left out; `undefined` = not yet complete. */
export function findHeaderLine(text: string): string | undefined {
  const start = text.search(/[^ \t\r\n]/);
  if (start === -1) return undefined;
  // A header may start with a blank name, so what stands before the first name on its line belongs to it.
  const lineStart = Math.max(text.lastIndexOf("\n", start), text.lastIndexOf("\r", start)) + 1;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      return text.slice(lineStart, i);
    }
  }
  return undefined;
}

/** The separator of a header: the one that makes the most known names of it, then the most names. */
export function detectDelimiter(header: string, isKnown: (folded: string) => boolean): Delimiter {
  let best: Delimiter = ",";
  let bestKnown = -1;
  let bestCount = 0;
  for (const delimiter of DELIMITERS) {
    const names = header.split(delimiter);
    // More columns than that are refused later; here they must not cost time.
    const known = names
      .slice(0, MAX_COLUMNS)
      .filter((name) => isKnown(foldName(name.replaceAll('"', "")))).length;
    if (known > bestKnown || (known === bestKnown && names.length > bestCount)) {
      best = delimiter;
      bestKnown = known;
      bestCount = names.length;
    }
  }
  return best;
}
