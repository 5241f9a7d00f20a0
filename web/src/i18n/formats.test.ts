import { describe, expect, test } from "vitest";
import { createFormats } from "./formats.ts";

const en = createFormats("en", "America/Montreal");
const fr = createFormats("fr", "Europe/Paris");
const now = new Date("2026-11-23T17:30:00Z");
const at = new Date("2026-11-23T02:50:07Z");

describe("times", () => {
  test("are in the zone, and name the year only where it is another", () => {
    expect(en.dateTime(at, now)).toBe("Nov 22, 21:50");
    expect(en.dateTime(new Date("2025-01-02T12:00:00Z"), now)).toBe("Jan 2, 2025, 07:00");
    expect(fr.dateTime(at, now)).toBe("23 nov., 03:50");
    expect(en.longDateTime(at, now)).toBe("November 22, 21:50");
    expect(fr.longDateTime(at, now)).toBe("23 novembre à 03:50");
    expect(en.date(at, now)).toBe("Nov 22");
    expect(en.exactTime(at)).toBe("21:50:07");
  });

  test("of midnight are 00, not 24", () => {
    expect(fr.time(new Date("2026-11-22T23:00:00Z"))).toBe("00:00");
    expect(en.time(new Date("2026-11-23T05:00:00Z"))).toBe("00:00");
  });

  test("are exact with their zone", () => {
    expect(en.exactDateTime(at)).toBe("Nov 22, 2026, 21:50:07 EST");
    expect(en.utcDateTime(at)).toBe("Nov 23, 2026, 02:50:07 UTC");
  });

  test("of a calendar day are that day in every zone", () => {
    expect(en.calendarDay("2026-11-22")).toBe("Nov 22, 2026");
    expect(fr.calendarDay("2026-11-22")).toBe("22 nov. 2026");
  });

  test("in a zone that nobody knows are UTC", () => {
    expect(createFormats("en", "Mars/Olympus").timeZone).toBe("UTC");
  });

  test.each([
    [0, "now"],
    [44_000, "now"],
    [60_000, "1 minute ago"],
    [59 * 60_000, "59 minutes ago"],
    [59.6 * 60_000, "1 hour ago"],
    [15 * 3600_000, "15 hours ago"],
    [23.7 * 3600_000, "yesterday"],
    [2 * 86_400_000, "2 days ago"],
    [44 * 86_400_000, "44 days ago"],
    [61 * 86_400_000, "2 months ago"],
    [730 * 86_400_000, "2 years ago"],
    [-5 * 60_000, "in 5 minutes"],
  ])("%d ms ago are %s", (ago, words) => {
    expect(en.relative(new Date(now.getTime() - ago), now)).toBe(words);
  });

  test.each([
    [-5000, "1 second ago", "il y a 1 seconde"],
    [0, "1 second ago", "il y a 1 seconde"],
    [4200, "4 seconds ago", "il y a 4 secondes"],
    [75_000, "1 minute ago", "il y a 1 minute"],
  ])("of a moment ago, %i ms, are told to the second", (ago, english, french) => {
    const then = new Date(now.getTime() - ago);
    expect(en.recent(then, now)).toBe(english);
    expect(fr.recent(then, now)).toBe(french);
  });

  test("are relative in French", () => {
    expect(fr.relative(new Date(now.getTime() - 15 * 3600_000), now)).toBe("il y a 15 heures");
  });
});

test.each([
  ["fr", "French", "français"],
  ["fr-CA", "Canadian French", "français canadien"],
  ["zz", null, null],
  ["not a code", null, null],
])("the language %s is called %s", (code, english, french) => {
  expect([en.languageName(code), fr.languageName(code)]).toEqual([english, french]);
});

describe("durations", () => {
  test.each([
    [0, "0 s"],
    [300, "1 s"],
    [56_000, "56 s"],
    [288_000, "4 min 48 s"],
    [3_600_000, "1 h"],
    [5 * 3_600_000 + 26 * 60_000 + 40_000, "5 h 26 min"],
    [3_605_000, "1 h"],
  ])("%d ms are %s", (milliseconds, words) => {
    expect(en.duration(milliseconds)).toBe(words);
    expect(fr.duration(milliseconds).replace(/[\u00a0\u202f]/g, " ")).toBe(words);
  });
});

describe("numbers", () => {
  test("are whole and grouped as the language groups them", () => {
    expect(en.number(92_021)).toBe("92,021");
    expect(fr.number(1200)).toBe("1\u202f200");
    expect(en.percent(0.043)).toBe("4.3%");
  });

  test("of a list are joined by words", () => {
    expect(en.list(["a", "b", "c"])).toBe("a, b, and c");
    expect(fr.list(["a", "b", "c"])).toBe("a, b et c");
  });
});
