import {
  type EntryKind,
  type Outcome,
  SUBJECT_OF,
  UPDATE_TYPES,
} from "../../contract/catalogue.ts";
import type { EntryChange, EntrySubject, EntryValue, ReportEntry } from "../../contract/entry.ts";
import { formatId } from "../../contract/ids.ts";
import { labelOf } from "../../contract/labels.ts";
import type { Language } from "../../contract/language.ts";
import { outcomeAt, type ReportOutline } from "../../core/report/select-entries.ts";
import type { EntryRow, StoredValue } from "../../db/queries/read-entries.ts";
import type { BatchRow } from "../../db/queries/read-positions.ts";
import type { PropertyPlace } from "../../db/queries/read-property-order.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/** What rendering needs besides the entry itself; the same for all entries of a report. */
export interface RenderingGround {
  sync: SyncRow;
  outline: ReportOutline;
  batches: readonly BatchRow[];
  properties: readonly PropertyPlace[];
  language: Language;
  /** The deployment's product name, which some texts contain. */
  product: string;
}

/** Fields that stand before the workspace's properties in an entry's changes; links come after them. */
const FIRST_FIELDS = [
  "email",
  "firstName",
  "lastName",
  "preferredName",
  "jobTitle",
  "languagePreferences",
  "productAssignations",
];

/** Makes the function that writes stored entries of one report as the contract shows them. */
export function makeEntryRenderer(ground: RenderingGround): (row: EntryRow) => ReportEntry {
  const places = new Map(
    [...FIRST_FIELDS, ...ground.properties.map(({ key }) => key)].map((key, place) => [key, place]),
  );
  const sensitive = new Set(
    ground.properties.filter((property) => property.sensitive).map(({ key }) => key),
  );
  const appliedAt = makeBatchFinder(ground.batches);
  const plannedAt = (ground.sync.planned_at ?? ground.sync.created_at).toISOString();
  const updates = new Set<string>(UPDATE_TYPES);
  return (row) => {
    const kind: EntryKind = updates.has(row.type) ? "update" : "issue";
    const outcome = outcomeOf(ground.outline, row, kind);
    const reason = kind === "issue" ? row.reason : row.skipped;
    return {
      seq: row.position,
      kind,
      type: row.type,
      label: labelOf(row.type, ground.language, ground.product),
      subject: renderSubject(row),
      changes: renderChanges(row, places, sensitive),
      outcome,
      reason,
      message: null,
      suggestion: null,
      causedBy:
        row.caused_by === null || row.cause_type === null
          ? null
          : { seq: row.caused_by, type: row.cause_type, reason: row.cause_reason },
      source: renderSource(row, ground.sync),
      at: (outcome === "applied" ? appliedAt(row) : null) ?? plannedAt,
    };
  };
}

/** A skip is written into the entry, so it shows even where the outline is a moment older. */
function outcomeOf(outline: ReportOutline, row: EntryRow, kind: EntryKind): Outcome | null {
  if (kind === "issue") return null;
  return row.skipped === null ? outcomeAt(outline, row.position) : "skipped";
}

function renderSubject(row: EntryRow): EntrySubject | null {
  const type = SUBJECT_OF[row.type];
  if (type === null) return null;
  const id = type === "user" ? row.user_id : row.team_id;
  return {
    type,
    id: id === null ? null : formatId(type, id),
    name: row.name ?? "",
    email: row.email,
    externalId: row.external_id,
  };
}

function renderSource(row: EntryRow, sync: SyncRow): ReportEntry["source"] {
  if (row.section === null) return null;
  const sections: Record<string, { file: string } | undefined> = sync.files ?? {};
  return { file: sections[row.section]?.file ?? row.section, line: row.line };
}

/** Every property that `before` or `after` names. A sensitive one shows that it changed, not what it is. */
function renderChanges(
  row: EntryRow,
  places: ReadonlyMap<string, number>,
  sensitive: ReadonlySet<string>,
): EntryChange[] {
  const keys = Object.keys(row.after ?? {});
  for (const key of Object.keys(row.before ?? {})) {
    if (row.after === null || !(key in row.after)) keys.push(key);
  }
  if (keys.length > 1) {
    const placeOf = (key: string) => places.get(key) ?? places.size;
    keys.sort((a, b) => placeOf(a) - placeOf(b));
  }
  return keys.map((property) =>
    sensitive.has(property)
      ? { property, before: null, after: null, sensitive: true }
      : {
          property,
          before: renderValue(row.before?.[property]),
          after: renderValue(row.after?.[property]),
        },
  );
}

/** A link's other end shows as its name. */
function renderValue(value: StoredValue | undefined): EntryValue {
  if (value === undefined || value === null) return null;
  return typeof value === "object" && !Array.isArray(value) ? value.name : value;
}

/** Finds when an applied update was applied: the first batch of its step that reaches its position. */
function makeBatchFinder(batches: readonly BatchRow[]): (row: EntryRow) => string | null {
  const ofStep = new Map<number, { position: number; at: string }[]>();
  for (const { step, position, applied_at } of batches) {
    const known = ofStep.get(step) ?? [];
    known.push({ position, at: applied_at.toISOString() });
    ofStep.set(step, known);
  }
  return (row) => {
    const ends = ofStep.get(row.step) ?? [];
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]!.position < row.position) low = middle + 1;
      else high = middle;
    }
    return ends[low]?.at ?? null;
  };
}
