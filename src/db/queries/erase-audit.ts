import type { JsonRecord } from "../../core/privacy/scrub.ts";
import type { Queryable } from "../database.ts";

/** What of an audit row may tell who somebody is. */
export interface PersonalAuditRow {
  id: number;
  target_type: string | null;
  target_id: string | null;
  target_name: string | null;
  before: JsonRecord | null;
  after: JsonRecord | null;
}

/** Audit rows about the people, or that may name one: by id, email or name. */
export async function readAuditNaming(
  transaction: Queryable,
  workspaceId: number,
  auditIds: readonly string[],
  needles: readonly string[],
): Promise<PersonalAuditRow[]> {
  const { rows } = await transaction.query<PersonalAuditRow>(
    `select id, target_type, target_id, target_name, before, after from audit
      where workspace_id = $1
        and ((target_type = 'user' and target_id = any ($2))
          or exists (
            select from unnest($2::text[] || $3::text[]) as needle
             where strpos(lower(concat_ws(' ', target_name, before, after)), lower(needle)) > 0))`,
    [workspaceId, auditIds, needles],
  );
  return rows;
}

/** Writes scrubbed audit rows back. */
export async function writeScrubbedAudit(
  transaction: Queryable,
  workspaceId: number,
  rows: readonly PersonalAuditRow[],
): Promise<void> {
  await transaction.query(
    `update audit a set target_name = s.target_name, before = s.before, after = s.after
       from jsonb_to_recordset($2::jsonb) as s (id bigint, target_name text, before jsonb, after jsonb)
      where a.workspace_id = $1 and a.id = s.id`,
    [workspaceId, JSON.stringify(rows)],
  );
}
