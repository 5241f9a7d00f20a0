import { expect, test } from "vitest";
import { addDays, dayOf, endOfDay, startOfDay } from "./zoned-day.ts";

test.each([
  ["2026-11-23", "UTC", "2026-11-23T00:00:00.000Z"],
  ["2026-11-23", "America/Montreal", "2026-11-23T05:00:00.000Z"],
  ["2026-11-23", "Asia/Kathmandu", "2026-11-22T18:15:00.000Z"],
  ["2026-11-23", "Pacific/Kiritimati", "2026-11-22T10:00:00.000Z"],
  // The clocks go back in the night after this midnight, and forward after that one.
  ["2026-11-01", "America/Montreal", "2026-11-01T04:00:00.000Z"],
  ["2026-03-08", "America/Montreal", "2026-03-08T05:00:00.000Z"],
  // Midnight does not exist: the day begins at one.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, moment) => {
  const start = startOfDay(day, zone);
  expect(start.toISOString()).toBe(moment);
  expect(dayOf(start, zone)).toBe(day);
  expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
});

test("a day ends where the next begins", () => {
  const end = endOfDay("2026-11-01", "America/Montreal");
  expect(end.toISOString()).toBe("2026-11-02T04:59:59.999Z");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});
