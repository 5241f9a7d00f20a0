import { EngineError } from "../engine/engine-error.ts";

/** A 400 about one query parameter. */
export function invalidQuery(name: string, message: string): EngineError {
  return new EngineError(
    400,
    "invalid_request",
    `The query is not as this call takes it: ${name} ${message}.`,
    [{ pointer: `/${name}`, message }],
  );
}

/** The texts of a filter that takes several, as repeated parameters or joined by commas; `undefined` = no filter. */
export function readTexts(given: readonly string[] | undefined): string[] | undefined {
  // PostgreSQL takes no NUL in a text, and nothing that is filtered by holds one.
  const texts = (given ?? []).flatMap((text) => text.replaceAll("\0", "\ufffd").split(","));
  const named = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
  return named.length === 0 ? undefined : named;
}

/** The same, each one of `allowed`. */
export function readValues<T extends string>(
  name: string,
  given: readonly string[] | undefined,
  allowed: readonly T[],
): T[] | undefined {
  return readTexts(given)?.map((text) => {
    const value = allowed.find((candidate) => candidate === text);
    if (value === undefined) throw invalidQuery(name, `must be one of ${allowed.join(", ")}`);
    return value;
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A point in time from a time or a day (UTC): the beginning of the day, or with `end` the moment after it. */
export function readTime(name: string, given: string | undefined, end?: "end"): Date | undefined {
  if (given === undefined || given === "") return undefined;
  const time = DAY.test(given) || TIME.test(given) ? new Date(given) : null;
  if (time === null || Number.isNaN(time.getTime()) || time.toISOString().startsWith("0000")) {
    throw invalidQuery(
      name,
      "must be a time such as 2026-11-01T08:00:00Z, or a day such as 2026-11-01",
    );
  }
  // A time is included down to its millisecond, a day to its end.
  return end === undefined ? time : new Date(time.getTime() + (DAY.test(given) ? DAY_MS : 1));
}

/** Cursors are opaque outside; inside they hold one whole number. */
export function writeCursor(value: number): string {
  return Buffer.from(`n${value}`).toString("base64url");
}

export function readCursor(given: string | undefined): number | null {
  if (given === undefined) return null;
  const digits = /^n(\d{1,15})$/.exec(Buffer.from(given, "base64url").toString("latin1"))?.[1];
  if (digits === undefined) throw invalidQuery("cursor", "is not one that a page before has given");
  return Number(digits);
}
