import type { Queryable } from "../database.ts";

/** One row of a stored input, as it was read. */
export interface InputRecord {
  external_id: string | null;
  email: string | null;
  /** JSON: values by property key. */
  profile: string | null;
  manager_given: boolean | null;
  manager_external_id: string | null;
  manager_email: string | null;
  name: string | null;
  member_external_id: string | null;
  subteam_external_id: string | null;
  is_member: boolean | null;
  is_manager: boolean | null;
}

/**
 * The row at a line of a section; `null` once it is kept no longer, or was erased. Chunks stand in the order of the
 * lines, so the last one that begins at or before the line has it.
 */
export async function readInputRecord(
  queryable: Queryable,
  workspaceId: number,
  inputId: number,
  place: { section: string; line: number },
): Promise<InputRecord | null> {
  const { rows } = await queryable.query<InputRecord>(
    `select external_ids[n] as external_id, emails[n] as email, profiles[n]::text as profile,
            managers_given[n] as manager_given, manager_external_ids[n] as manager_external_id,
            manager_emails[n] as manager_email, names[n] as name, member_external_ids[n] as member_external_id,
            subteam_external_ids[n] as subteam_external_id, is_members[n] as is_member, is_managers[n] as is_manager
       from (select c.*, array_position(c.lines, $4::int) as n from input_chunks c
              where c.workspace_id = $1 and c.input_id = $2 and c.section = $3 and c.lines[1] <= $4
              order by c.chunk desc limit 1) chunk
      where n is not null`,
    [workspaceId, inputId, place.section, place.line],
  );
  return rows[0] ?? null;
}
