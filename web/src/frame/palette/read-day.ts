import type { Language } from "#contract/language.ts";
import { addDays } from "../../i18n/zoned-day.ts";

const DAY_MS = 24 * 3600 * 1000;
const LANGUAGES = ["en", "fr"] as const satisfies readonly Language[];
/** The shortest beginning of a month that is taken for it: "nov", "juil". */
const SHORTEST = 3;

/**
 * The day that somebody typed, as 2026-11-22; `null` when the text is none. Written days are understood in both
 * languages ("Nov 22", "22 nov. 2026", "1er mai", "hier"), days of numbers alone in the order of `language`. Without a
 * year it is the last such day up to `today`.
 */
export function readDay(typed: string, language: Language, today: string): string | null {
  const text = fold(typed);
  if (text === "") return null;
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) {
    const [year, month, day] = text.split("-").map(Number);
    return writeDay(year!, month!, day!);
  }
  return readNearDay(text, today) ?? readNumbers(text, language, today) ?? readWords(text, today);
}

/** Small letters without accents, points and commas; "1er" is 1. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.,’']/g, " ")
    .replace(/\b(\d{1,2})(?:er|st|nd|rd|th)\b/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Today and yesterday, as each language calls them. */
function readNearDay(text: string, today: string): string | null {
  for (const language of LANGUAGES) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const offset of [0, -1, -2]) {
      if (fold(words.format(offset, "day")) === text) return addDays(today, offset);
    }
  }
  return null;
}

/** 11/22 or 22/11/2026: in the order of the language, or the other where that is no day. */
function readNumbers(text: string, language: Language, today: string): string | null {
  const found = /^(\d{1,2})\s?\/\s?(\d{1,2})(?:\s?\/\s?(\d{4}))?$/.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  const year = found[3] === undefined ? null : Number(found[3]);
  const [usual, other] = isMonthFirst(language)
    ? ([
        [first, second],
        [second, first],
      ] as const)
    : ([
        [second, first],
        [first, second],
      ] as const);
  return findDay(year, ...usual, today) ?? findDay(year, ...other, today);
}

function isMonthFirst(language: Language): boolean {
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return parts.indexOf("month") < parts.indexOf("day");
}

/** "nov 22", "22 november", "22 nov 2026", with a weekday or not before it. */
function readWords(text: string, today: string): string | null {
  const words = text.split(" ");
  // "mar" is a weekday in French and a month in English: the month wins.
  return (
    readMonthAndDay(words, today) ??
    (isWeekday(words[0]!) ? readMonthAndDay(words.slice(1), today) : null)
  );
}

function readMonthAndDay(words: readonly string[], today: string): string | null {
  const [first = "", second = "", year, ...more] = words;
  if (more.length > 0 || (year !== undefined && !/^\d{4}$/.test(year))) return null;
  const [number, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = findMonth(name);
  if (month === null || !/^\d{1,2}$/.test(number)) return null;
  return findDay(year === undefined ? null : Number(year), month, Number(number), today);
}

/** The month whose name in either language begins so; `null` where several do. */
function findMonth(name: string): number | null {
  if (name.length < SHORTEST) return null;
  const months = new Set(
    LANGUAGES.flatMap((language) =>
      namesOf(language, { month: "long" }, 12, 31).flatMap((full, at) =>
        full.startsWith(name) || isShortFor(name, language, at) ? [at + 1] : [],
      ),
    ),
  );
  return months.size === 1 ? [...months][0]! : null;
}

/** "sept" begins "september", "janv" begins "janvier"; a language may shorten in other ways. */
function isShortFor(name: string, language: Language, at: number): boolean {
  return namesOf(language, { month: "short" }, 12, 31)[at] === name;
}

function isWeekday(word: string): boolean {
  return LANGUAGES.some((language) =>
    (["long", "short"] as const).some((weekday) =>
      namesOf(language, { weekday }, 7, 1).includes(word),
    ),
  );
}

const known = new Map<string, string[]>();

/** What a language calls `count` days that are so many days apart, folded. */
function namesOf(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  count: number,
  apart: number,
): string[] {
  const key = `${language} ${JSON.stringify(options)}`;
  const names = known.get(key) ?? [];
  if (names.length === 0) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
    for (let at = 0; at < count; at++) {
      names.push(fold(format.format(Date.UTC(2026, 0, 1) + at * apart * DAY_MS)));
    }
    known.set(key, names);
  }
  return names;
}

/** How many years back a day without a year is looked for: February 29 is not in each. */
const MOST_YEARS = 8;

function findDay(year: number | null, month: number, day: number, today: string): string | null {
  if (year !== null) return writeDay(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  for (let back = 0; back <= MOST_YEARS; back++) {
    const found = writeDay(thisYear - back, month, day);
    if (found !== null && found <= today) return found;
  }
  return null;
}

function writeDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThere = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isThere && at.getUTCFullYear() === year ? at.toISOString().slice(0, 10) : null;
}
