import type { Queryable } from "../database.ts";

/** One stored chunk of rows, as parallel arrays (migration 0001, input_chunks). */
export interface InputChunk {
  input_id: number;
  section: string;
  chunk: number;
  external_ids: (string | null)[];
  emails: (string | null)[] | null;
  manager_external_ids: (string | null)[] | null;
  manager_emails: (string | null)[] | null;
  member_external_ids: (string | null)[] | null;
}

/** Which chunks name one of the people, by external id or email; only those of sources' people and places. */
export async function readChunksNaming(
  transaction: Queryable,
  workspaceId: number,
  externalIds: readonly string[],
  emails: readonly string[],
): Promise<InputChunk[]> {
  const { rows } = await transaction.query<InputChunk>(
    `select input_id, section, chunk, external_ids, emails, manager_external_ids, manager_emails, member_external_ids
       from input_chunks
      where workspace_id = $1
        and ((section = 'members' and (external_ids && $2 or emails && $3
               or manager_external_ids && $2 or manager_emails && $3))
          or (section = 'teamMappings' and member_external_ids && $2))`,
    [workspaceId, externalIds, emails],
  );
  return rows;
}

/**
 * Takes rows out of a chunk, and out of others what they say of their Direct Manager. `rows` and `managers` are
 * places from 1. Flaws keep their row.
 */
export async function removeFromChunk(
  transaction: Queryable,
  workspaceId: number,
  chunk: Pick<InputChunk, "input_id" | "section" | "chunk">,
  rows: readonly number[],
  managers: readonly number[],
): Promise<void> {
  await transaction.query(
    `update input_chunks c
        set lines = kept.lines, external_ids = kept.external_ids,
            emails = case when c.emails is null then null else kept.emails end,
            profiles = case when c.profiles is null then null else kept.profiles end,
            manager_external_ids = case when c.manager_external_ids is null then null else kept.manager_external_ids end,
            manager_emails = case when c.manager_emails is null then null else kept.manager_emails end,
            managers_given = case when c.managers_given is null then null else kept.managers_given end,
            names = case when c.names is null then null else kept.names end,
            member_external_ids = case when c.member_external_ids is null then null else kept.member_external_ids end,
            subteam_external_ids = case when c.subteam_external_ids is null then null else kept.subteam_external_ids end,
            is_members = case when c.is_members is null then null else kept.is_members end,
            is_managers = case when c.is_managers is null then null else kept.is_managers end,
            flaws = (
              select coalesce(jsonb_agg(
                  flaw || jsonb_build_object('row', (flaw ->> 'row')::int
                    - (select count(*) from unnest($5::int[]) as gone where gone <= (flaw ->> 'row')::int))
                  order by place), '[]')
                from jsonb_array_elements(c.flaws) with ordinality as kept_flaw (flaw, place)
               where (flaw ->> 'row')::int + 1 <> all ($5::int[]))
       from (
         select coalesce(array_agg(line order by n), '{}') as lines,
                coalesce(array_agg(external_id order by n), '{}') as external_ids,
                coalesce(array_agg(email order by n), '{}') as emails,
                coalesce(array_agg(profile order by n), '{}') as profiles,
                coalesce(array_agg(case when n = any ($6::int[]) then null else manager_external_id end order by n), '{}') as manager_external_ids,
                coalesce(array_agg(case when n = any ($6::int[]) then null else manager_email end order by n), '{}') as manager_emails,
                coalesce(array_agg(manager_given and n <> all ($6::int[]) order by n), '{}') as managers_given,
                coalesce(array_agg(name order by n), '{}') as names,
                coalesce(array_agg(member_external_id order by n), '{}') as member_external_ids,
                coalesce(array_agg(subteam_external_id order by n), '{}') as subteam_external_ids,
                coalesce(array_agg(is_member order by n), '{}') as is_members,
                coalesce(array_agg(is_manager order by n), '{}') as is_managers
           from input_chunks i,
                unnest(i.lines, i.external_ids, i.emails, i.profiles, i.manager_external_ids, i.manager_emails,
                       i.managers_given, i.names, i.member_external_ids, i.subteam_external_ids, i.is_members, i.is_managers)
                with ordinality as r (line, external_id, email, profile, manager_external_id, manager_email,
                       manager_given, name, member_external_id, subteam_external_id, is_member, is_manager, n)
          where i.workspace_id = $1 and i.input_id = $2 and i.section = $3 and i.chunk = $4
            and n <> all ($5::int[])
       ) kept
      where c.workspace_id = $1 and c.input_id = $2 and c.section = $3 and c.chunk = $4`,
    [workspaceId, chunk.input_id, chunk.section, chunk.chunk, rows, managers],
  );
}
