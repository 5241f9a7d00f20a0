import type { Queryable } from "../database.ts";
import { BADGE_SQL, FILTER_SQL, filterValues, type SyncFilter } from "./sync-filter.ts";

export interface SyncFacetRow {
  facet: "total" | "badge" | "source" | "actor";
  /** A badge, or a name. */
  value: string | null;
  /** The kind of the source, or of who started it. */
  kind: string | null;
  source_id: number | null;
  count: number;
}

/** How many syncs each badge, source and starter would show, each under the other filters. */
export async function countSyncFacets(
  queryable: Queryable,
  workspaceId: number,
  filter: SyncFilter,
): Promise<SyncFacetRow[]> {
  const { rows } = await queryable.query<SyncFacetRow>(
    `with found as materialized (
       select ${BADGE_SQL} as badge, s.source_id, source.kind as source_kind, source.name as source_name,
              s.trigger_kind, s.trigger_actor,
              ${FILTER_SQL.badge} as in_badge, ${FILTER_SQL.source} as in_source, ${FILTER_SQL.actor} as in_actor
         from syncs s join sources source on source.workspace_id = s.workspace_id and source.id = s.source_id
        where ${FILTER_SQL.common}
     )
     select 'total' as facet, null as value, null as kind, null::bigint as source_id, count(*) as count
       from found where in_badge and in_source and in_actor
     union all
     select 'badge', badge, null, null, count(*) from found where in_source and in_actor group by badge
     union all
     select 'source', source_name, source_kind, source_id, count(*)
       from found where in_badge and in_actor group by source_id, source_name, source_kind
     union all
     (select 'actor', trigger_actor, trigger_kind, null, count(*)
        from found where in_badge and in_source group by trigger_kind, trigger_actor
       order by count(*) desc, trigger_actor limit 100)`,
    filterValues(workspaceId, filter),
  );
  return rows;
}
