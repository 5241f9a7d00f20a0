import type { MemberDecision, MemberSituation } from "../../../core/plan/decide-member.ts";
import type { PlanScope } from "./scope.ts";

/** The name that a row of members gives, null when it gives none. `m` = the row, with its values in `want`. */
export const ROW_NAME = `nullif(btrim(coalesce(m.want ->> 'firstName', '') || ' ' || coalesce(m.want ->> 'lastName', '')), '')`;

/** The name of a new person, from its row. */
export const NEW_NAME = `coalesce(m.name, ${ROW_NAME}, m.email)`;

/**
 * Whether most rows are of new people. Then it pays to take them in the order of their report from the start: their
 * ids, and all that is written about them, follow one another.
 */
export async function areMostlyNew(
  { transaction, workspaceId }: PlanScope,
  rows: number,
): Promise<boolean> {
  const { rows: found } = await transaction.query<{ hasMany: boolean }>(
    `select exists (select from users where workspace_id = $1 offset $2) as "hasMany"`,
    [workspaceId, Math.floor(rows / 2)],
  );
  return !found[0]!.hasMany;
}

/** The distinct product lists of the input, as JSON text; `null` = blank. */
export async function readGivenProducts({ transaction }: PlanScope): Promise<(string[] | null)[]> {
  const { rows } = await transaction.query<{ given: string[] | null }>(
    `select distinct nullif(profile -> 'productAssignations', 'null'::jsonb) as given
       from member_rows where profile ? 'productAssignations'`,
  );
  return rows.map((row) => row.given);
}

/** Fills `product_choices`: what each given list means. `patch` replaces the key; an empty patch leaves it alone. */
export async function stageProductChoices(
  { transaction }: PlanScope,
  choices: { given: string[] | null; products: string[] | null; unknown: string[] }[],
): Promise<void> {
  await transaction.query(
    `create temp table product_choices (given jsonb, patch jsonb, unknown text) on commit drop`,
  );
  await transaction.query(
    `insert into product_choices
     select coalesce(c ->> 'given', 'null')::jsonb, (c ->> 'patch')::jsonb, c ->> 'unknown'
       from jsonb_array_elements($1::jsonb) c`,
    [
      JSON.stringify(
        choices.map(({ given, products, unknown }) => ({
          given: JSON.stringify(given),
          patch: JSON.stringify(
            products === null
              ? {}
              : { productAssignations: products.length === 0 ? null : products },
          ),
          unknown: unknown.length === 0 ? null : unknown.join("; "),
        })),
      ),
    ],
  );
}

/** Fills `member_decisions` with the rules of every situation. */
export async function stageMemberDecisions(
  { transaction }: PlanScope,
  decisions: (MemberSituation & MemberDecision)[],
): Promise<void> {
  await transaction.query(
    `create temp table member_decisions on commit drop as
     select d ->> 'match' as match, coalesce(d ->> 'state', '') as state, coalesce(d ->> 'removedBy', '') as removed_by,
            (d ->> 'isAdmin')::boolean as is_admin, d ->> 'action' as action,
            (d ->> 'reactivates')::boolean as reactivates,
            d -> 'issue' ->> 'type' as issue_type, d -> 'issue' ->> 'reason' as issue_reason
       from jsonb_array_elements(${quote(JSON.stringify(decisions))}::jsonb) d`,
  );
}

/** A literal for statements that take no parameters (`create table as`). Only for text made by this program. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Fills `member_faults`: rows that change nothing, with the first cause in order of precedence: flaws found while
 * reading, then ids and emails that an earlier row bears (domain rules, section 3: the first one wins).
 */
export async function findMemberFaults({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table member_faults on commit drop as
     with same_id as (
       select external_id, min(row_no) as first from member_rows
        where external_id is not null group by external_id having count(*) > 1
     ), same_email as (
       select email, min(row_no) as first from member_rows
        where email is not null group by email having count(*) > 1
     ), faults as (
       select m.row_no, 0 as rank, f.type, f.reason, f.value, f.column_name, null::int as first
         from flaws f join member_rows m on m.chunk = f.chunk and m.place = f.place
        where f.section = 'members' and f.skips
       union all
       select m.row_no, 1, 'user_skipped', 'duplicate_external_id', m.external_id, null, s.first
         from member_rows m join same_id s on s.external_id = m.external_id and m.row_no > s.first
       union all
       select m.row_no, 2, 'user_skipped', 'duplicate_email', m.email, null, s.first
         from member_rows m join same_email s on s.email = m.email and m.row_no > s.first
     )
     select distinct on (f.row_no) f.row_no, f.type, f.reason, f.value, f.column_name, r.line as first_line
       from faults f left join member_rows r on r.row_no = f.first
      order by f.row_no, f.rank`,
  );
}

/** The decided rows as the report names new people, with the name and what it is sorted by. */
const IN_REPORT_ORDER = `(
  select * from (
    select *, fold(m.name) as sort_name
      from (select *, coalesce(${ROW_NAME}, m.email) as name from decided m offset 0) m offset 0) m
   order by m.sort_name collate "C", m.external_id collate "C", m.row_no)`;

/**
 * Fills `member_plan`: each row beside the user that it meets (domain rules, section 4) and what is decided for it.
 * New users get their ids here, so that lines and places are written once.
 */
export async function matchMembers(
  scope: PlanScope,
  {
    givesProducts,
    hasDefaultProduct,
    sortNames,
  }: { givesProducts: boolean; hasDefaultProduct: boolean; sortNames: boolean },
): Promise<void> {
  const { transaction } = scope;
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  await transaction.query(
    `create temp table member_plan on commit drop as
     with met as (
       select r.row_no, r.line, r.external_id, r.email, r.manager_external_id, r.manager_email, r.manager_given,
              ${givesProducts ? "case when p.given is null then r.profile else (r.profile - 'productAssignations') || p.patch end" : "r.profile"} as want,
              ${givesProducts ? "p.unknown" : "null::text"} as unknown_products,
              f.type as fault_type, f.reason as fault_reason, f.value as fault_value, f.column_name, f.first_line,
              by_id.id as id_user, by_id.state as id_state,
              case when by_id.email = r.email then by_id.id else holder.id end as holder_id,
              case when by_id.id is not null then 'external_id'
                   when by_email.id is not null then 'email'
                   else 'none' end as match,
              coalesce(by_id.id, by_email.id) as met_id,
              case when by_id.id is not null then by_id.state else by_email.state end as state,
              case when by_id.id is not null then by_id.removed_by else by_email.removed_by end as removed_by,
              coalesce(case when by_id.id is not null then by_id.role else by_email.role end = 'admin', false) as is_admin,
              case when by_id.id is not null then coalesce(by_id.email, by_id.former_email) else by_email.email end as old_email,
              case when by_id.id is not null then by_id.profile else by_email.profile end as old_profile,
              by_email.source_id as from_source_id
         from member_rows r
         left join users by_id on by_id.workspace_id = ${workspace} and by_id.source_id = ${source}
               and by_id.external_id = r.external_id
         -- Most hold their address already: for them nobody else is asked.
         left join users holder on holder.workspace_id = ${workspace}
               and holder.email = case when by_id.email = r.email then null else r.email end
         -- Few: only who is not the source's can be met by address.
         left join users by_email on by_email.workspace_id = ${workspace} and by_email.source_id is distinct from ${source}
               and by_email.email = r.email and by_id.id is null and r.external_id is not null
         left join member_faults f on f.row_no = r.row_no
         ${givesProducts ? "left join product_choices p on p.given = r.profile -> 'productAssignations'" : ""}
     ), decided as (
       select f.*, d.action, d.reactivates, d.issue_type, d.issue_reason,
              coalesce(f.fault_type is null and d.issue_type is null and d.action <> 'create'
                and ((f.email <> f.old_email and not f.is_admin)
                  or (not f.old_profile @> f.want and jsonb_strip_nulls(f.old_profile || f.want) <> f.old_profile)
                  or (f.want ? 'productAssignations'
                      and f.want -> 'productAssignations' <> coalesce(f.old_profile -> 'productAssignations', 'null'))),
                false) as changed
         from met f
         left join member_decisions d on d.match = f.match and d.state = coalesce(f.state, '')
              and d.removed_by = coalesce(f.removed_by, '') and d.is_admin = f.is_admin
     )
     select f.row_no, f.line, f.external_id, f.email, f.unknown_products,
            -- Of most rows of most pushes nothing changed: their values are not carried along.
            case when f.changed or f.action = 'create' or f.fault_type is not null or f.issue_type is not null then f.want end as want,
            f.manager_external_id, f.manager_email, f.manager_given,
            f.id_user, f.id_state, f.holder_id, f.match, f.met_id, f.state, f.is_admin, f.old_email, f.changed,
            f.from_source_id, f.action, f.reactivates,
            coalesce(f.fault_type, f.issue_type) as skip_type, coalesce(f.fault_reason, f.issue_reason) as skip_reason,
            f.fault_value, f.column_name, f.first_line, null::int as over_limit,
            case when f.want ? 'productAssignations' then jsonb_typeof(f.want -> 'productAssignations') = 'array'
                 else ${hasDefaultProduct} end as has_product,
            ${sortNames ? "f.name, f.sort_name" : "null::text as name, null::text as sort_name"},
            case when f.fault_type is null and f.match = 'none' then nextval('user_ids') else f.met_id end as user_id
       from ${sortNames ? IN_REPORT_ORDER : "decided"} f`,
  );
}

/** Linked users that no row names, with what is decided for each (`absent`). Only when the section was given. */
export async function findAbsentUsers(
  scope: PlanScope,
  absentInvited: "delete" | "deactivate",
): Promise<void> {
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  await scope.transaction.query(
    `create temp table absent on commit drop as
     select u.id, u.state, u.role, u.email,
            case when u.role = 'admin' then 'admin_protected'
                 when u.state = 'active' or ${absentInvited === "deactivate"} then 'user_deactivated'
                 else 'user_deleted' end as type
       from users u
      where ${scope.removesAbsent} and u.workspace_id = ${workspace} and u.source_id = ${source}
        and u.external_id is not null and u.state in ('created', 'invited', 'active')
        and not exists (select from member_plan m where m.id_user = u.id)
        and not exists (select from member_plan m where m.holder_id = u.id
                           and (m.id_user is null or m.id_state = 'deleted'))`,
  );
}

export interface ClaimRow {
  row: number;
  holder: number;
  released_by: number | null;
  holder_deleted: boolean;
}

/**
 * Rows whose address somebody else holds now. A sync never changes the email of an admin: it asks for the address it
 * has, which only one that was deleted can have lost.
 */
export async function readAddressClaims(scope: PlanScope): Promise<ClaimRow[]> {
  const { rows } = await scope.transaction.query<ClaimRow>(
    `with wanted as (
       select row_no, met_id, holder_id from member_plan
        where skip_type is null and holder_id is not null and not (is_admin and match = 'external_id')
       union all
       select m.row_no, m.met_id, o.id from member_plan m
         join users o on o.workspace_id = $1 and o.email = m.old_email
        where m.skip_type is null and m.is_admin and m.match = 'external_id'
     )
     select w.row_no as row, w.holder_id as holder, h.row_no as released_by,
            coalesce(a.type = 'user_deleted', false) as holder_deleted
       from wanted w
       left join member_plan h on h.met_id = w.holder_id and h.skip_type is null and not h.is_admin
            and h.email <> h.old_email
       left join absent a on a.id = w.holder_id
      where w.holder_id is distinct from w.met_id
      order by w.row_no`,
    [scope.workspaceId],
  );
  return rows;
}

/** Rows that need a seat which nobody has given them yet, in file order. */
export async function readSeatClaims({ transaction }: PlanScope): Promise<number[]> {
  const { rows } = await transaction.query<{ row_no: number }>(
    `select row_no from member_plan
      where skip_type is null and (action = 'create' or reactivates) order by row_no`,
  );
  return rows.map((row) => row.row_no);
}

/** Seats taken now, and how many the run's removals free. */
export async function countSeats(scope: PlanScope): Promise<{ taken: number; freed: number }> {
  const { rows } = await scope.transaction.query<{ taken: number; freed: number }>(
    `select (select count(*) from users where workspace_id = $1 and state in ('created', 'invited', 'active'))::int as taken,
            (select count(*) from absent where type <> 'admin_protected')::int as freed`,
    [scope.workspaceId],
  );
  return rows[0]!;
}

/** Skips rows for a cause found by looking at all of them together. */
export async function skipMembers(
  { transaction }: PlanScope,
  rowNumbers: readonly number[],
  cause: { type: string; reason: string; over: number | null },
): Promise<void> {
  if (rowNumbers.length === 0) return;
  await transaction.query(
    `update member_plan set skip_type = $2, skip_reason = $3, over_limit = $4 where row_no = any($1::int[])`,
    [rowNumbers, cause.type, cause.reason, cause.over],
  );
}

/** While an identity is in doubt neither side is removed (section 11): holders of disputed addresses stay. */
export async function keepUsers({ transaction }: PlanScope, userIds: number[]): Promise<void> {
  if (userIds.length === 0) return;
  await transaction.query(
    "delete from absent where id = any($1::bigint[]) and type <> 'admin_protected'",
    [userIds],
  );
}

/** Fills `member_changes`: sound rows whose values differ from the user's, with each value before and after. */
export async function findChangedValues({ transaction, workspaceId }: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table member_changes on commit drop as
     with differing as (
       select m.row_no, m.user_id, m.want, u.profile as old_profile, m.email, m.old_email,
              m.email <> m.old_email and not m.is_admin as moves
         from member_plan m
         join users u on u.workspace_id = ${Number(workspaceId)} and u.id = m.met_id
        where m.skip_type is null and m.changed
     )
     select d.row_no, d.user_id,
            case when d.moves then jsonb_build_object('email', d.old_email) else '{}' end || coalesce(v.before, '{}') as before,
            case when d.moves then jsonb_build_object('email', d.email) else '{}' end || coalesce(v.after, '{}') as after
       from differing d
       left join lateral (
         select jsonb_object_agg(w.key, coalesce(d.old_profile -> w.key, 'null')) as before,
                jsonb_object_agg(w.key, w.value) as after
           from jsonb_each(d.want) w
          where w.value <> coalesce(d.old_profile -> w.key, 'null')
            and not coalesce(w.key = 'productAssignations' and jsonb_typeof(w.value) = 'array'
                     and w.value @> (d.old_profile -> w.key) and w.value <@ (d.old_profile -> w.key), false)
       ) v on true
      where d.moves or v.after is not null`,
  );
}

/**
 * Fills `people`: everybody as they will be after the run, users who leave included (`leaves`, `gone` = deleted).
 * Managers and places are looked up here.
 */
export async function stagePeople(scope: PlanScope, withMembers: boolean): Promise<void> {
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  const sound = withMembers
    ? `left join member_plan m on m.user_id = u.id and m.skip_type is null and m.action <> 'create'
       left join absent a on a.id = u.id and a.type <> 'admin_protected'`
    : `left join (select null::bigint as user_id, null::text as external_id, null::text as email, false as is_admin,
                         false as reactivates, null::int as row_no, null::jsonb as want) m on m.user_id = u.id
       left join (select null::bigint as id, null::text as type) a on a.id = u.id`;
  const created = withMembers
    ? `union all
       select m.user_id, m.row_no, m.external_id, m.email,
              ${NEW_NAME}, m.sort_name,
              true, false, false
         from member_plan m where m.skip_type is null and m.action = 'create'`
    : "";
  await scope.transaction.query(
    `create temp table people on commit drop as
     select u.id, m.row_no,
            case when m.row_no is not null then m.external_id when u.source_id = ${source} then u.external_id end as external_id,
            case when m.row_no is not null and not m.is_admin then m.email else u.email end as email,
            case when m.want is not null
                 then coalesce(nullif(btrim(coalesce(case when m.want ? 'firstName' then m.want else u.profile end ->> 'firstName', '') || ' ' ||
                        coalesce(case when m.want ? 'lastName' then m.want else u.profile end ->> 'lastName', '')), ''), m.email, u.name)
                 else u.name end as name,
            null::text as sort_name, false as is_new,
            (a.type is not null or (u.state = 'deactivated' and m.reactivates is not true)) as leaves,
            coalesce(a.type = 'user_deleted', false) as gone
       from users u
       ${sound}
      where u.workspace_id = ${workspace} and (u.state <> 'deleted' or m.reactivates)
     ${created}`,
  );
}
