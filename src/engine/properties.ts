import { DEFAULT_PROPERTIES } from "../contract/default-properties.ts";
import type { NewProperty, PropertyPatch } from "../contract/property.ts";
import { FIELDS } from "../contract/property-labels.ts";
import { foldName } from "../core/input/fold-name.ts";
import { type Database, withTransaction } from "../db/database.ts";
import { lockDirectory } from "../db/queries/lock-directory.ts";
import {
  deletePropertyAndValues,
  insertDeletedSensitiveProperty,
  insertProperty,
  listProperties,
  type PropertyRow,
  takeDeletedSensitiveProperty,
  updateProperty as updatePropertyRow,
} from "../db/queries/properties.ts";
import { lockWorkspace } from "../db/queries/workspaces.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { changedValues } from "./changed-values.ts";
import { EngineError, notFound } from "./engine-error.ts";
import { requireScope } from "./permission.ts";

const MOST_PROPERTIES = 200;

/** Names that mean something else already: in a file (domain rules, section 3), or in the changes of a report. */
const RESERVED_NAMES = [
  ...[
    "externalMemberId",
    "id",
    "language",
    "directManagerExternalId",
    "directManagerEmail",
    "name",
  ],
  ...FIELDS,
];

/**
 * Adds a property to the workspace. One that had a sensitive namesake before is sensitive too, whatever is asked:
 * reports hold values of both under one key. Showing them is a decision of its own (`updateProperty`).
 */
export async function createProperty(
  database: Database,
  actor: Actor,
  wanted: NewProperty,
): Promise<PropertyRow> {
  requireScope(actor, "read_write");
  const label = wanted.label.trim();
  const key = wanted.key ?? makeKey(label);
  return withTransaction(database, async (transaction) => {
    await lockWorkspace(transaction, actor.workspaceId);
    const others = await listProperties(transaction, actor.workspaceId);
    if (others.length >= MOST_PROPERTIES) {
      throw new EngineError(
        409,
        "too_many_properties",
        `A workspace has at most ${MOST_PROPERTIES} properties.`,
      );
    }
    requireFreeNames(key, label, others);
    const wasSensitive = await takeDeletedSensitiveProperty(transaction, actor.workspaceId, key);
    const property = {
      key,
      label,
      type: wanted.type ?? "text",
      sensitive: wasSensitive || (wanted.sensitive ?? false),
    };
    await insertProperty(transaction, actor.workspaceId, property);
    await writeAudit(transaction, actor, {
      action: "property_created",
      target: { type: "property", id: key, name: label },
      after: { label, type: property.type, sensitive: property.sensitive },
    });
    return { ...property, is_default: false };
  });
}

/** Changes a property's label, or whether reports show its values. */
export async function updateProperty(
  database: Database,
  actor: Actor,
  key: string,
  patch: PropertyPatch,
): Promise<PropertyRow> {
  requireScope(actor, "read_write");
  return withTransaction(database, async (transaction) => {
    await lockWorkspace(transaction, actor.workspaceId);
    const properties = await listProperties(transaction, actor.workspaceId);
    const before = properties.find((property) => property.key === key);
    if (before === undefined) throw notFound("property");
    const after = { ...before, ...patch, label: patch.label?.trim() ?? before.label };
    requireFreeNames(
      key,
      after.label,
      properties.filter((property) => property !== before),
    );
    const changes = changedValues(shown(before), shown(after));
    if (changes === null) return after;
    await updatePropertyRow(transaction, actor.workspaceId, after);
    const target = { type: "property", id: key, name: after.label };
    await writeAudit(transaction, actor, { action: "property_updated", target, ...changes });
    return after;
  });
}

/** Removes one of the workspace's own properties, with everyone's value of it. Reports show no more of it than before. */
export async function deleteProperty(database: Database, actor: Actor, key: string): Promise<void> {
  requireScope(actor, "read_write");
  await withTransaction(database, async (transaction) => {
    await lockDirectory(transaction, actor.workspaceId);
    const property = (await listProperties(transaction, actor.workspaceId)).find(
      (each) => each.key === key,
    );
    if (property === undefined) throw notFound("property");
    if (property.is_default) {
      throw new EngineError(
        409,
        "default_property",
        "A default property cannot be deleted. Leave it empty instead.",
      );
    }
    if (property.sensitive) {
      await insertDeletedSensitiveProperty(transaction, actor.workspaceId, property);
    }
    const values = await deletePropertyAndValues(transaction, actor.workspaceId, key);
    await writeAudit(transaction, actor, {
      action: "property_deleted",
      target: { type: "property", id: key, name: property.label },
      before: { label: property.label, type: property.type, values },
    });
  });
}

/** `"Cost center (EU)"` → `"costCenterEu"`. */
function makeKey(label: string): string {
  const words = label
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toLowerCase()
    .split(" ");
  const camel = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  const key = camel.slice(0, 63);
  if (/^[a-z]/.test(key)) return key;
  throw new EngineError(422, "invalid_request", "No key can be made from this label: give one.", [
    { pointer: "/key", message: "is needed with this label", fault: "key_needed" },
  ]);
}

/** A column is found by key or label, ignoring case, spaces, - and _ (section 11): two may not answer to one name. */
function requireFreeNames(key: string, label: string, others: PropertyRow[]): void {
  const taken = new Map<string, string>(RESERVED_NAMES.map((field) => [foldName(field), field]));
  for (const other of others) {
    taken.set(foldName(other.key), other.label);
    taken.set(foldName(other.label), other.label);
    const { labels } = DEFAULT_PROPERTIES.find((property) => property.key === other.key) ?? {};
    for (const label of Object.values(labels ?? {})) taken.set(foldName(label), other.label);
  }
  for (const [pointer, name] of [
    ["/key", key],
    ["/label", label],
  ] as const) {
    const holder = taken.get(foldName(name));
    if (holder === undefined) continue;
    throw new EngineError(
      409,
      "property_name_taken",
      `"${name}" would be mistaken for "${holder}".`,
      [{ pointer, message: `would be mistaken for "${holder}"`, fault: "mistaken" }],
    );
  }
}

function shown(row: PropertyRow): Record<string, unknown> {
  return { label: row.label, sensitive: row.sensitive };
}
