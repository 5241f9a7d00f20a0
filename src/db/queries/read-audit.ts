import type { Queryable } from "../database.ts";

export interface AuditRow {
  id: number;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  target_type: string | null;
  target_id: string | null;
  target_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  ip: string | null;
  request_id: string | null;
}

export interface AuditFilter {
  actor?: string | undefined;
  action?: string[] | undefined;
  target?: string | undefined;
  targetType?: string[] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

const AUDIT = `
  select id, at, actor_kind, actor_id, actor_name, action, target_type, target_id, target_name,
         before, after, ip, request_id
    from audit`;

/** Audit rows that pass every filter, newest first, from below `beforeId` down. */
export async function readAudit(
  queryable: Queryable,
  workspaceId: number,
  filter: AuditFilter,
  page: { beforeId: number | null; limit: number },
): Promise<AuditRow[]> {
  const { rows } = await queryable.query<AuditRow>(
    `${AUDIT}
      where workspace_id = $1
        and ($2::bigint is null or id < $2)
        and ($3::text is null or actor_id = $3 or strpos(fold(actor_name), fold($3)) > 0)
        and ($4::text[] is null or action = any ($4))
        and ($5::text is null or target_type = $5 or target_id = $5 or strpos(fold(target_name), fold($5)) > 0)
        and ($6::timestamptz is null or at >= $6)
        and ($7::timestamptz is null or at < $7)
        and ($8::text[] is null or target_type = any ($8))
      order by id desc
      limit $9`,
    [
      ...[workspaceId, page.beforeId, filter.actor ?? null, filter.action ?? null],
      ...[
        filter.target ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.targetType ?? null,
        page.limit,
      ],
    ],
  );
  return rows;
}

/** The last audit rows of one target, newest first. */
export async function readAuditOf(
  queryable: Queryable,
  workspaceId: number,
  target: { type: string; id: string },
  limit: number,
): Promise<AuditRow[]> {
  const { rows } = await queryable.query<AuditRow>(
    `${AUDIT} where workspace_id = $1 and target_type = $2 and target_id = $3 order by id desc limit $4`,
    [workspaceId, target.type, target.id, limit],
  );
  return rows;
}
