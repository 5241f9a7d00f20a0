import type { UpdateType } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

/**
 * Whether an update `e` of a plan still fits the directory as it is before any of the plan is applied: as applying
 * will ask (apply-*.ts), where what an earlier step of the same plan makes, links or frees counts as done, unless it
 * does not fit itself. $1 workspace, $2 sync, $3..$4 positions, $5 source, $6 positions that are known not to fit.
 */

const inRun = (column: "user_id" | "team_id", id: string, ...types: UpdateType[]) =>
  `exists (select from entries r where r.workspace_id = $1 and r.${column} = ${id} and r.sync_id = $2
     and r.type = any ('{${types.join(",")}}') and r.position <> all ($6))`;
const userInRun = (id: string, ...types: UpdateType[]) => inRun("user_id", id, ...types);
const teamInRun = (id: string, ...types: UpdateType[]) => inRun("team_id", id, ...types);

/** Nobody but `own` holds the address, or whoever does gives it up in this run. */
const isFree = (email: string, own: string) =>
  `not exists (select from users h where h.workspace_id = $1 and h.email = ${email} and h.id is distinct from ${own}
     and not exists (select from entries r where r.workspace_id = $1 and r.user_id = h.id and r.sync_id = $2
       and r.position <> all ($6)
       and (r.type = 'user_deleted' or (r.type = 'user_updated' and r.after ? 'email'))))`;

const idIsFree = (table: "users" | "teams", own: string) =>
  `not exists (select from ${table} h where h.workspace_id = $1 and h.source_id = $5
     and h.external_id = e.external_id and h.id is distinct from ${own})`;

const isSources = (alias: string, linked: string) =>
  `(${alias}.source_id is not distinct from $5 or ${linked})`;

const USER_REMOVAL = `exists (select from users u
  where u.workspace_id = $1 and u.id = e.user_id and u.state = e.params ->> 'state'
    and u.source_id is not distinct from $5 and u.external_id = e.external_id and u.role <> 'admin')`;

const LINE_BEFORE = "(e.before #>> '{directManager,id}')::bigint";
const LINE_AFTER = "(e.after #>> '{directManager,id}')::bigint";
const HOLDS_LINE = `(exists (select from users u
    left join direct_managers l on l.workspace_id = $1 and l.user_id = u.id
    where u.workspace_id = $1 and u.id = e.user_id
      and (u.state <> 'deleted' or ${userInRun("u.id", "user_reactivated")})
      and ${isSources("u", userInRun("u.id", "user_linked"))} and l.manager_id is not distinct from ${LINE_BEFORE})
  or (${LINE_BEFORE} is null and ${userInRun("e.user_id", "user_created")}))`;

const hasPlace = (flag: "is_member" | "is_manager") =>
  `exists (select from team_places p where p.workspace_id = $1 and p.team_id = e.team_id and p.user_id = e.user_id and p.${flag})`;
const PLACE_ENDS_EXIST = `
  (exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id) or ${teamInRun("e.team_id", "team_created")})
  and (exists (select from users u where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted')
       or ${userInRun("e.user_id", "user_created", "user_reactivated")})`;

const CHILD_BEFORE = "(e.before #>> '{subteam,id}')::bigint";
const CHILD_AFTER = "(e.after #>> '{subteam,id}')::bigint";

const FITS: Record<UpdateType, string> = {
  user_deleted: USER_REMOVAL,
  user_deactivated: USER_REMOVAL,
  user_linked: `exists (select from users u where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted'
      and u.role <> 'admin' and u.source_id is not distinct from (e.params ->> 'fromSourceId')::bigint)
    and ${idIsFree("users", "e.user_id")}`,
  user_updated: `exists (select from users u where u.workspace_id = $1 and u.id = e.user_id and u.erased_at is null
      and ${isSources("u", userInRun("u.id", "user_linked"))}
      and (u.state <> 'deleted' or (u.removed_by = 'sync' and ${userInRun("u.id", "user_reactivated")}))
      and not exists (select from jsonb_each(e.before - 'email') b
            where coalesce(u.profile -> b.key, 'null') <> b.value)
      and not exists (select from value_locks l
            where l.workspace_id = $1 and l.user_id = e.user_id and e.after ? l.property)
      and (not e.after ? 'email' or (u.role <> 'admin' and coalesce(u.email, u.former_email) = e.before ->> 'email'
            and (u.state = 'deleted' or ${isFree("(e.after ->> 'email')", "u.id")}))))`,
  user_created: `${isFree("e.email", "null::bigint")} and ${idIsFree("users", "null::bigint")}`,
  user_reactivated: `exists (select from users u where u.workspace_id = $1 and u.id = e.user_id
      and u.state = e.params ->> 'state' and u.removed_by = 'sync' and u.erased_at is null
      and u.source_id is not distinct from $5
      and (u.email is not null or (u.former_email is not null and ${isFree("u.former_email", "u.id")})))`,
  user_invited: `(exists (select from users u where u.workspace_id = $1 and u.id = e.user_id and u.state = 'created')
    or ${userInRun("e.user_id", "user_created")})`,
  team_deleted: `exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id
      and t.source_id is not distinct from $5 and t.external_id = e.external_id)`,
  team_linked: `exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id
      and t.source_id is not distinct from (e.params ->> 'fromSourceId')::bigint)
    and ${idIsFree("teams", "e.team_id")}`,
  team_created: idIsFree("teams", "e.team_id"),
  team_renamed: `exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id
      and ${isSources("t", teamInRun("t.id", "team_linked"))} and t.name = e.before ->> 'teamName')`,
  direct_manager_removed: HOLDS_LINE,
  direct_manager_assigned: `${HOLDS_LINE} and ${LINE_AFTER} <> e.user_id
    and (exists (select from users m where m.workspace_id = $1 and m.id = ${LINE_AFTER}
           and m.state in ('created', 'invited', 'active'))
         or ${userInRun(LINE_AFTER, "user_created", "user_reactivated")})`,
  team_member_added: `${PLACE_ENDS_EXIST} and not ${hasPlace("is_member")}`,
  team_member_removed: hasPlace("is_member"),
  team_manager_assigned: `${PLACE_ENDS_EXIST} and not ${hasPlace("is_manager")}`,
  team_manager_removed: hasPlace("is_manager"),
  subteam_added: `(exists (select from teams c where c.workspace_id = $1 and c.id = ${CHILD_AFTER} and c.id <> e.team_id
        and (c.parent_id is null or ${teamInRun("c.parent_id", "team_deleted")}
             or exists (select from entries r where r.workspace_id = $1 and r.team_id = c.parent_id and r.sync_id = $2
                  and r.type = 'subteam_removed' and r.position <> all ($6) and (r.before #>> '{subteam,id}')::bigint = c.id)))
      or ${teamInRun(CHILD_AFTER, "team_created")})
    and (exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id) or ${teamInRun("e.team_id", "team_created")})`,
  subteam_removed: `exists (select from teams c where c.workspace_id = $1 and c.id = ${CHILD_BEFORE}
      and c.parent_id = e.team_id)`,
};

/**
 * The updates of one type at positions `first`..`last` that do not fit the directory any more; `unfit` = those of
 * earlier steps.
 */
export async function readUnfitPositions(
  queryable: Queryable,
  sync: { workspaceId: number; syncId: number; sourceId: number },
  range: { type: UpdateType; first: number; last: number },
  unfit: readonly number[],
): Promise<number[]> {
  const { rows } = await queryable.query<{ positions: string | null }>(
    `select string_agg(e.position::text, ',' order by e.position) as positions from entries e
      where e.workspace_id = $1 and e.sync_id = $2 and e.position between $3 and $4
        and $5::bigint is not null and $6::int[] is not null and (${FITS[range.type]}) is not true`,
    [sync.workspaceId, sync.syncId, range.first, range.last, sync.sourceId, unfit],
  );
  const text = rows[0]?.positions ?? "";
  return text === "" ? [] : text.split(",").map(Number);
}

/** Whether anybody has changed the directory since a plan was made: the two counts differ. */
export async function readDirectoryVersions(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
): Promise<{ planned: number | null; now: number }> {
  const { rows } = await queryable.query<{ planned: number | null; now: number }>(
    `select s.directory_version as planned, w.directory_version as now
       from syncs s join workspaces w on w.id = s.workspace_id where s.workspace_id = $1 and s.id = $2`,
    [workspaceId, syncId],
  );
  return rows[0]!;
}
