import { ERASED_USER_NAME } from "../../contract/directory.ts";
import { blankRecord, foldText, scrubParams } from "../../core/privacy/scrub.ts";
import type { Queryable } from "../../db/database.ts";
import {
  type PersonalAuditRow,
  readAuditNaming,
  writeScrubbedAudit,
} from "../../db/queries/erase-audit.ts";
import type { Identity } from "./find-identity.ts";

/** What an audit row about the person may still tell. */
const KEPT = new Set(["status", "role", "source"]);

/** Blanks the people in the audit log; who did what, and when, stays. */
export async function eraseAudit(
  transaction: Queryable,
  workspaceId: number,
  people: Identity,
): Promise<void> {
  const rows = await readAuditNaming(transaction, workspaceId, people.auditIds, people.needles);
  if (rows.length === 0) return;
  await writeScrubbedAudit(
    transaction,
    workspaceId,
    rows.map((row) => scrubRow(row, people)),
  );
}

function scrubRow(row: PersonalAuditRow, people: Identity): PersonalAuditRow {
  if (row.target_type === "user" && people.auditIds.includes(row.target_id ?? "")) {
    return {
      ...row,
      target_name: ERASED_USER_NAME,
      before: blankRecord(row.before, KEPT),
      after: blankRecord(row.after, KEPT),
    };
  }
  const isNamed = row.target_name !== null && people.emails.has(foldText(row.target_name));
  return {
    ...row,
    target_name: isNamed ? ERASED_USER_NAME : row.target_name,
    before: scrubParams(row.before, people, ERASED_USER_NAME),
    after: scrubParams(row.after, people, ERASED_USER_NAME),
  };
}
