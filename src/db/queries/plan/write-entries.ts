import {
  ISSUE_TYPES,
  SUBJECT_OF,
  subjectOf,
  type UpdateType,
} from "../../../contract/catalogue.ts";
import { STEP_OF } from "../../../core/plan/apply-steps.ts";
import type { PlanRange } from "../../../core/report/plan-summary.ts";
import { NEW_NAME } from "./plan-members.ts";
import type { PlanScope } from "./scope.ts";

const COLUMNS = `workspace_id, sync_id, position, step, type, reason, user_id, team_id, name, email, external_id,
  before, after, params, caused_by, section, line`;
/** Report order within a type (domain rules, section 10). */
const FOLDED_NAME = "fold(coalesce(d.name, ''))";
const IN_ORDER = `${FOLDED_NAME} collate "C", coalesce(d.external_id, '') collate "C", d.line nulls last`;
/** The same of rows that know their folded name, or what their name and id come to among all. */
const IN_NAME_ORDER = IN_ORDER.replace(FOLDED_NAME, `coalesce(d.sort_name, ${FOLDED_NAME})`);
const IN_PLACE_ORDER = "d.sort_place, d.line nulls last";

/** Issue types in report order, with whom each is about: users, teams, neither. */
const ISSUES_IN_ORDER = (["user", "team", null] as const).flatMap((subject) =>
  ISSUE_TYPES.filter((type) =>
    [null, "teams"].some((section) => subjectOf(type, section) === subject),
  ).map((type) => ({ type, subject })),
);

/** The same as SQL about a draft or an entry: its place in `ISSUES_IN_ORDER`, from 1. */
const IN_ISSUE_ORDER = `array_position($3::text[],
  case when type = 'invalid_value' and section in ('teams', 'teamMappings') then 'team' else '' end || type)`;
const ISSUE_KEYS = ISSUES_IN_ORDER.map(({ type, subject }) =>
  subject === SUBJECT_OF[type] ? type : `${subject}${type}`,
);

/**
 * Positions are drawn from a sequence while the rows come in order: numbering them by a window would hold them all a
 * second time.
 */
const NEXT_POSITION = "nextval('pg_temp.entry_positions')::int";

/** Has this transaction's next entries stand at `first` and behind it. */
export async function startPositions({ transaction }: PlanScope, first: number): Promise<void> {
  await transaction.query(
    `create temp sequence entry_positions start with ${Math.trunc(first)} cache 1000`,
  );
}

/** The counterpart of `startPositions`; a transaction that fails takes the sequence with it. */
export async function endPositions({ transaction }: PlanScope): Promise<void> {
  await transaction.query("drop sequence pg_temp.entry_positions");
}

/** Writes the issues, which stand first, from position 1, and answers their ranges. */
export async function writeIssues(scope: PlanScope): Promise<PlanRange[]> {
  const { transaction, workspaceId, syncId } = scope;
  await transaction.query(
    `insert into entries (${COLUMNS})
     select $1, $2, ${NEXT_POSITION}, 0,
            d.type, d.reason, d.user_id, d.team_id, d.name, d.email, d.external_id, d.before, d.after, d.params, null, d.section, d.line
       from (select * from issue_drafts d
              order by ${IN_ISSUE_ORDER}, ${IN_ORDER}, d.section, d.reason, d.params::text) d`,
    [workspaceId, syncId, ISSUE_KEYS],
  );
  // An issue that another one caused names it: a manager whose own row was skipped.
  await transaction.query(
    `update entries e set caused_by = c.position
       from (select distinct line, cause_line from issue_drafts where cause_line is not null) d
       join lateral (select min(position) as position from entries
              where workspace_id = $1 and sync_id = $2 and section = 'members' and line = d.cause_line
                and type in ('user_skipped', 'admin_protected', 'workspace_limit_reached')) c on true
      where e.workspace_id = $1 and e.sync_id = $2 and e.type = 'manager_profile_missing' and e.section = 'members' and e.line = d.line`,
    [workspaceId, syncId],
  );
  const { rows } = await transaction.query<{ place: number; first: number; last: number }>(
    `select ${IN_ISSUE_ORDER} as place, min(position)::int as first, max(position)::int as last from entries
      where workspace_id = $1 and sync_id = $2 group by 1 order by 1`,
    [workspaceId, syncId, ISSUE_KEYS],
  );
  return rows.map(({ place, first, last }) => ({
    kind: "issue",
    ...ISSUES_IN_ORDER[place - 1]!,
    first,
    last,
  }));
}

const link = (key: string, alias: string): string =>
  `jsonb_build_object('${key}', jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'email', ${alias}.email, 'externalId', ${alias}.external_id))`;

const place = (type: UpdateType, key: "member" | "manager", side: "before" | "after"): string =>
  `select c.user_id, c.team_id, g.name, g.sort_place, null::text as email, g.external_id,
          ${side === "before" ? link(key, "p") : "null::jsonb"} as before, ${side === "after" ? link(key, "p") : "null::jsonb"} as after,
          null::jsonb as params, case when c.line is not null then 'teamMappings' end as section, c.line
     from place_changes c join groups g on g.id = c.team_id join people p on p.id = c.user_id where c.type = '${type}'`;

const nesting = (type: "subteam_added" | "subteam_removed", side: "before" | "after"): string => {
  const child = "jsonb_build_object('subteam', jsonb_build_object('id', c.id, 'name', c.name))";
  return `select null::bigint as user_id, n.team_id, g.name, null::text as email, g.external_id,
          ${side === "before" ? child : "null::jsonb"} as before, ${side === "after" ? child : "null::jsonb"} as after, null::jsonb as params,
          case when m.line is not null then 'teamMappings' end as section, m.line
     from nesting_changes n join groups g on g.id = n.team_id join groups c on c.id = n.child_id
     left join (select child_id, min(line) as line from mapping_plan
            where child_id is not null and skip_type is null group by child_id) m on m.child_id = n.child_id
    where n.type = '${type}'`;
};

const manager = (type: "direct_manager_assigned" | "direct_manager_removed"): string => {
  // A manager has several reports: what names one is made once ("offset 0" keeps it from being made for each line).
  const end = (id: string) =>
    `(select id, jsonb_build_object('directManager', jsonb_build_object('id', id, 'name', name)) as link
        from people where id in (select ${id} from manager_changes) offset 0)`;
  const assigned = type === "direct_manager_assigned";
  return `select c.user_id, null::bigint as team_id, p.name, p.sort_name, p.email, p.external_id,
          coalesce(o.link, '{"directManager": null}') as before,
          ${assigned ? "t.link" : "null::jsonb"} as after, null::jsonb as params, 'members' as section, c.line
     from manager_changes c join people p on p.id = c.user_id
     left join ${end("current_id")} o on o.id = c.current_id
     ${assigned ? `join ${end("target_id")} t on t.id = c.target_id` : "where c.target_id is null"}`;
};

const leaving = (
  type: "user_deactivated" | "user_deleted",
  before = "null::jsonb",
  joins = "",
): string =>
  `select u.id as user_id, null::bigint as team_id, u.name, u.email, u.external_id, ${before} as before, null::jsonb as after,
          jsonb_build_object('state', u.state) as params, null::text as section, null::int as line
     from absent a join users u on u.workspace_id = WORKSPACE and u.id = a.id ${joins} where a.type = '${type}'`;

/** The names of `named`, by the id that `from` gives as `key`: what a deleted user or team had. */
const namesBy = (key: string, from: string, ...lists: [name: string, filter?: string][]): string =>
  `(select ${key} as key, ${lists
    .map(
      ([name, filter]) =>
        `jsonb_agg(named.name order by named.name)${filter === undefined ? "" : ` filter (where ${filter})`} as ${name}`,
    )
    .join(", ")} from ${from} group by 1)`;

const PLACES_OF_DELETED_USERS = namesBy(
  "p.user_id",
  `absent d join team_places p on p.workspace_id = WORKSPACE and p.user_id = d.id
     join teams named on named.workspace_id = WORKSPACE and named.id = p.team_id
    where d.type = 'user_deleted'`,
  ["teams", "p.is_member"],
  ["managed", "p.is_manager"],
);
const REPORTS_OF_DELETED_USERS = namesBy(
  "l.manager_id",
  `absent d join direct_managers l on l.workspace_id = WORKSPACE and l.manager_id = d.id
     join users named on named.workspace_id = WORKSPACE and named.id = l.user_id and named.state <> 'deleted'
    where d.type = 'user_deleted'`,
  ["reports"],
);
const PLACES_IN_DELETED_TEAMS = namesBy(
  "p.team_id",
  `absent_teams d join team_places p on p.workspace_id = WORKSPACE and p.team_id = d.id
     join users named on named.workspace_id = WORKSPACE and named.id = p.user_id`,
  ["members", "p.is_member"],
  ["managers", "p.is_manager"],
);
const SUBTEAMS_OF_DELETED_TEAMS = namesBy(
  "named.parent_id",
  "absent_teams d join teams named on named.workspace_id = WORKSPACE and named.parent_id = d.id",
  ["subteams"],
);

/**
 * What each type of update is, as rows of: user_id, team_id, name, email, external_id, before, after, params, section,
 * line; where they come by the hundred thousand also sort_name (null where it is not known) or sort_place.
 */
const UPDATES: Partial<Record<UpdateType, string>> = {
  user_created: `select m.user_id, null::bigint as team_id, ${NEW_NAME} as name, m.sort_name, m.email, m.external_id, null::jsonb as before,
       case when m.want ? 'productAssignations' then jsonb_build_object('email', m.email)
            else jsonb_build_object('email', m.email DEFAULT_PRODUCTS) end || jsonb_strip_nulls(m.want) as after,
       null::jsonb as params, 'members' as section, m.line
       from member_plan m where m.skip_type is null and m.action = 'create'`,
  user_linked: `select m.user_id, null::bigint as team_id, p.name, p.email, m.external_id, null::jsonb as before,
       jsonb_build_object('externalId', m.external_id) as after, jsonb_build_object('fromSourceId', m.from_source_id) as params,
       'members' as section, m.line
       from member_plan m join people p on p.id = m.user_id where m.skip_type is null and m.action = 'link'`,
  user_updated: `select c.user_id, null::bigint as team_id, p.name, p.email, m.external_id, c.before, c.after, null::jsonb as params,
       'members' as section, m.line
       from member_changes c join member_plan m on m.row_no = c.row_no join people p on p.id = c.user_id`,
  user_invited: `select m.user_id, null::bigint as team_id, ${NEW_NAME} as name, m.sort_name, m.email, m.external_id, null::jsonb as before, null::jsonb as after,
       null::jsonb as params, 'members' as section, m.line
       from member_plan m
      where INVITES and m.skip_type is null and m.action = 'create' and m.has_product`,
  user_reactivated: `select m.user_id, null::bigint as team_id, p.name, p.email, m.external_id, null::jsonb as before, null::jsonb as after,
       jsonb_build_object('state', m.state) as params, 'members' as section, m.line
       from member_plan m join people p on p.id = m.user_id where m.skip_type is null and m.reactivates`,
  user_deactivated: leaving("user_deactivated"),
  user_deleted: leaving(
    "user_deleted",
    `jsonb_build_object('email', u.email) || u.profile || jsonb_strip_nulls(jsonb_build_object(
       'teams', places.teams, 'managedTeams', places.managed, 'directReports', lines.reports))`,
    `left join ${PLACES_OF_DELETED_USERS} places on places.key = u.id
     left join ${REPORTS_OF_DELETED_USERS} lines on lines.key = u.id`,
  ),
  direct_manager_assigned: manager("direct_manager_assigned"),
  direct_manager_removed: manager("direct_manager_removed"),
  team_created: `select null::bigint as user_id, t.team_id, t.name, null::text as email, t.external_id, null::jsonb as before,
       jsonb_build_object('teamName', t.name) as after, null::jsonb as params, 'teams' as section, t.line
       from team_plan t where t.skip_type is null and t.action = 'create'`,
  team_linked: `select null::bigint as user_id, t.team_id, t.name, null::text as email, t.external_id, null::jsonb as before,
       jsonb_build_object('externalId', t.external_id) as after, jsonb_build_object('fromSourceId', t.from_source_id) as params,
       'teams' as section, t.line
       from team_plan t where t.skip_type is null and t.action = 'link'`,
  team_renamed: `select null::bigint as user_id, t.team_id, t.name, null::text as email, t.external_id,
       jsonb_build_object('teamName', t.old_name) as before, jsonb_build_object('teamName', t.name) as after, null::jsonb as params,
       'teams' as section, t.line
       from team_plan t where t.skip_type is null and t.action = 'keep' and t.name <> t.old_name`,
  team_deleted: `select null::bigint as user_id, t.id as team_id, t.name, null::text as email, t.external_id,
       jsonb_strip_nulls(jsonb_build_object('teamName', t.name, 'members', places.members, 'managers', places.managers,
         'subteams', nested.subteams)) as before,
       null::jsonb as after, null::jsonb as params, null::text as section, null::int as line
       from absent_teams a join teams t on t.workspace_id = WORKSPACE and t.id = a.id
       left join ${PLACES_IN_DELETED_TEAMS} places on places.key = t.id
       left join ${SUBTEAMS_OF_DELETED_TEAMS} nested on nested.key = t.id`,
  team_member_added: place("team_member_added", "member", "after"),
  team_member_removed: place("team_member_removed", "member", "before"),
  team_manager_assigned: place("team_manager_assigned", "manager", "after"),
  team_manager_removed: place("team_manager_removed", "manager", "before"),
  subteam_added: nesting("subteam_added", "after"),
  subteam_removed: nesting("subteam_removed", "before"),
};

function orderOf(select: string): string {
  if (select.includes("sort_place")) return IN_PLACE_ORDER;
  return select.includes("sort_name") ? IN_NAME_ORDER : IN_ORDER;
}

/** Writes the updates of one type behind those before, in report order. Answers how many. */
export async function writeUpdates(
  { transaction, workspaceId, syncId }: PlanScope,
  type: UpdateType,
  settings: { invites: boolean; defaultProduct: string | null },
): Promise<number> {
  const select = UPDATES[type]!.replaceAll("WORKSPACE", "$1")
    .replace("INVITES", String(settings.invites))
    .replace(
      "DEFAULT_PRODUCTS",
      settings.defaultProduct === null
        ? ""
        : ", 'productAssignations', jsonb_build_array($3::text)",
    );
  const values: unknown[] = [workspaceId, syncId];
  if (select.includes("$3")) values.push(settings.defaultProduct);
  const { rowCount } = await transaction.query(
    `insert into entries (${COLUMNS})
     select $1, $2, ${NEXT_POSITION}, ${STEP_OF[type]}, '${type}', null,
            d.user_id, d.team_id, d.name, d.email, d.external_id, d.before, d.after, d.params, null, d.section, d.line
       from (select * from (${select}) d
              order by ${orderOf(select)}, d.user_id) d`,
    values,
  );
  return rowCount ?? 0;
}
