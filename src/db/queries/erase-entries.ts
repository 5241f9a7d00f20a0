import type { JsonRecord } from "../../core/privacy/scrub.ts";
import type { Queryable } from "../database.ts";

/** What of an entry may tell who somebody is. */
export interface PersonalEntry {
  sync_id: number;
  position: number;
  type: string;
  user_id: number | null;
  name: string | null;
  email: string | null;
  external_id: string | null;
  section: string | null;
  before: JsonRecord | null;
  after: JsonRecord | null;
  params: JsonRecord | null;
}

const COLUMNS = `e.sync_id, e.position, e.type, e.user_id, e.name, e.email, e.external_id, e.section,
  e.before, e.after, e.params`;

/** Entries that have one of the users as their subject or at the other end. */
export async function readEntriesOfUsers(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<PersonalEntry[]> {
  const { rows } = await transaction.query<PersonalEntry>(
    `select ${COLUMNS} from entries e where e.workspace_id = $1 and e.user_id = any ($2::bigint[])`,
    [workspaceId, userIds],
  );
  return rows;
}

/**
 * Entries about others that may name one of the people. Only types that name others are looked at, each one range of
 * positions by the plan; the many links by the id of their other end alone, the few issues and deletions by any of the
 * `needles` (names, emails and external ids, as JSON writes them, folded by `lower`).
 */
export async function readEntriesNaming(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
  needles: readonly string[],
): Promise<PersonalEntry[]> {
  const { rows } = await transaction.query<PersonalEntry>(
    `select ${COLUMNS}
       from syncs s
       cross join lateral jsonb_to_recordset(s.plan -> 'ranges')
         as range (kind text, type text, first integer, last integer)
       join entries e on e.workspace_id = $1 and e.sync_id = s.id and e.position between range.first and range.last
      where s.workspace_id = $1
        and (range.kind = 'issue' or range.type in
          ('direct_manager_assigned', 'direct_manager_removed', 'user_deleted', 'team_deleted', 'team_member_added',
           'team_member_removed', 'team_manager_assigned', 'team_manager_removed'))
        and (e.user_id is null or e.user_id <> all ($2::bigint[]))
        and (concat(e.before, e.after, e.params) ~ $3
          or ((range.kind = 'issue' or range.type in ('user_deleted', 'team_deleted')) and exists (
            -- "offset 0" keeps the text from being made anew for every needle.
            select from (
              select lower(concat_ws(' ', e.name, e.email, e.external_id, e.before, e.after, e.params)) as text offset 0
            ) entry
            where exists (select from unnest($4::text[]) as needle where strpos(entry.text, lower(needle)) > 0))))`,
    [workspaceId, userIds, `"id": "?(usr_)?(${userIds.join("|")})"?[,}]`, needles],
  );
  return rows;
}

/** Writes scrubbed entries back. */
export async function writeScrubbedEntries(
  transaction: Queryable,
  workspaceId: number,
  entries: readonly PersonalEntry[],
): Promise<void> {
  await transaction.query(
    `update entries e
        set name = s.name, email = s.email, external_id = s.external_id,
            before = s.before, after = s.after, params = s.params
       from jsonb_to_recordset($2::jsonb) as s
         (sync_id bigint, position integer, name text, email text, external_id text, before jsonb, after jsonb, params jsonb)
      where e.workspace_id = $1 and e.sync_id = s.sync_id and e.position = s.position`,
    [workspaceId, JSON.stringify(entries)],
  );
}

/** Entries a row of `entry_names`, one line each (migration 0001). */
const CHUNK_ENTRIES = 1000;

/** Puts these lines, folded, in the place of the entries' search lines. */
export async function replaceNameLines(
  transaction: Queryable,
  workspaceId: number,
  lines: readonly { sync_id: number; position: number; line: string }[],
): Promise<void> {
  await transaction.query(
    `with replaced as (
       select sync_id, position, (position - 1) / $5 as chunk, fold(line) as line
         from unnest($2::bigint[], $3::int[], $4::text[]) as given (sync_id, position, line)
     )
     update entry_names n
        set names = rewritten.names
       from (
         select old.sync_id, old.chunk, string_agg(coalesce(replaced.line, kept.text), E'\\n' order by kept.number) as names
           from entry_names old
          cross join lateral string_to_table(old.names, E'\\n') with ordinality as kept (text, number)
           left join replaced on replaced.sync_id = old.sync_id and replaced.position = old.chunk * $5 + kept.number
          where old.workspace_id = $1 and (old.sync_id, old.chunk) in (select sync_id, chunk from replaced)
          group by old.sync_id, old.chunk
       ) rewritten
      where n.workspace_id = $1 and n.sync_id = rewritten.sync_id and n.chunk = rewritten.chunk`,
    [
      workspaceId,
      lines.map((each) => each.sync_id),
      lines.map((each) => each.position),
      lines.map((each) => each.line),
      CHUNK_ENTRIES,
    ],
  );
}
