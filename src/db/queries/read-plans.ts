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

export interface RecentRemovals {
  syncs: number;
  /** Users deactivated or deleted. */
  removed: number;
  most: { id: number; number: number; users: number } | null;
}

/** How many users the syncs of a source took access from lately, as their plans say. */
export async function readRecentRemovals(
  queryable: Queryable,
  workspaceId: number,
  of: { sourceId: number; exceptId: number },
  days: number,
): Promise<RecentRemovals> {
  const { rows } = await queryable.query<RecentRemovals>(
    `with applied as (
       select s.id, s.number, (
                select coalesce(sum((r ->> 'last')::int - (r ->> 'first')::int + 1), 0)::int
                  from jsonb_array_elements(s.plan -> 'ranges') r
                 where r ->> 'type' in ('user_deactivated', 'user_deleted')) as users
         from syncs s
        where s.workspace_id = $1 and s.source_id = $2 and s.id <> $3 and not s.dry_run and s.phase = 'done'
          and s.status in ('completed', 'approved') and s.finished_at > now() - $4 * interval '1 day'
     )
     select count(*)::int as syncs, coalesce(sum(users), 0)::int as removed,
            (select jsonb_build_object('id', id, 'number', number, 'users', users) from applied
              where users > 0 order by users desc, number desc limit 1) as most
       from applied`,
    [workspaceId, of.sourceId, of.exceptId, days],
  );
  return rows[0]!;
}
