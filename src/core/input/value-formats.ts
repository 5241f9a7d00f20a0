/** Formats of single values, checked after normalisation (domain rules, sections 3, 6 and 11). */

const REFUSED_IN_LOCAL_PART = new Set('<>()[],;:\\"');

/**
 * Whether a text is usable as an e-mail address: one `@`, something before it, a plausible domain behind it.
 * Deliberately wider than the RFC's grammar in places and narrower in others: only a delivered mail proves more.
 */
export function isEmailAddress(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1 || text.indexOf("@", at + 1) !== -1) return false;
  for (let i = 0; i < at; i++) {
    const character = text.charAt(i);
    if (REFUSED_IN_LOCAL_PART.has(character) || character.trim() === "") return false;
  }
  return isDomain(text.slice(at + 1));
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every(isDomainLabel) && /\D/.test(labels.at(-1)!);
}

function isDomainLabel(label: string): boolean {
  if (label === "" || label.startsWith("-") || label.endsWith("-")) return false;
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    const ascii =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x2d;
    if (!ascii && (code < 0x80 || label.charAt(i).trim() === "")) return false;
  }
  return true;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const leapDay = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 1 : 0;
  return year >= 1 && day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay;
}

const LANGUAGE_CODE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

/** Whether a text is one language code such as `fr` or `fr-CA` (BCP 47 in shape, not looked up). */
export function isLanguageCode(text: string): boolean {
  return LANGUAGE_CODE.test(text);
}

/** A mapping's flag: true/false, 1/0, yes/no in any case; `undefined` = unreadable. */
export function parseFlag(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case "true":
    case "1":
    case "yes":
      return true;
    case "false":
    case "0":
    case "no":
      return false;
    default:
      return undefined;
  }
}
