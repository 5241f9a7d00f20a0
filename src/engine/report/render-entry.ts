import {
  type EntryKind,
  type EntryType,
  ISSUE_TYPES,
  type IssueType,
  type Outcome,
  type SubjectType,
  subjectOf,
} from "../../contract/catalogue.ts";
import type { EntryChange, EntrySubject, EntryValue, ReportEntry } from "../../contract/entry.ts";
import { formatId } from "../../contract/ids.ts";
import { labelOf } from "../../contract/labels.ts";
import type { Language } from "../../contract/language.ts";
import { propertyLabel } from "../../contract/property-labels.ts";
import {
  describeIssue,
  describeSkippedUpdate,
} from "../../contract/troubleshooting/describe-issue.ts";
import type { IssueParams } from "../../contract/troubleshooting/phrase.ts";
import { outcomeAt, type ReportOutline } from "../../core/report/select-entries.ts";
import type { CauseOfEntry, EntryRow, StoredValue } from "../../db/queries/read-entries.ts";
import type { BatchRow } from "../../db/queries/read-positions.ts";
import type { PropertyPlace } from "../../db/queries/read-property-order.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/** What rendering needs besides the entry itself; the same for all entries of a report. */
export interface RenderingGround {
  sync: SyncRow;
  outline: ReportOutline;
  batches: readonly BatchRow[];
  properties: readonly PropertyPlace[];
  /** Keys whose values are left out, also of properties that are there no more. */
  sensitive: ReadonlySet<string>;
  language: Language;
  /** The deployment's product name, which some texts contain. */
  product: string;
}

const ISSUES: ReadonlySet<EntryType> = new Set(ISSUE_TYPES);

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

/** Writes a stored entry as the contract shows it; `causes` = by position, at least the one that it names. */
export type RenderEntry = (row: EntryRow, causes: CausesByPosition) => ReportEntry;
export type CausesByPosition = ReadonlyMap<number, CauseOfEntry>;

/** Makes the function that writes stored entries of one report as the contract shows them. */
export function makeEntryRenderer(ground: RenderingGround): RenderEntry {
  const places = new Map(
    [...FIRST_FIELDS, ...ground.properties.map(({ key }) => key)].map((key, place) => [key, place]),
  );
  const appliedAt = makeBatchFinder(ground.batches);
  const plannedAt = (ground.sync.planned_at ?? ground.sync.created_at).toISOString();
  return (row, causes) => {
    const kind: EntryKind = isIssueType(row.type) ? "issue" : "update";
    const outcome = outcomeOf(ground.outline, row, kind);
    const reason = kind === "issue" ? row.reason : row.skipped;
    const changes = renderChanges(row, places, ground.sensitive);
    return {
      seq: row.position,
      kind,
      type: row.type,
      label: labelOf(row.type, ground.language, ground.product),
      subject: renderSubject(row),
      changes,
      outcome,
      reason,
      ...describe(row, changes, ground),
      causedBy: renderCause(row, causes),
      source: renderSource(row, ground.sync),
      // What was skipped was looked at in its batch, as what was applied.
      at: (outcome === "applied" || outcome === "skipped" ? appliedAt(row) : null) ?? plannedAt,
    };
  };
}

const NOTHING_TO_SAY = { message: null, suggestion: null };

/** Why and what to do, for issues and skipped updates. The row's place stands beside it, so it is not repeated. */
function describe(
  row: EntryRow,
  changes: readonly EntryChange[],
  { language, product, properties }: RenderingGround,
): { message: string | null; suggestion: string | null } {
  if (isIssueType(row.type)) {
    const { type, reason, params } = row;
    const { message, suggestion } = describeIssue({
      type,
      reason,
      params: { ...params, ...describeKept(row.type, changes, language, properties), line: null },
      language,
      product,
    });
    return { message, suggestion };
  }
  if (row.skipped === null) return NOTHING_TO_SAY;
  const { message, suggestion } = describeSkippedUpdate(language);
  return { message, suggestion };
}

/** What a locked value is called, what it is and what the source brought, as far as it may be shown. */
function describeKept(
  type: IssueType,
  [change]: readonly EntryChange[],
  language: Language,
  properties: readonly PropertyPlace[],
): IssueParams {
  if (type !== "value_locked" || change === undefined) return {};
  const own = properties.find(({ key }) => key === change.property)?.label;
  return {
    property: propertyLabel(change.property, language) ?? own,
    kept: quote(change.before),
    value: quote(change.after),
  };
}

/** Longer values are cut: the change beside the message has them whole. */
const MOST_QUOTED = 200;

function quote(value: EntryValue): string | null {
  const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
  if (text.length <= MOST_QUOTED) return text;
  // Not in the middle of a character that takes two.
  return `${text.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, "")}…`;
}

function isIssueType(type: EntryType): type is IssueType {
  return ISSUES.has(type);
}

function renderCause(row: EntryRow, causes: CausesByPosition): ReportEntry["causedBy"] {
  const cause = row.caused_by === null ? undefined : causes.get(row.caused_by);
  return cause === undefined
    ? null
    : { seq: cause.position, type: cause.type, reason: cause.reason };
}

/** A skip is written into the entry, so it shows even where the outline is a moment older. */
function outcomeOf(outline: ReportOutline, row: EntryRow, kind: EntryKind): Outcome | null {
  if (kind === "issue") return null;
  return row.skipped === null ? outcomeAt(outline, row.position) : "skipped";
}

function renderSubject(row: EntryRow): EntrySubject | null {
  const type = subjectOf(row.type, row.section);
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
          ...renderLink(property, row),
        },
  );
}

/** What stands at the other end of the links that entries change one by one. */
const LINKS: Readonly<Record<string, SubjectType>> = {
  directManager: "user",
  member: "user",
  manager: "user",
  parent: "team",
  subteam: "team",
};

function renderLink(property: string, { before, after }: EntryRow): Pick<EntryChange, "link"> {
  const type = LINKS[property];
  if (type === undefined) return {};
  const idOf = (value: StoredValue | undefined) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && value.id != null
      ? formatId(type, value.id)
      : null;
  const link = { type, before: idOf(before?.[property]), after: idOf(after?.[property]) };
  return link.before === null && link.after === null ? {} : { link };
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
