import type { Queryable } from "../database.ts";

export interface OriginRow {
  property: string;
  by: "sync" | "person";
  name: string;
  at: Date;
  sync_id: number | null;
  sync_number: number | null;
}

/**
 * The newest change of each value of a user: by an update that was applied, or by hand. As far back as reports and the
 * audit log are kept.
 */
export async function readUserOrigins(
  queryable: Queryable,
  workspaceId: number,
  user: { id: number; key: string },
): Promise<OriginRow[]> {
  const { rows } = await queryable.query<OriginRow>(
    `with changes as (
       select 'sync' as by, source.name, batch.applied_at as at, s.id as sync_id, s.number as sync_number,
              coalesce(e.before, '{}') || coalesce(e.after, '{}') as touched
         from entries e
         join syncs s on s.workspace_id = $1 and s.id = e.sync_id and not s.dry_run
         join sources source on source.workspace_id = $1 and source.id = s.source_id
         join lateral (
           select applied_at from applied_batches b
            where b.workspace_id = $1 and b.sync_id = e.sync_id and b.step = e.step and b.position >= e.position
            order by b.position limit 1
         ) batch on true
        where e.workspace_id = $1 and e.user_id = $2 and e.step > 0 and e.skipped is null
          and e.type in ('user_created', 'user_linked', 'user_updated', 'direct_manager_assigned', 'direct_manager_removed')
       union all
       select 'person', a.actor_name, a.at, null, null, coalesce(a.before, '{}') || coalesce(a.after, '{}')
         from audit a
        where a.workspace_id = $1 and a.target_type = 'user' and a.target_id = $3
          and a.action in ('user_created', 'user_updated', 'user_relinked', 'user_unlinked')
     )
     select distinct on (property) property, by, name, at, sync_id, sync_number
       from changes cross join lateral jsonb_object_keys(touched) property
      order by property, at desc, sync_id desc`,
    [workspaceId, user.id, user.key],
  );
  return rows;
}
