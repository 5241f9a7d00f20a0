import type { EntryValue } from "../../contract/entry.ts";
import type { FieldValue } from "../../contract/entry-details.ts";
import { FIELDS } from "../../contract/property-labels.ts";
import type { Database } from "../../db/database.ts";
import type { EntryRow } from "../../db/queries/read-entries.ts";
import { type InputRecord, readInputRecord } from "../../db/queries/read-input-record.ts";
import type { PropertyPlace } from "../../db/queries/read-property-order.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/**
 * The row that an entry comes from, field by field, properties in the workspace's order; `null` where it is kept no
 * longer, or there is none.
 */
export async function readSourceFields(
  database: Database,
  sync: SyncRow,
  { section, line }: Pick<EntryRow, "section" | "line">,
  properties: readonly PropertyPlace[],
): Promise<FieldValue[] | null> {
  if (sync.input_id === null || sync.input_kept_until === null) return null;
  if (section === null || line === null) return null;
  const place = { section, line };
  const record = await readInputRecord(database, sync.workspace_id, sync.input_id, place);
  const order = [...FIELDS, ...properties.map(({ key }) => key)];
  return record === null ? null : (FIELDS_OF[section]?.(record, order) ?? null);
}

/** Sensitive values left out. */
export function maskFields(
  fields: readonly FieldValue[],
  sensitive: ReadonlySet<string>,
): FieldValue[] {
  return fields.map((field) =>
    sensitive.has(field.property) ? { ...field, value: null, sensitive: true } : field,
  );
}

const FIELDS_OF: Record<string, (record: InputRecord, order: readonly string[]) => FieldValue[]> = {
  members: (record, order) => [
    ...list({ externalId: record.external_id, email: record.email }),
    ...inOrder(list(JSON.parse(record.profile ?? "{}") as Record<string, EntryValue>), order),
    ...(record.manager_given === true
      ? list({
          directManagerExternalId: record.manager_external_id,
          directManagerEmail: record.manager_email,
        })
      : []),
  ],
  teams: (record) => list({ externalId: record.external_id, teamName: record.name }),
  teamMappings: (record) =>
    list({
      externalTeamId: record.external_id,
      ...(record.subteam_external_id === null
        ? {
            externalMemberId: record.member_external_id,
            isMember: record.is_member,
            isManager: record.is_manager,
          }
        : { externalSubteamId: record.subteam_external_id }),
    }),
};

/** Sorted by the order of their properties; what has none of its own, such as a deleted property, goes last. */
function inOrder(fields: FieldValue[], order: readonly string[]): FieldValue[] {
  const placeOf = ({ property }: FieldValue): number => {
    const place = order.indexOf(property);
    return place === -1 ? order.length : place;
  };
  return fields.sort((a, b) => placeOf(a) - placeOf(b));
}

function list(values: Record<string, EntryValue>): FieldValue[] {
  return Object.entries(values).map(([property, value]) => ({ property, value }));
}
