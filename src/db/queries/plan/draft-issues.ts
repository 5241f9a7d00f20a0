import { ROW_NAME } from "./plan-members.ts";
import type { PlanScope } from "./scope.ts";

/** Fills `issue_drafts` piece by piece; each piece names its cause and leaves everything unknown null. */
export async function startIssueDrafts({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table issue_drafts (type text, reason text, section text, line int, user_id bigint, team_id bigint,
       name text, email text, external_id text, params jsonb, cause_line int, before jsonb, after jsonb) on commit drop`,
  );
}

const INTO = `insert into issue_drafts (type, reason, section, line, user_id, team_id, name, email, external_id, params, cause_line)`;

/** Rows of members that change nothing, parts of rows that could not be applied, administrators kept. */
export async function draftMemberIssues(
  scope: PlanScope,
  products: string[],
  limit: number | null,
): Promise<void> {
  const { transaction, workspaceId } = scope;
  const found = await findMemberCauses(scope);
  if (found.skipped) {
    await transaction.query(
      `${INTO}
     select m.skip_type, case when m.skip_type = 'workspace_limit_reached' then 'seat_limit' else m.skip_reason end,
            'members', m.line, m.met_id, null, coalesce(${ROW_NAME}, met.name, m.email, m.external_id), m.email, m.external_id,
            jsonb_strip_nulls(jsonb_build_object('value', case m.skip_reason when 'email_taken' then m.email else m.fault_value end,
              'column', m.column_name, 'firstLine', m.first_line,
              'otherId', o.id, 'otherName', o.name, 'otherExternalId', o.external_id, 'otherEmail', o.email,
              'limit', case when m.skip_type = 'workspace_limit_reached' then $2::int end, 'over', m.over_limit)), null
       from member_plan m
       left join users met on met.workspace_id = $1 and met.id = m.met_id
       left join users o on m.skip_reason = 'email_taken' and o.workspace_id = $1 and o.id = m.holder_id
      where m.skip_type is not null`,
      [workspaceId, limit],
    );
  }
  if (found.products) {
    await transaction.query(
      `${INTO}
     select 'unknown_product', null, 'members', m.line, m.user_id, null::bigint, coalesce(${ROW_NAME}, met.name, m.email), m.email, m.external_id,
            jsonb_build_object('value', m.unknown_products, 'products', to_jsonb($2::text[])), null
       from member_plan m left join users met on met.workspace_id = $1 and met.id = m.met_id
      where m.skip_type is null and m.unknown_products is not null`,
      [workspaceId, products],
    );
  }
  if (found.admins) {
    await transaction.query(
      `${INTO}
     select 'admin_protected', 'email_kept', 'members', m.line, m.user_id, null::bigint, coalesce(${ROW_NAME}, met.name, m.email), m.old_email, m.external_id,
            jsonb_build_object('value', m.email), null::int
       from member_plan m left join users met on met.workspace_id = $1 and met.id = m.met_id
      where m.skip_type is null and m.is_admin and m.match = 'external_id' and m.email <> m.old_email
     union all
     select 'admin_protected', 'removal_refused', null, null::int, u.id, null::bigint, u.name, u.email, u.external_id, '{}'::jsonb, null::int
       from absent a join users u on u.workspace_id = $1 and u.id = a.id where a.type = 'admin_protected'`,
      [workspaceId],
    );
  }
  if (found.flaws) {
    await transaction.query(
      `${INTO}
     select f.type, f.reason, 'members', m.line, m.user_id, null::bigint, coalesce(${ROW_NAME}, met.name, m.email), m.email, m.external_id,
            jsonb_strip_nulls(jsonb_build_object('column', f.column_name, 'value', case when not exists (
              select 1 from (
                select key, label from properties where workspace_id = $1 and sensitive
                union all
                select key, label from deleted_sensitive_properties where workspace_id = $1) p
               where lower(regexp_replace(f.column_name, '[ _-]', '', 'g'))
                    in (lower(regexp_replace(p.key, '[ _-]', '', 'g')), lower(regexp_replace(p.label, '[ _-]', '', 'g'))))
              then f.value end)), null
       from flaws f
       join member_rows r on r.chunk = f.chunk and r.place = f.place
       join member_plan m on m.row_no = r.row_no and m.skip_type is null
       left join users met on met.workspace_id = $1 and met.id = m.met_id
      where f.section = 'members' and not f.skips`,
      [workspaceId],
    );
  }
}

/** Which causes there are at all, so that none of the others is looked for among all people. */
async function findMemberCauses({ transaction }: PlanScope): Promise<{
  skipped: boolean | null;
  products: boolean | null;
  admins: boolean | null;
  flaws: boolean;
}> {
  const { rows } = await transaction.query<Awaited<ReturnType<typeof findMemberCauses>>>(
    `select bool_or(skip_type is not null) as skipped,
            bool_or(skip_type is null and unknown_products is not null) as products,
            bool_or(skip_type is null and is_admin and match = 'external_id' and email <> old_email)
              or exists (select from absent where type = 'admin_protected') as admins,
            exists (select from flaws where section = 'members' and not skips) as flaws
       from member_plan`,
  );
  return rows[0]!;
}

/** With Automatic Invite on: new users without a product can't be invited. */
export async function draftInvitationIssues({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     select 'invitation_not_sent', 'no_product', 'members', m.line, m.user_id, null, p.name, m.email, m.external_id, '{}', null
       from member_plan m join people p on p.id = m.user_id
      where m.skip_type is null and m.action = 'create' and not m.has_product`,
  );
}

/** Direct Managers that could not be looked up. */
export async function draftManagerIssues({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     select case when m.problem = 'self' then 'manager_is_self' else 'manager_profile_missing' end, m.problem,
            'members', m.line, m.user_id, null, p.name, p.email, p.external_id,
            jsonb_strip_nulls(jsonb_build_object('value', coalesce(m.ref_id, m.ref_email),
              'otherId', t.id, 'otherName', t.name, 'otherExternalId', t.external_id, 'otherEmail', t.email)),
            case when m.problem = 'skipped_manager' then cause.line end
       from manager_plan m
       join people p on p.id = m.user_id
       left join people t on t.id = m.target_id
       left join member_plan cause on cause.row_no = m.cause_row
      where m.problem is not null`,
  );
}

/** Assignments refused because they close a ring, whose names are cut at 500. */
export async function draftManagerRings({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     with named as (
       select r.ring, jsonb_agg(p.name order by r.place) filter (where r.place < 500) as names
         from manager_rings r join lines l on l.no = r.no join people p on p.id = l.id group by r.ring
     )
     select 'manager_cycle', 'loop', case when m.line is not null then 'members' end, m.line, p.id, null, p.name, p.email, p.external_id,
            jsonb_build_object('ring', n.names), null
       from manager_rings r
       join lines l on l.no = r.no
       join people p on p.id = l.id
       join named n on n.ring = r.ring
       left join member_plan m on m.row_no = p.row_no`,
  );
}

/** Columns that are no field and no property: one issue each, about nobody. */
export async function draftUnknownColumns({
  transaction,
  workspaceId,
  inputId,
}: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     select 'unknown_property', null, c ->> 'section', (c ->> 'line')::int, null, null, c ->> 'column', null, null,
            jsonb_strip_nulls(jsonb_build_object('column', c -> 'column', 'value', c -> 'column', 'nearest', c -> 'nearest')), null
       from inputs i cross join lateral jsonb_array_elements(i.summary -> 'unknownColumns') c
      where i.workspace_id = $1 and i.id = $2`,
    [workspaceId, inputId],
  );
}

export async function draftTeamIssues({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     select skip_type, skip_reason, 'teams', line, null::bigint, team_id, coalesce(name, external_id), null, external_id,
            jsonb_strip_nulls(jsonb_build_object('value', fault_value, 'firstLine', first_line)), null::int
       from team_plan where skip_type is not null
     union all
     select f.type, f.reason, 'teams', t.line, null::bigint, t.team_id, t.name, null, t.external_id,
            jsonb_strip_nulls(jsonb_build_object('column', f.column_name, 'value', f.value)), null::int
       from flaws f join team_rows r on r.chunk = f.chunk and r.place = f.place
       join team_plan t on t.row_no = r.row_no and t.skip_type is null
      where f.section = 'teams' and not f.skips`,
  );
}

export async function draftMappingIssues({ transaction }: PlanScope): Promise<void> {
  await transaction.query(
    `${INTO}
     select m.skip_type, m.skip_reason, 'teamMappings', m.line, m.user_id, coalesce(m.team_id, skipped.id),
            coalesce(g.name, skipped.name, m.team_external_id), null, m.team_external_id,
            jsonb_strip_nulls(jsonb_build_object('value', m.fault_value, 'member', m.member_external_id,
              'subteam', coalesce(c.name, m.subteam_external_id), 'otherName', m.first_parent, 'firstLine', m.first_line,
              'ring', r.names)),
            null::int
       from mapping_plan m
       left join groups g on g.id = m.team_id
       left join groups c on c.id = m.child_id
       left join groups skipped on m.team_id is null and skipped.external_id = m.team_external_id
       left join nesting_rings r on m.skip_type = 'subteam_cycle' and r.child_id = m.child_id
      where m.skip_type is not null
     union all
     select f.type, f.reason, 'teamMappings', m.line, m.user_id, m.team_id, coalesce(g.name, m.team_external_id), null, m.team_external_id,
            jsonb_strip_nulls(jsonb_build_object('column', f.column_name, 'value', f.value)), null::int
       from flaws f join mapping_rows r on r.chunk = f.chunk and r.place = f.place
       join mapping_plan m on m.row_no = r.row_no and m.skip_type is null
       left join groups g on g.id = m.team_id
      where f.section = 'teamMappings' and not f.skips`,
  );
}
