import type { PlanScope } from "./scope.ts";

/** Unnests the stored members into `member_rows`. `row_no` is the order in the file, with gaps between chunks. */
export async function stageMembers({
  transaction,
  workspaceId,
  inputId,
}: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table member_rows on commit drop as
     select ((c.chunk << 16) + r.place)::int as row_no, c.chunk, (r.place - 1)::int as place,
            r.line, r.external_id, r.email, r.profile,
            r.manager_external_id, r.manager_email, r.manager_given
       from input_chunks c
      cross join lateral unnest(c.lines, c.external_ids, c.emails, c.profiles, c.manager_external_ids,
              c.manager_emails, c.managers_given)
            with ordinality as r(line, external_id, email, profile, manager_external_id, manager_email,
              manager_given, place)
      where c.workspace_id = ${Number(workspaceId)} and c.input_id = ${Number(inputId)} and c.section = 'members'`,
  );
}

/** Unnests the stored teams into `team_rows`. */
export async function stageTeams({ transaction, workspaceId, inputId }: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table team_rows on commit drop as
     select ((c.chunk << 16) + r.place)::int as row_no, c.chunk, (r.place - 1)::int as place,
            r.line, r.external_id, r.name
       from input_chunks c
      cross join lateral unnest(c.lines, c.external_ids, c.names)
            with ordinality as r(line, external_id, name, place)
      where c.workspace_id = ${Number(workspaceId)} and c.input_id = ${Number(inputId)} and c.section = 'teams'`,
  );
}

/** Unnests the stored team mappings into `mapping_rows`. */
export async function stageMappings({
  transaction,
  workspaceId,
  inputId,
}: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table mapping_rows on commit drop as
     select ((c.chunk << 16) + r.place)::int as row_no, c.chunk, (r.place - 1)::int as place,
            r.line, r.team_external_id, r.member_external_id, r.subteam_external_id, r.is_member, r.is_manager
       from input_chunks c
      cross join lateral unnest(c.lines, c.external_ids, c.member_external_ids, c.subteam_external_ids, c.is_members,
              c.is_managers)
            with ordinality as r(line, team_external_id, member_external_id, subteam_external_id, is_member,
              is_manager, place)
      where c.workspace_id = ${Number(workspaceId)} and c.input_id = ${Number(inputId)} and c.section = 'teamMappings'`,
  );
}

/** Expands the flaws that reading found into `flaws`, by section and row. */
export async function stageFlaws({ transaction, workspaceId, inputId }: PlanScope): Promise<void> {
  await transaction.query(
    `create temp table flaws on commit drop as
     select c.section, c.chunk, (f.item ->> 'row')::int as place,
            g.flaw ->> 'type' as type, g.flaw ->> 'reason' as reason, g.flaw ->> 'column' as column_name,
            g.flaw ->> 'value' as value, coalesce((g.flaw ->> 'skips')::boolean, false) as skips
       from input_chunks c
      cross join lateral jsonb_array_elements(c.flaws) f(item)
      cross join lateral jsonb_array_elements(f.item -> 'flaws') g(flaw)
      where c.workspace_id = ${Number(workspaceId)} and c.input_id = ${Number(inputId)}`,
  );
}
