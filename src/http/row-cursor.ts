import type { ApiRequestPlace } from "../db/queries/api-requests.ts";
import type { HistoryRow } from "../db/queries/read-history.ts";
import type { NamePosition } from "../db/queries/read-users.ts";
import { invalidQuery } from "./read-values.ts";

/** Cursors of lists whose order takes several values: the place of the last row, opaque outside. */
export function writeRowCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Reads a cursor back; `shape` says what each value must be. Throws 400 for what no page has given. */
export function readRowCursor(
  given: string | undefined,
  shape: readonly ("string" | "number")[],
): (string | number)[] | null {
  if (given === undefined) return null;
  const place = parseJson(Buffer.from(given, "base64url").toString("utf8"));
  const fits =
    Array.isArray(place) &&
    place.length === shape.length &&
    shape.every((type, index) => isValue(place[index], type));
  if (!fits) throw invalidQuery("cursor", "is not one that a page before has given");
  return place as (string | number)[];
}

function isValue(value: unknown, type: "string" | "number"): boolean {
  // PostgreSQL takes no NUL in a text and no fraction where a number is whole.
  return type === "string"
    ? typeof value === "string" && !value.includes("\0")
    : Number.isSafeInteger(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Behind which name and id a list goes on. */
export function readNameCursor(given: string | undefined): NamePosition | null {
  const place = readRowCursor(given, ["string", "number"]);
  return place === null ? null : { name: String(place[0]), id: Number(place[1]) };
}

/** Behind which line a history goes on. */
export function readHistoryCursor(given: string | undefined): HistoryRow | null {
  const place = readRowCursor(given, ["number", "number", "number", "number"]);
  if (place === null) return null;
  const [at, origin, major, minor] = place.map(Number) as [number, number, number, number];
  return { at, origin: origin === 1 ? 1 : 2, major, minor };
}

export function writeHistoryCursor({ at, origin, major, minor }: HistoryRow): string {
  return writeRowCursor([at, origin, major, minor]);
}

/** Behind which request of a key a list goes on. */
export function readRequestCursor(given: string | undefined): ApiRequestPlace | null {
  const place = readRowCursor(given, ["number", "number"]);
  return place === null ? null : { first: Number(place[0]), id: Number(place[1]) };
}

export function writeRequestCursor({ first, id }: ApiRequestPlace): string {
  return writeRowCursor([first, id]);
}
