import { describe, expect, it } from "vitest";
import { readDay } from "./read-day.ts";

const TODAY = "2026-11-24";

describe("a day that is typed", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    [" 2026-1-5 ", "2026-01-05"],
    ["Nov 22", "2026-11-22"],
    ["November 22, 2025", "2025-11-22"],
    ["nov. 22nd", "2026-11-22"],
    ["22 nov.", "2026-11-22"],
    ["22 novembre 2024", "2024-11-22"],
    ["1er mai", "2026-05-01"],
    ["8 févr. 2026", "2026-02-08"],
    ["8 fevrier", "2026-02-08"],
    ["3 août", "2026-08-03"],
    ["14 juil.", "2026-07-14"],
    ["Mar 3", "2026-03-03"],
    ["mar. 24 nov.", "2026-11-24"],
    ["Sun, Nov 22", "2026-11-22"],
    ["dimanche 22 novembre", "2026-11-22"],
    ["Sept 9", "2026-09-09"],
    ["today", "2026-11-24"],
    ["Yesterday", "2026-11-23"],
    ["Aujourd’hui", "2026-11-24"],
    ["aujourd'hui", "2026-11-24"],
    ["hier", "2026-11-23"],
    ["avant-hier", "2026-11-22"],
  ])("%j is understood in either language", (text, day) => {
    expect([readDay(text, "en", TODAY), readDay(text, "fr", TODAY)]).toEqual([day, day]);
  });

  it.each([
    ["11/22", "2026-11-22", "2026-11-22"],
    ["3/4/2026", "2026-03-04", "2026-04-03"],
    ["22/11/2026", "2026-11-22", "2026-11-22"],
    ["5 / 6", "2026-05-06", "2026-06-05"],
  ])("%j is read in the order of the language", (text, english, french) => {
    expect([readDay(text, "en", TODAY), readDay(text, "fr", TODAY)]).toEqual([english, french]);
  });

  it.each([
    ["Nov 24", "2026-11-24"],
    ["Nov 25", "2025-11-25"],
    ["Dec 31", "2025-12-31"],
    ["Feb 29", "2024-02-29"],
  ])("%j is the last one so far where no year is given", (text, day) => {
    expect(readDay(text, "en", TODAY)).toBe(day);
  });

  it.each([
    "",
    "22",
    "Nov",
    "novak 22",
    "ju 3",
    "Jui 3",
    "Marie 3",
    "Nov 31",
    "2026-13-01",
    "2026-02-30",
    "13/13",
    "Nov 22 2026 x",
    "Nov 22 26",
    "syn_22",
    "0001-1",
    "99999-01-01",
  ])("%j is none", (text) => {
    expect([readDay(text, "en", TODAY), readDay(text, "fr", TODAY)]).toEqual([null, null]);
  });
});
