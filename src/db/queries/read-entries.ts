import type { EntryType, Reason } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

/** The other end of a link, as an entry keeps it under its property. */
export interface LinkedEnd {
  id: number | null;
  name: string;
  email?: string | null;
  externalId?: string | null;
}

/** A value of `before` or `after`. */
export type StoredValue = string | string[] | LinkedEnd | null;

/** An entry as stored. */
export interface EntryRow {
  position: number;
  step: number;
  type: EntryType;
  reason: Reason | null;
  user_id: number | null;
  team_id: number | null;
  name: string | null;
  email: string | null;
  external_id: string | null;
  before: Record<string, StoredValue> | null;
  after: Record<string, StoredValue> | null;
  params: Record<string, unknown> | null;
  caused_by: number | null;
  section: string | null;
  line: number | null;
  skipped: Reason | null;
}

const ENTRY = `
  select e.position, e.step, e.type, e.reason, e.user_id, e.team_id, e.name, e.email, e.external_id,
    e.before, e.after, e.params, e.caused_by, e.section, e.line, e.skipped
  from entries e
  where e.workspace_id = $1 and e.sync_id = $2`;

/** The entries at `positions`, in report order. */
export async function readEntriesAt(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  positions: readonly number[],
): Promise<EntryRow[]> {
  const { rows } = await queryable.query<EntryRow>(
    `${ENTRY} and e.position = any ($3::int[]) order by e.position`,
    [workspaceId, syncId, positions],
  );
  return rows;
}

/** The entries at positions `first`..`last`, in report order. */
export async function readEntriesBetween(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  first: number,
  last: number,
): Promise<EntryRow[]> {
  const { rows } = await queryable.query<EntryRow>(
    `${ENTRY} and e.position between $3 and $4 order by e.position`,
    [workspaceId, syncId, first, last],
  );
  return rows;
}

/** Up to `limit` entries of a report about a user or team, in report order. */
export async function readEntriesAbout(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  subject: { type: "user" | "team"; id: number },
  limit: number,
): Promise<EntryRow[]> {
  const { rows } = await queryable.query<EntryRow>(
    `${ENTRY} and e.${subject.type}_id = $3 order by e.position limit $4`,
    [workspaceId, syncId, subject.id, limit],
  );
  return rows;
}

/** What an entry is, for one that it caused. */
export interface CauseOfEntry {
  position: number;
  type: EntryType;
  reason: Reason | null;
}

/** Type and reason of the entries at `positions`. A query of its own: few entries have a cause, joining costs all. */
export async function readCausesAt(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  positions: readonly number[],
): Promise<CauseOfEntry[]> {
  const { rows } = await queryable.query<CauseOfEntry>(
    `select position, type, reason from entries
     where workspace_id = $1 and sync_id = $2 and position = any ($3::int[])`,
    [workspaceId, syncId, positions],
  );
  return rows;
}
