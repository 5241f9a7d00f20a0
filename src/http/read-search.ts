/** The text of a name search; `null` = none. PostgreSQL takes no NUL in a text, and no name holds one. */
export function readSearch(given: string | undefined): string | null {
  const text = given?.replaceAll("\0", "\ufffd").trim().replace(/\s+/g, " ");
  return text === undefined || text === "" ? null : text;
}
