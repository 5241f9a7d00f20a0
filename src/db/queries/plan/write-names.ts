import type { PlanScope } from "./scope.ts";

/** Entries a row of `entry_names`, one line each (migration 0001). */
export const NAMES_ENTRIES = 1000;

interface NameRange {
  first: number;
  last: number;
  /** New people's names need not be folded again for each of their entries. */
  sortNames: boolean;
}

/** Rows of `chunk, position, line`: what each entry of a range is found by. */
function selectLines(sortNames: boolean): string {
  const folded = (name: string) =>
    sortNames
      ? `case when p.name = e.${name} then coalesce(p.sort_name, fold(p.name)) else fold(e.${name}) end`
      : `fold(e.${name})`;
  return `
    select e.chunk, e.position, replace(
             -- What is plain has little to fold: mostly only the names are not.
             case when octet_length(e.names) = length(e.names) then lower(e.names collate "C")
                  else concat_ws(' ', ${folded("name")}, fold(e.email), fold(e.external_id), ${folded("other")})
             end, E'\\n', ' ') as line
      from (select *, concat_ws(' ', name, email, external_id, other) as names
              from (select (position - 1) / ${NAMES_ENTRIES} as chunk, position, user_id, name, email, external_id,
                           case when step > 0 and user_id is not null and team_id is not null
                                then coalesce(after -> 'member', before -> 'member', after -> 'manager', before -> 'manager') ->> 'name'
                           end as other
                      from entries where workspace_id = $1 and sync_id = $2 and position between $3 and $4 offset 0) e offset 0) e
      ${sortNames ? "left join people p on p.id = e.user_id" : ""}`;
}

/**
 * Makes the search text of a range of the report: a thousand entries a row, a line each. `before` = the lines of the
 * first row that another transaction has written the entries of; `null` = none.
 */
export async function writeEntryNames(
  { transaction, workspaceId, syncId }: PlanScope,
  { first, last, sortNames }: NameRange,
  before: string | null,
): Promise<void> {
  if (last < first) return;
  await transaction.query(
    `insert into entry_names (workspace_id, sync_id, chunk, names)
     select $1, $2, chunk,
            case when chunk = ($3::int - 1) / ${NAMES_ENTRIES} and $5::text is not null then $5 || E'\\n' else '' end
              || string_agg(line, E'\\n')
       from (${selectLines(sortNames)} order by e.chunk, e.position) lines
      group by chunk`,
    [workspaceId, syncId, first, last, before],
  );
}

/** The lines of a range that is less than a row; `null` = it is empty. */
export async function readNameLines(
  { transaction, workspaceId, syncId }: PlanScope,
  { first, last, sortNames }: NameRange,
): Promise<string | null> {
  if (last < first) return null;
  const { rows } = await transaction.query<{ names: string }>(
    `select string_agg(line, E'\\n' order by position) as names from (${selectLines(sortNames)}) lines`,
    [workspaceId, syncId, first, last],
  );
  return rows[0]!.names;
}
