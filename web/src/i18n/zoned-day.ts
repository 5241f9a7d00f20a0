const DAY = 24 * 3600 * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The parts of a moment on the clock of a zone, as if that clock were UTC's. */
function readClock(at: Date, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
    formatters.set(zone, formatter);
  }
  const parts = Object.fromEntries(
    formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day that it is in a zone at a moment: 2026-11-23. */
export function dayOf(at: Date, zone: string): string {
  return new Date(readClock(at, zone)).toISOString().slice(0, 10);
}

/** When a day begins in a zone; where the clocks skip midnight, the first moment after it. */
export function startOfDay(day: string, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // The zone's distance from UTC may be another at that hour than at the hour it was looked up for.
  let at = wanted;
  for (let round = 0; round < 3; round++) at += wanted - readClock(new Date(at), zone);
  while (dayOf(new Date(at), zone) < day) at += DAY / 96;
  return new Date(at);
}

/** The last millisecond of a day in a zone. */
export function endOfDay(day: string, zone: string): Date {
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 1);
}

/** A day so many days later: `addDays("2026-11-30", 1)` is 2026-12-01. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}
