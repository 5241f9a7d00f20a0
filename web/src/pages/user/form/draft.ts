import type { UserRole } from "#contract/catalogue.ts";
import type { NewUser, User, UserChange } from "../../../api/users.ts";

/** The text fields of a user, by their names in the API. */
export const TEXT_FIELDS = [
  "firstName",
  "lastName",
  "preferredName",
  "jobTitle",
  "languagePreferences",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A user as the form holds it: every text is there, empty or not. */
export interface Draft extends Record<TextField, string> {
  email: string;
  role: UserRole;
  manager: { id: string; name: string } | null;
  products: readonly string[];
  properties: Readonly<Record<string, string>>;
  /** The values that syncs are to leave alone, by the names that origins use. */
  locked: readonly string[];
}

/** What the form begins with. */
export function draftOf(user: User | null, defaultProduct: string | null): Draft {
  return {
    email: user?.email ?? "",
    firstName: user?.firstName ?? "",
    lastName: user?.lastName ?? "",
    preferredName: user?.preferredName ?? "",
    jobTitle: user?.jobTitle ?? "",
    languagePreferences: user?.languagePreferences ?? "",
    role: user?.role ?? "employee",
    manager: user?.directManager ?? null,
    products: user?.products ?? (defaultProduct === null ? [] : [defaultProduct]),
    properties: user?.properties ?? {},
    locked: Object.keys(user?.locks ?? {}),
  };
}

/** What differs between two drafts, as the API takes it; `null` when nothing does. */
export function changesOf(before: Draft, after: Draft): UserChange | null {
  const change: UserChange = {};
  if (after.email.trim() !== before.email) change.email = after.email.trim();
  for (const field of TEXT_FIELDS) {
    if (after[field].trim() !== before[field]) change[field] = after[field].trim() || null;
  }
  if (after.role !== before.role) change.role = after.role;
  if (after.manager?.id !== before.manager?.id) change.directManagerId = after.manager?.id ?? null;
  if (!isSameSet(after.products, before.products)) change.products = [...after.products];
  const properties = changedProperties(before.properties, after.properties);
  if (Object.keys(properties).length > 0) change.properties = properties;
  const moved = [...before.locked, ...after.locked].filter(
    (field) => before.locked.includes(field) !== after.locked.includes(field),
  );
  if (moved.length > 0) {
    change.locked = Object.fromEntries(moved.map((it) => [it, after.locked.includes(it)]));
  }
  return Object.keys(change).length === 0 ? null : change;
}

/** The fields whose values differ, by the names that origins and refusals use. */
export function listChanged(change: UserChange | null): ReadonlySet<string> {
  if (change === null) return new Set();
  const { properties = {}, locked: _, ...fields } = change;
  const names: Readonly<Record<string, string>> = {
    products: "productAssignations",
    directManagerId: "directManager",
  };
  return new Set([
    ...Object.keys(fields).map((field) => names[field] ?? field),
    ...Object.keys(properties),
  ]);
}

/** A new user, as the API takes it: only what is filled in. */
export function newUserOf(draft: Draft): NewUser {
  const { manager, role, products, properties } = draft;
  const texts = TEXT_FIELDS.flatMap((field) =>
    draft[field].trim() === "" ? [] : [[field, draft[field].trim()] as const],
  );
  return {
    email: draft.email.trim(),
    ...Object.fromEntries(texts),
    ...(manager === null ? {} : { directManagerId: manager.id }),
    ...(role === "employee" ? {} : { role }),
    ...(products.length === 0 ? {} : { products: [...products] }),
    properties: changedProperties({}, properties),
  };
}

function changedProperties(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[key]?.trim() ?? "";
    if (value !== (before[key] ?? "")) changed[key] = value === "" ? null : value;
  }
  return changed;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((it) => b.includes(it));
}
