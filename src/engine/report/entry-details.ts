import { subjectOf } from "../../contract/catalogue.ts";
import type { EntryValue } from "../../contract/entry.ts";
import type { EntryDetails, FieldValue } from "../../contract/entry-details.ts";
import { formatId } from "../../contract/ids.ts";
import { FIELDS } from "../../contract/property-labels.ts";
import { type Database, withTransaction } from "../../db/database.ts";
import { readSensitiveKeys } from "../../db/queries/properties.ts";
import { type EntryRow, readEntriesAbout, readEntriesAt } from "../../db/queries/read-entries.ts";
import { type PropertyPlace, readPropertyOrder } from "../../db/queries/read-property-order.ts";
import { readUser } from "../../db/queries/read-users.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { EngineError, notFound } from "../engine-error.ts";
import { requireScope } from "../permission.ts";
import { listSteps } from "./entry-steps.ts";
import { findAddressHolder } from "./find-address-holder.ts";
import { prepareRenderer, readCauses, type Wording } from "./read-page.ts";
import type { OpenReport, ReportFilter, ReportReader } from "./report-reader.ts";
import { maskFields, readSourceFields } from "./source-record.ts";

const MOST_RELATED = 50;

/** Everything known about one entry. */
export async function readEntryDetails(
  { database }: ReportReader,
  report: OpenReport,
  seq: number,
  wording: Wording,
): Promise<EntryDetails> {
  const { sync } = report;
  const row = await findEntry(database, report, seq);
  const related = await readRelated(database, report, row);
  const rows = [row, ...related];
  const render = await prepareRenderer(database, report, wording);
  const causes = await readCauses(database, report, rows);
  const [entry, ...others] = rows.map((each) => render(each, causes));
  const properties = await readPropertyOrder(database, sync.workspace_id);
  const sensitive = await readSensitiveKeys(database, sync.workspace_id);
  const fields = await readSourceFields(database, sync, row, properties);
  const unchanged = await readUnchanged(database, sync.workspace_id, row, properties);
  return {
    entry: entry!,
    unchanged: maskFields(unchanged, sensitive),
    related: others.map(({ type, label, outcome, seq: place }) => ({
      ...{ seq: place, type, label, outcome },
    })),
    steps: listSteps(sync, row, entry!, related),
    record:
      row.section === null || row.line === null
        ? null
        : {
            keptUntil: sync.input_kept_until?.toISOString() ?? null,
            fields: fields === null ? null : maskFields(fields, sensitive),
          },
    holder: await findAddressHolder(database, sync, row),
  };
}

/** The row that an entry comes from, sensitive values too; who looked stands in the audit log. */
export async function revealRecord(
  { database }: ReportReader,
  actor: Actor,
  report: OpenReport,
  seq: number,
): Promise<FieldValue[]> {
  requireScope(actor, "read_write");
  const { sync } = report;
  const row = await findEntry(database, report, seq);
  const properties = await readPropertyOrder(database, sync.workspace_id);
  const fields = await readSourceFields(database, sync, row, properties);
  if (fields === null) {
    throw new EngineError(
      409,
      "record_expired",
      `The row of this entry of sync #${sync.number} is kept no longer.`,
    );
  }
  const sensitive = await readSensitiveKeys(database, sync.workspace_id);
  await withTransaction(database, (transaction) =>
    writeAudit(transaction, actor, {
      action: "record_shown",
      target: { type: "sync", id: formatId("sync", sync.id), name: `#${sync.number}` },
      after: {
        entry: seq,
        properties: fields.map(({ property }) => property).filter((key) => sensitive.has(key)),
      },
    }),
  );
  return fields;
}

/** Where an entry stands among those that the filter passes; `null` = it does not pass. */
export async function findPlace(
  reader: ReportReader,
  report: OpenReport,
  seq: number,
  filter: ReportFilter,
): Promise<{ index: number | null; total: number }> {
  if (seq > report.outline.size) throw notFound("entry");
  const selected = await reader.select(report, filter);
  const index = selected.has(seq) ? selected.count({ first: 1, last: seq }) - 1 : null;
  return { index, total: selected.count() };
}

async function findEntry(
  database: Database,
  { sync, outline }: OpenReport,
  seq: number,
): Promise<EntryRow> {
  // Before the plan is ready there is no entry to see (domain rules, section 11, "Runs").
  const rows =
    seq > outline.size ? [] : await readEntriesAt(database, sync.workspace_id, sync.id, [seq]);
  if (rows[0] === undefined) throw notFound("entry");
  return rows[0];
}

async function readRelated(
  database: Database,
  { sync }: OpenReport,
  row: EntryRow,
): Promise<EntryRow[]> {
  const type = subjectOf(row.type, row.section);
  const id = type === "team" ? row.team_id : row.user_id;
  if (type === null || id === null) return [];
  const subject = { type, id };
  const place = [database, sync.workspace_id, sync.id] as const;
  const rows = await readEntriesAbout(...place, subject, MOST_RELATED + 1);
  return rows.filter(({ position }) => position !== row.position).slice(0, MOST_RELATED);
}

/** What the user has beside what the entry changes, as it is now: fields first, then properties by their place. */
async function readUnchanged(
  database: Database,
  workspaceId: number,
  row: EntryRow,
  properties: readonly PropertyPlace[],
): Promise<FieldValue[]> {
  if (subjectOf(row.type, row.section) !== "user" || row.user_id === null) return [];
  const user = await readUser(database, workspaceId, row.user_id);
  if (user === null || user.state === "deleted" || user.erased_at !== null) return [];
  const changed = new Set(Object.keys({ ...row.before, ...row.after }));
  const values: Record<string, EntryValue> = {
    ...{ externalId: user.external_id, email: user.email },
    ...user.profile,
    directManager: user.manager_name,
  };
  return [...FIELDS, ...properties.map(({ key }) => key)].flatMap((property) => {
    const value = changed.has(property) ? null : (values[property] ?? null);
    return value === null ? [] : [{ property, value }];
  });
}
