import type { AuditEntry } from "../../contract/audit.ts";
import { labelOfAction } from "../../contract/audit-actions.ts";
import { formatId } from "../../contract/ids.ts";
import { AUDIT_CSV_START, toAuditCsvLine } from "../../core/report/audit-csv.ts";
import type { Database } from "../../db/database.ts";
import { type AuditFilter, type AuditRow, readAudit } from "../../db/queries/read-audit.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import type { Wording } from "./read-page.ts";

/** Rows read at once. */
const PAGE_ROWS = 1000;

/** Writes an audit row as the contract shows it. */
export function renderAudit(row: AuditRow, { language, product }: Wording): AuditEntry {
  const { target_type: type, target_id: id, target_name: name } = row;
  return {
    id: formatId("audit", row.id),
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    label: labelOfAction(row.action, language, product),
    target: type === null ? null : { type, id, name },
    before: row.before,
    after: row.after,
    ip: row.ip,
    requestId: row.request_id,
  };
}

/** The audit log as CSV, newest first, in pieces; who took it stands in it. */
export async function downloadAudit(
  database: Database,
  actor: Actor,
  filter: AuditFilter,
  wording: Wording,
): Promise<AsyncGenerator<string>> {
  const filtered = Object.values(filter).some((value) => value !== undefined);
  await writeAudit(database, actor, { action: "audit_downloaded", after: { filtered } });
  return writeLines(database, actor.workspaceId, filter, wording);
}

async function* writeLines(
  database: Database,
  workspaceId: number,
  filter: AuditFilter,
  wording: Wording,
): AsyncGenerator<string> {
  yield AUDIT_CSV_START;
  let beforeId: number | null = null;
  for (;;) {
    const rows: AuditRow[] = await readAudit(database, workspaceId, filter, {
      beforeId,
      limit: PAGE_ROWS,
    });
    yield rows.map((row) => toAuditCsvLine(renderAudit(row, wording))).join("");
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    beforeId = last.id;
  }
}
