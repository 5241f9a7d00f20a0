/**
 * Text of one cell: normalisation (domain rules, section 3) and the characters that no value may hold
 * (section 11). Loops over char codes, because this runs for every cell of a million rows.
 */

const SPACE = 0x20;
const NEXT_LINE = 0x85;

/** Printable ASCII without outer spaces: already normalised, so every further step can be left out. */
export function isPlainText(raw: string): boolean {
  const last = raw.length - 1;
  if (last < 0 || raw.charCodeAt(0) === SPACE || raw.charCodeAt(last) === SPACE) return false;
  for (let i = 0; i <= last; i++) {
    const code = raw.charCodeAt(i);
    if (code < SPACE || code > 0x7e) return false;
  }
  return true;
}

/** Trims Unicode white space. `String.trim` knows all of it but U+0085. */
export function trimWhiteSpace(raw: string): string {
  let text = raw.trim();
  while (
    text.length > 0 &&
    (text.charCodeAt(0) === NEXT_LINE || text.charCodeAt(text.length - 1) === NEXT_LINE)
  ) {
    let start = 0;
    let end = text.length;
    while (start < end && text.charCodeAt(start) === NEXT_LINE) start++;
    while (end > start && text.charCodeAt(end - 1) === NEXT_LINE) end--;
    text = text.slice(start, end).trim();
  }
  return text;
}

/**
 * Control, bidi-override and unpaired-surrogate characters. Tab and line breaks are lawful inside a text
 * (a CSV value may hold them in quotes) but not inside an id or an e-mail address.
 */
type Strictness = "text" | "identifier";

/** Whether the character at `index` is one that a value of that kind may not hold. */
function unsafeAt(text: string, index: number, strictness: Strictness): boolean {
  const code = text.charCodeAt(index);
  if (code < SPACE) {
    return strictness === "identifier" || (code !== 0x09 && code !== 0x0a && code !== 0x0d);
  }
  if (code < 0x7f) return false;
  if (code <= 0x9f) return true;
  if (code < 0x202a) return false;
  if (code <= 0x202e || (code >= 0x2066 && code <= 0x2069)) return true;
  if (code < 0xd800 || code > 0xdfff) return false;
  return !isPairedSurrogate(text, index, code);
}

function isPairedSurrogate(text: string, index: number, code: number): boolean {
  if (code <= 0xdbff) {
    const next = text.charCodeAt(index + 1);
    return next >= 0xdc00 && next <= 0xdfff;
  }
  const previous = text.charCodeAt(index - 1);
  return previous >= 0xd800 && previous <= 0xdbff;
}

/** Whether the text holds a character that no value of that kind may hold. */
export function hasUnsafeCharacters(text: string, strictness: Strictness): boolean {
  for (let i = 0; i < text.length; i++) {
    if (unsafeAt(text, i, strictness)) return true;
  }
  return false;
}

function replaceUnsafeCharacters(text: string, replacement: (code: number) => string): string {
  let result = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    if (!unsafeAt(text, i, "text")) continue;
    result += text.slice(kept, i) + replacement(text.charCodeAt(i));
    kept = i + 1;
  }
  return result + text.slice(kept);
}

/** Normalised text and whether unsafe characters were taken out of it; `null` = no value. */
export interface CleanText {
  text: string | null;
  wasUnsafe: boolean;
}

/** Normalises free text: unsafe characters removed, NFC, trimmed, empty = no value. */
export function cleanText(raw: string): CleanText {
  if (isPlainText(raw)) return { text: raw, wasUnsafe: false };
  const trimmed = trimWhiteSpace(raw);
  if (trimmed === "") return { text: null, wasUnsafe: false };
  const wasUnsafe = hasUnsafeCharacters(trimmed, "text");
  const safe = wasUnsafe ? replaceUnsafeCharacters(trimmed, () => "") : trimmed;
  return { text: trimWhiteSpace(safe.normalize("NFC")) || null, wasUnsafe };
}

/** Normalises an id: `null` text with `wasUnsafe` = given but unusable, since an id is never mended. */
export function cleanIdentifier(raw: string): CleanText {
  if (isPlainText(raw)) return { text: raw, wasUnsafe: false };
  const trimmed = trimWhiteSpace(raw);
  if (trimmed === "") return { text: null, wasUnsafe: false };
  if (hasUnsafeCharacters(trimmed, "identifier")) return { text: null, wasUnsafe: true };
  return { text: trimmed.normalize("NFC"), wasUnsafe: false };
}

/** Normalises an e-mail address: as an id, and lower-cased. */
export function cleanEmail(raw: string): CleanText {
  const { text, wasUnsafe } = cleanIdentifier(raw);
  // Lower case can leave NFC (U+0130 becomes two characters), so it is composed again.
  if (text === null) return { text, wasUnsafe };
  return {
    text: isPlainText(text) ? text.toLowerCase() : text.toLowerCase().normalize("NFC"),
    wasUnsafe,
  };
}

/** Whether the text has more than `limit` characters (code points, as PostgreSQL counts them). */
export function exceedsLength(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  return text.length > 2 * limit || cutText(text, limit).length < text.length;
}

/** The first `limit` characters (code points): never half of a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (let count = 0; count < limit && end < text.length; count++) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

const SHOWN_LENGTH = 200;

/** A raw value as an issue shows it: cut, with unsafe characters spelled out (`\u0000`). */
export function showRawValue(raw: string): string {
  const cut = cutText(raw, SHOWN_LENGTH);
  if (isPlainText(cut)) return cut;
  const escaped = replaceUnsafeCharacters(
    cut,
    (code) => `\\u${code.toString(16).padStart(4, "0")}`,
  );
  return cutText(escaped, SHOWN_LENGTH);
}
