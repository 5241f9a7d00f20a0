/**
 * Ids are opaque strings outside, numbers inside. The prefix says what an id is of, so that one pasted
 * in the wrong place is refused instead of finding something else.
 */
const PREFIXES = {
  workspace: "wsp",
  source: "src",
  user: "usr",
  team: "team",
  sync: "syn",
  input: "inp",
  apiKey: "key",
  audit: "aud",
  invitation: "inv",
  view: "view",
} as const;
export type IdKind = keyof typeof PREFIXES;

/** `formatId("user", 42)` → `"usr_42"`. */
export function formatId(kind: IdKind, id: number): string {
  return `${PREFIXES[kind]}_${id}`;
}

/** The number behind an id, or `null` when the text is no id of that kind. */
export function parseId(kind: IdKind, text: string): number | null {
  const prefix = `${PREFIXES[kind]}_`;
  const digits = text.startsWith(prefix) ? text.slice(prefix.length) : "";
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}
