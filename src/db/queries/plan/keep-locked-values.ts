import type { SharedAddress } from "../../../core/plan/settle-addresses.ts";
import type { PlanScope } from "./scope.ts";

/** Whether a locked value `l` differs from what the row `m` brings for the user `u`. An admin's email is kept anyway. */
const DIFFERS = `case when l.property = 'email' then m.email <> m.old_email and not m.is_admin
  else m.want -> l.property <> coalesce(u.profile -> l.property, 'null')
   and not coalesce(l.property = 'productAssignations' and jsonb_typeof(m.want -> l.property) = 'array'
            and m.want -> l.property @> (u.profile -> l.property)
            and m.want -> l.property <@ (u.profile -> l.property), false) end`;

/**
 * Has rows bring what is locked of their users, so that everything planned from here on leaves it alone. Fills
 * `kept_values` with what they brought instead. Whom a row names and who is absent is known by then; who gets
 * which address is not.
 */
export async function keepLockedValues({ transaction, workspaceId }: PlanScope): Promise<void> {
  const workspace = Number(workspaceId);
  await transaction.query(
    `create temp table kept_values on commit drop as
     select m.row_no, l.property,
            case when l.property = 'email' then to_jsonb(m.old_email) else coalesce(u.profile -> l.property, 'null') end as kept,
            case when l.property = 'email' then to_jsonb(m.email) else m.want -> l.property end as brought
       from value_locks l
       join member_plan m on m.met_id = l.user_id and m.skip_type is null and m.changed
       -- Few: looked up instead of read among all.
       join users u on u.workspace_id = ${workspace} and u.id = l.user_id
            and u.id = any (array(select user_id from value_locks where workspace_id = ${workspace}))
      where l.workspace_id = ${workspace} and ${DIFFERS}`,
  );
  await transaction.query(
    `update member_plan m
        set want = m.want || k.profile,
            email = case when k.keeps_email then m.old_email else m.email end,
            -- Only of who comes back somebody else can hold the address.
            holder_id = case when k.keeps_email then (select id from users where workspace_id = $1 and email = m.old_email)
                             else m.holder_id end
       from (select row_no, bool_or(property = 'email') as keeps_email,
                    coalesce(jsonb_object_agg(property, kept) filter (where property <> 'email'), '{}') as profile
               from kept_values group by row_no) k
      where m.row_no = k.row_no`,
    [workspaceId],
  );
}

/**
 * Rows that end with an address which is locked for somebody who comes back. Nobody holds it then, so that these rows
 * have to be compared with one another: what they bring was different (docs/rules.md, "Can a value be kept").
 */
export async function readSharedAddresses({
  transaction,
  workspaceId,
}: PlanScope): Promise<SharedAddress[]> {
  const { rows } = await transaction.query<SharedAddress & { [column: string]: unknown }>(
    `with awaited as (
       select distinct m.email from kept_values k join member_plan m on m.row_no = k.row_no
        where k.property = 'email' and m.skip_type is null and m.state = 'deleted'
     )
     select m.row_no as row, m.met_id as user, m.email as address,
            exists (select from value_locks l
                     where l.workspace_id = $1 and l.user_id = m.met_id and l.property = 'email') as "isLocked"
       from awaited a
       -- Who has the address already is asked for it as everybody is, and an admin takes none.
       join member_plan m on m.email = a.email and m.skip_type is null and not m.is_admin
            and (m.met_id is null or m.state = 'deleted' or m.email <> m.old_email)`,
    [workspaceId],
  );
  return rows;
}

/** Says of rows whom the address they would end with goes to. */
export async function nameOwners(
  { transaction }: PlanScope,
  owners: ReadonlyMap<number, number>,
): Promise<void> {
  await transaction.query(
    `update member_plan m set holder_id = o.id
       from unnest($1::int[], $2::bigint[]) o (row_no, id) where m.row_no = o.row_no`,
    [[...owners.keys()], [...owners.values()]],
  );
}

/**
 * An issue for each value that a row would have changed: `before` is what is kept, `after` what the row brought. Rows
 * that were refused an address which is locked say so: neither of the two asks for it otherwise.
 */
export async function draftLockedValues({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `with kept as (
       select m.line, m.met_id, k.brought from kept_values k join member_plan m on m.row_no = k.row_no
        where k.property = 'email'
     )
     update issue_drafts d
        set params = d.params || jsonb_strip_nulls(jsonb_build_object('brought', own.brought,
              'lockedFor', case when theirs.met_id is not null then d.params -> 'otherName' end))
       from issue_drafts i
       left join kept own on own.line = i.line
       left join kept theirs on theirs.met_id = (i.params ->> 'otherId')::bigint
      where i.reason = 'email_taken' and d.reason = 'email_taken' and d.line = i.line
        and (own.line is not null or theirs.met_id is not null)`,
  );
  await transaction.query(
    `insert into issue_drafts (type, section, line, user_id, name, email, external_id, params, before, after)
     select 'value_locked', 'members', m.line, m.user_id, p.name, p.email, m.external_id,
            jsonb_build_object('property', k.property), jsonb_build_object(k.property, k.kept),
            jsonb_build_object(k.property, k.brought)
       from kept_values k
       join member_plan m on m.row_no = k.row_no and m.skip_type is null
       join people p on p.id = m.user_id`,
  );
}
