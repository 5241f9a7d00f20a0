import type { Language } from "#contract/language.ts";
import { writeNumber } from "./messages.ts";

/**
 * Times and numbers as a language writes them, times in one zone. English has the hours of the pictures, 0 to 23, so
 * that nobody reads an evening as a morning.
 */
export interface Formats {
  readonly language: Language;
  readonly timeZone: string;
  number(value: number): string;
  /** 0.25 as 25%. */
  percent(share: number): string;
  /** Nov 22, 21:50; with the year where it is not this one. */
  dateTime(at: Date, now: Date): string;
  /** November 22, 21:50; with the year where it is not this one. */
  longDateTime(at: Date, now: Date): string;
  /** Nov 22, 2026, 21:50:07 GMT+1. */
  exactDateTime(at: Date): string;
  /** Nov 22, 2026, 20:50:07 UTC. */
  utcDateTime(at: Date): string;
  /** Nov 22; with the year where it is not this one. */
  date(at: Date, now: Date): string;
  /** Nov 22, 2026, of a day written 2026-11-22: in no zone, because a day is the same in all. */
  calendarDay(day: string): string;
  /** November 22; with the year where it is not this one. */
  longDate(at: Date, now: Date): string;
  /** 21:50. */
  time(at: Date): string;
  /** 21:50:07. */
  exactTime(at: Date): string;
  /** 15 hours ago; in 5 minutes; now. */
  relative(at: Date, now: Date): string;
  /** 4 seconds ago: the same, to the second within the last minute. */
  recent(at: Date, now: Date): string;
  /** 4 min 48 s, the two largest parts. */
  duration(milliseconds: number): string;
  /** What a language code is called: French for fr; null where nobody knows it. */
  languageName(code: string): string | null;
  /** a, b and c. */
  list(parts: readonly string[]): string;
  /** For sorting as people of the language do. */
  compare(a: string, b: string): number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", fr: "fr-FR" };

/** The formats of a language and a zone; a zone that this browser does not know is taken as UTC. */
export function createFormats(language: Language, wantedZone: string): Formats {
  const locale = LOCALES[language];
  const timeZone = isTimeZone(wantedZone) ? wantedZone : "UTC";
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const write = (at: Date, parts: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const key = `${zone} ${JSON.stringify(parts)}`;
    let formatter = formatters.get(key);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone, hourCycle: "h23" });
      formatters.set(key, formatter);
    }
    return formatter.format(at);
  };
  const yearOf = (at: Date) => write(at, { year: "numeric" });
  const yearUnless = (at: Date, now: Date) =>
    yearOf(at) === yearOf(now) ? {} : ({ year: "numeric" } as const);
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const exact = {
    ...time,
    second: "2-digit",
    year: "numeric",
    month: "short",
    day: "numeric",
  } as const;
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });

  return {
    language,
    timeZone,
    number: (value) => writeNumber(value, language),
    percent: (share) => percents.format(share),
    dateTime: (at, now) =>
      write(at, { month: "short", day: "numeric", ...time, ...yearUnless(at, now) }),
    longDateTime: (at, now) =>
      joinDateAndTime(
        write(at, { month: "long", day: "numeric", ...yearUnless(at, now) }),
        write(at, time),
        language,
      ),
    exactDateTime: (at) => write(at, { ...exact, timeZoneName: "short" }),
    utcDateTime: (at) => write(at, { ...exact, timeZoneName: "short" }, "UTC"),
    date: (at, now) => write(at, { month: "short", day: "numeric", ...yearUnless(at, now) }),
    calendarDay: (day) =>
      write(
        new Date(`${day}T00:00:00Z`),
        { month: "short", day: "numeric", year: "numeric" },
        "UTC",
      ),
    longDate: (at, now) => write(at, { month: "long", day: "numeric", ...yearUnless(at, now) }),
    time: (at) => write(at, time),
    exactTime: (at) => write(at, { ...time, second: "2-digit" }),
    relative: (at, now) => writeRelative(at.getTime() - now.getTime(), relatives),
    recent: (at, now) => writeRecent(now.getTime() - at.getTime(), relatives),
    duration: (milliseconds) => writeDuration(milliseconds, locale),
    languageName: (code) => nameLanguage(code, languages),
    list: (parts) => lists.format(parts),
    compare: (a, b) => collator.compare(a, b),
  };
}

function nameLanguage(code: string, languages: Intl.DisplayNames): string | null {
  try {
    return languages.of(code) ?? null;
  } catch {
    // Not even of the form of a code.
    return null;
  }
}

/** English puts a comma between day and hour, French says "à" in running text. */
function joinDateAndTime(date: string, time: string, language: Language): string {
  return language === "fr" ? `${date} à ${time}` : `${date}, ${time}`;
}

/** In the unit that people would use: 59 minutes, 23 hours, then days, months, years. */
function writeRelative(difference: number, relatives: Intl.RelativeTimeFormat): string {
  const size = Math.abs(difference);
  if (size < 45_000) return relatives.format(0, "second");
  const [unit, length] = (
    [
      ["minute", MINUTE, HOUR],
      ["hour", HOUR, DAY],
      ["day", DAY, 45 * DAY],
      ["month", 30.44 * DAY, 335 * DAY],
      ["year", 365.25 * DAY, Number.POSITIVE_INFINITY],
    ] as const
  ).find(([, length, end]) => Math.round(size / length) * length < end) ?? ["year", 365.25 * DAY];
  return relatives.format(Math.sign(difference) * Math.round(size / length), unit);
}

/** Clocks that do not agree must not say that something will have happened; "now" would read as if it still did. */
function writeRecent(ago: number, relatives: Intl.RelativeTimeFormat): string {
  const seconds = Math.max(1, Math.round(ago / 1000));
  return seconds < 60 ? relatives.format(-seconds, "second") : writeRelative(-ago, relatives);
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function writeUnit(value: number, unit: string, locale: string): string {
  const key = `${locale} ${unit}`;
  let format = unitFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" });
    unitFormats.set(key, format);
  }
  // "1 hr", "1 sec" are what English has; the pages write h, min and s in both languages.
  return format.format(value).replace(/(?:hr|sec)$/, (word) => word.slice(0, 1));
}

/** Seconds under a minute, else the two largest units that are not zero. */
function writeDuration(milliseconds: number, locale: string): string {
  if (milliseconds < 1000) return writeUnit(milliseconds <= 0 ? 0 : 1, "second", locale);
  let seconds = Math.round(milliseconds / 1000);
  const parts: string[] = [];
  for (const [unit, length] of [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ] as const) {
    const value = Math.floor(seconds / length);
    seconds -= value * length;
    if (value > 0) parts.push(writeUnit(value, unit, locale));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

/** Whether this browser knows a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
