import type { NewUser, UserChange } from "../../contract/directory.ts";
import {
  cleanEmail,
  cleanIdentifier,
  cleanText,
  exceedsLength,
} from "../../core/input/cell-text.ts";
import { LENGTH_LIMITS } from "../../core/input/section-form.ts";
import { isCalendarDate, isEmailAddress, isLanguageCode } from "../../core/input/value-formats.ts";
import type { PropertyRule } from "../../db/queries/check-directory.ts";
import { EngineError, type ErrorPlace } from "../engine-error.ts";

/** Every value of a user but the email, by property key, as it is stored. */
export type Profile = Record<string, string | string[]>;

/** What of the workspace decides whether a value is lawful. */
export interface ValueRules {
  properties: readonly PropertyRule[];
  products: readonly string[];
  defaultProduct: string | null;
}

export interface CheckedValues {
  /** `null` = not given. */
  email: string | null;
  profile: Profile;
}

const TEXT_FIELDS = [
  ["firstName", LENGTH_LIMITS.name],
  ["lastName", LENGTH_LIMITS.name],
  ["preferredName", LENGTH_LIMITS.name],
  ["jobTitle", LENGTH_LIMITS.jobTitle],
  ["languagePreferences", LENGTH_LIMITS.text],
] as const;

/**
 * Normalises and checks what a person wrote, by the same rules as a source's rows (domain rules, sections 3, 6
 * and 11), and lays it over the present profile (`null` = a new user). Throws 422 naming every field that is wrong.
 */
export function checkUserValues(
  given: NewUser | UserChange,
  present: Profile | null,
  rules: ValueRules,
): CheckedValues {
  const places: ErrorPlace[] = [];
  const profile: Profile = { ...present };
  const email = given.email === undefined ? null : checkEmail(given.email, places);
  for (const [key, limit] of TEXT_FIELDS) {
    const value = given[key];
    if (value === undefined) continue;
    put(profile, key, checkText(value, limit, `/${key}`, places));
  }
  if (
    profile.languagePreferences !== undefined &&
    !isLanguageCode(String(profile.languagePreferences))
  ) {
    places.push({
      pointer: "/languagePreferences",
      message: "must be one language code such as fr",
      fault: "not_language",
    });
  }
  checkProperties(given.properties ?? {}, rules.properties, profile, places);
  if (given.products !== undefined || present === null) {
    put(profile, "productAssignations", checkProducts(given.products ?? null, rules, places));
  }
  refuse(places);
  return { email, profile };
}

/** Throws 422 when there is something to name. */
export function refuse(places: ErrorPlace[]): void {
  const first = places[0];
  if (first === undefined) return;
  throw new EngineError(
    422,
    "invalid_request",
    `The body is not as this call takes it: ${first.pointer} ${first.message}.`,
    places,
  );
}

/** Normalises and checks an external id; throws 422 `/externalId`. */
export function checkExternalId(raw: string): string {
  const { text, wasUnsafe } = cleanIdentifier(raw);
  const pointer = "/externalId";
  if (wasUnsafe) {
    refuse([{ pointer, message: "holds a character that an id may not hold", fault: "unsafe" }]);
  }
  if (text === null) refuse([blank(pointer)]);
  if (exceedsLength(text!, LENGTH_LIMITS.externalId)) {
    refuse([tooLong(pointer, LENGTH_LIMITS.externalId)]);
  }
  return text!;
}

/** Normalises and checks a team's name; throws 422 `/name`. */
export function checkTeamName(raw: string): string {
  const places: ErrorPlace[] = [];
  const name = checkText(raw, LENGTH_LIMITS.name, "/name", places);
  if (name === null && places.length === 0) places.push(blank("/name"));
  refuse(places);
  return name!;
}

function checkEmail(raw: string, places: ErrorPlace[]): string | null {
  const { text, wasUnsafe } = cleanEmail(raw);
  const pointer = "/email";
  if (wasUnsafe)
    places.push({
      ...{ pointer, message: "holds a character that an address may not hold" },
      fault: "unsafe",
    });
  else if (text === null) places.push(blank(pointer));
  else if (!isEmailAddress(text))
    places.push({ pointer, message: "is not an email address", fault: "not_email" });
  else if (exceedsLength(text, LENGTH_LIMITS.email)) {
    places.push(tooLong(pointer, LENGTH_LIMITS.email));
  }
  return text;
}

function checkText(
  raw: string | null,
  limit: number,
  pointer: string,
  places: ErrorPlace[],
): string | null {
  if (raw === null) return null;
  const { text, wasUnsafe } = cleanText(raw);
  if (wasUnsafe) {
    places.push({ pointer, message: "holds a control or invisible character", fault: "unsafe" });
  }
  if (text !== null && exceedsLength(text, limit)) places.push(tooLong(pointer, limit));
  return text;
}

function checkProperties(
  given: Record<string, string | null>,
  rules: readonly PropertyRule[],
  profile: Profile,
  places: ErrorPlace[],
): void {
  for (const [key, raw] of Object.entries(given)) {
    const pointer = `/properties/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const rule = rules.find((each) => each.key === key);
    if (rule === undefined) {
      const message = "is no property of this workspace";
      places.push({ pointer, message, fault: "unknown_property" });
      continue;
    }
    const text = checkText(raw, LENGTH_LIMITS.text, pointer, places);
    if (text !== null && rule.type === "date" && !isCalendarDate(text)) {
      places.push({ pointer, message: "must be a date written YYYY-MM-DD", fault: "not_date" });
    }
    put(profile, key, text);
  }
}

/** Products in the workspace's spelling and order; none given = the default one (domain rules, section 6). */
function checkProducts(
  given: string[] | null,
  rules: ValueRules,
  places: ErrorPlace[],
): string[] | null {
  const byFoldedName = new Map(rules.products.map((product) => [product.toLowerCase(), product]));
  const chosen = new Set<string>();
  for (const [index, raw] of (given ?? []).entries()) {
    const product = byFoldedName.get(cleanText(raw).text?.toLowerCase() ?? "");
    if (product === undefined)
      places.push({
        ...{ pointer: `/products/${index}`, message: "is no product of this workspace" },
        fault: "unknown_product",
      });
    else chosen.add(product);
  }
  if (chosen.size > 0) return rules.products.filter((product) => chosen.has(product));
  return rules.defaultProduct === null ? null : [rules.defaultProduct];
}

function blank(pointer: string): ErrorPlace {
  return { pointer, message: "must not be blank", fault: "blank" };
}

function tooLong(pointer: string, most: number): ErrorPlace {
  return { pointer, message: `must have at most ${most} characters`, fault: "too_long", most };
}

function put(profile: Profile, key: string, value: string | string[] | null): void {
  if (value === null) delete profile[key];
  else profile[key] = value;
}
