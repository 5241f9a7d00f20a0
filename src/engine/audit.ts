import type { AuditAction } from "../contract/audit-actions.ts";
import type { Queryable } from "../db/database.ts";
import type { Actor } from "./actor.ts";

export interface AuditRow {
  /** What was done (contract: audit actions). */
  action: AuditAction;
  target?: { type: string; id: string | null; name: string | null };
  /** Only what changed. Never a secret. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** Writes one audit row; call it in the transaction that makes the change. */
export async function writeAudit(
  transaction: Queryable,
  actor: Actor,
  row: AuditRow,
): Promise<void> {
  await transaction.query(
    `insert into audit (workspace_id, actor_kind, actor_id, actor_name, action,
       target_type, target_id, target_name, before, after, ip, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[actor.workspaceId, actor.kind, actor.id, actor.name, row.action],
      ...[row.target?.type ?? null, row.target?.id ?? null, row.target?.name ?? null],
      ...[toJson(row.before), toJson(row.after), actor.ip, actor.requestId],
    ],
  );
}

function toJson(value: Record<string, unknown> | null | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
