import type { Delimiter } from "../../contract/csv-delimiter.ts";

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
