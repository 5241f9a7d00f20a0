import type { SyncStatus } from "../../contract/catalogue.ts";
import type { PlanCounts } from "../../core/plan/check-limits.ts";
import type { Queryable } from "../database.ts";

/** What a plan would have done, counted. */
export interface CountedPlan {
  id: number;
  number: number;
  status: SyncStatus;
  created_at: Date;
  waited: boolean;
  counts: PlanCounts;
}

/** The last planned syncs of the active source, previews left out, newest first. */
export async function listCountedPlans(
  queryable: Queryable,
  workspaceId: number,
  limit: number,
): Promise<CountedPlan[]> {
  const { rows } = await queryable.query<CountedPlan>(
    `select s.id, s.number, s.status, s.created_at, s.waiting_since is not null as waited, s.plan -> 'counts' as counts
       from syncs s join sources source on source.workspace_id = s.workspace_id and source.id = s.source_id
      where s.workspace_id = $1 and source.active and not s.dry_run and s.plan ? 'counts'
      order by s.number desc
      limit $2`,
    [workspaceId, limit],
  );
  return rows;
}
