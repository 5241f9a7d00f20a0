/**
 * Takes a person out of stored values (domain rules, section 11, "Privacy"): the shape stays, so that types, counts
 * and positions do, and whoever else is named stays named.
 */

/** Everything by which the erased people are known, all of them together. Names and emails folded by `foldText`. */
export interface ErasedPeople {
  /** As numbers and as the contract's ids, both as text. */
  ids: ReadonlySet<string>;
  names: ReadonlySet<string>;
  emails: ReadonlySet<string>;
  externalIds: ReadonlySet<string>;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonRecord = { [key: string]: Json };

/** Names and emails are compared without case. */
export function foldText(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}

/** Keys under which a plain text is the name, email or external id of somebody at the other end of a link. */
const LINK_KEYS = new Set([
  "directManager",
  "reports",
  "member",
  "members",
  "manager",
  "managers",
  "holder",
  "ring",
]);

/** What a record about somebody else says of the erased people. `shownName` takes the place of names. */
export function scrubRecord(
  record: JsonRecord | null,
  erased: ErasedPeople,
  shownName: string,
): JsonRecord | null {
  if (record === null) return null;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      scrubValue(value, erased, shownName, LINK_KEYS.has(key)),
    ]),
  );
}

/** The same for what an issue's message needs, where any text may be a raw value that names somebody. */
export function scrubParams(
  record: JsonRecord | null,
  erased: ErasedPeople,
  shownName: string,
): JsonRecord | null {
  if (record === null) return null;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, scrubValue(value, erased, shownName, true)]),
  );
}

/** A record about the person: keys stay, values go, except those under `kept` and what is no text. */
export function blankRecord(
  record: JsonRecord | null,
  kept: ReadonlySet<string>,
): JsonRecord | null {
  if (record === null) return null;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      kept.has(key) || typeof value === "number" || typeof value === "boolean" ? value : null,
    ]),
  );
}

/** A link whose other end is the person: the end stays, without what tells who it is. */
export function blankLinks(record: JsonRecord | null, shownName: string): JsonRecord | null {
  if (record === null) return null;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      value === null ? null : isObject(value) ? blankEnd(value, shownName) : shownName,
    ]),
  );
}

function scrubValue(value: Json, erased: ErasedPeople, shownName: string, isLink: boolean): Json {
  if (typeof value === "string") return scrubText(value, erased, shownName, isLink);
  if (Array.isArray(value)) {
    return value.map((each) => scrubValue(each, erased, shownName, isLink));
  }
  if (!isObject(value)) return value;
  const { id } = value;
  if (id !== undefined && id !== null) {
    if (erased.ids.has(String(id))) return blankEnd(value, shownName);
    // Somebody else, who may bear the same name.
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      scrubValue(each, erased, shownName, isLink || LINK_KEYS.has(key) || NAMING_KEYS.has(key)),
    ]),
  );
}

const NAMING_KEYS = new Set(["name", "email", "externalId"]);

/** An address is one person's wherever it stands; names and ids only where they stand for somebody. */
function scrubText(text: string, erased: ErasedPeople, shownName: string, isLink: boolean): string {
  const folded = foldText(text);
  if (erased.emails.has(folded)) return shownName;
  if (isLink && (erased.names.has(folded) || erased.externalIds.has(text))) return shownName;
  return text.includes("@") ? scrubAddresses(text, erased, shownName) : text;
}

/** Addresses within a longer text, such as "Jane <jane@example.com>": then the whole text goes, name and all. */
function scrubAddresses(text: string, erased: ErasedPeople, shownName: string): string {
  const addresses = text.match(/[^\s"'<>(),;:=]+@[^\s"'<>(),;:=]+/g) ?? [];
  return addresses.some((address) => erased.emails.has(foldText(address))) ? shownName : text;
}

function blankEnd(end: JsonRecord, shownName: string): JsonRecord {
  return Object.fromEntries(
    Object.entries(end).map(([key, value]) => [
      key,
      key === "id" ? value : key === "name" ? shownName : null,
    ]),
  );
}

function isObject(value: Json): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
