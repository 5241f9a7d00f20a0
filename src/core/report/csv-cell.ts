/**
 * Begins like a formula, which a spreadsheet would run (domain rules, section 10; the full-width forms are read as
 * formulas by some), or has to be quoted (RFC 4180). One test finds the many cells that are neither.
 */
const NEEDS_CARE = /^[=+\-@\t\r\n＝＋－＠]|[",\r\n]/;
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One cell of a CSV line: inert for spreadsheets by a leading apostrophe, quoted where it must be. */
export function toCsvCell(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  const inert = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
