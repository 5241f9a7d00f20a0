import type { PlanScope } from "./scope.ts";

/**
 * Fills `manager_plan`: what each sound row says about the Direct Manager, looked up among people as they will be
 * after the run. `problem` = why it can't be done; then the present manager stays (domain rules, sections 6 and 11).
 */
export async function matchManagers(scope: PlanScope): Promise<void> {
  const workspace = Number(scope.workspaceId);
  const source = Number(scope.sourceId);
  // Of most rows of most pushes the manager stays: those are set aside before anything is looked up.
  await scope.transaction.query(
    `create temp table manager_refs on commit drop as
     select m.row_no, m.line, m.user_id, m.action = 'create' as is_new, m.manager_external_id as ref_id,
            case when m.manager_external_id is null then m.manager_email end as ref_email, l.manager_id as current_id
       from member_plan m
       left join direct_managers l on l.workspace_id = ${workspace} and l.user_id = m.user_id
       left join people current on current.id = l.manager_id and not current.leaves and current.id <> m.user_id
      where m.skip_type is null and m.manager_given
        and current.external_id = m.manager_external_id is not true
        and (m.manager_external_id is not null or m.manager_email is not null or l.manager_id is not null)`,
  );
  await scope.transaction.query(
    `create temp table manager_plan on commit drop as
     with skipped_ids as (
       select distinct on (external_id) external_id, row_no from member_plan
        where skip_type is not null and external_id is not null order by external_id, row_no
     ), skipped_emails as (
       -- The address that the row brought: who has another one locked is skipped under that, and named by this.
       select distinct on (r.email) r.email, m.row_no from member_plan m join member_rows r on r.row_no = m.row_no
        where m.skip_type is not null and r.email is not null
          and exists (select from manager_refs where ref_email is not null)
        order by r.email, m.row_no
     )
     select r.*, coalesce(by_id.id, by_email.id) as target_id,
            case when r.ref_id is null and r.ref_email is null then null
                 when by_id.id is not null and not by_id.leaves or by_email.id is not null and not by_email.leaves
                   then case when coalesce(by_id.id, by_email.id) = r.user_id then 'self' end
                 when by_id.id is not null and not by_id.gone or by_email.id is not null then 'leaves'
                 when coalesce(si.row_no, se.row_no) is not null then 'skipped_manager'
                 when by_id.gone or gone_email.id is not null or tomb.id is not null then 'leaves'
                 else 'unknown_manager' end as problem,
            coalesce(si.row_no, se.row_no) as cause_row
       from manager_refs r
       left join people by_id on by_id.external_id = r.ref_id
       left join (select * from people where exists (select from manager_refs where ref_email is not null)) by_email
            on by_email.email = r.ref_email and not by_email.gone
       left join people gone_email on gone_email.email = r.ref_email and gone_email.gone
       left join users tomb on tomb.workspace_id = ${workspace} and tomb.source_id = ${source}
            and tomb.external_id = r.ref_id and tomb.state = 'deleted'
       left join skipped_ids si on si.external_id = r.ref_id
       left join skipped_emails se on se.email = r.ref_email`,
  );
}

/**
 * Fills `manager_changes`: lines that end or begin. A line to somebody who is deleted in this run goes with the
 * deletion: it needs no entry of its own (section 11).
 */
export async function findManagerChanges({
  transaction,
}: PlanScope): Promise<{ assigns: boolean; hasProblems: boolean }> {
  await transaction.query(
    `create temp table manager_changes on commit drop as
     select p.row_no, p.line, p.user_id, p.is_new, p.current_id, p.target_id
       from manager_plan p
       left join people gone on gone.id = p.current_id and gone.gone
      where p.problem is null
        and (p.target_id is not null and p.target_id is distinct from p.current_id
          or p.target_id is null and p.current_id is not null and gone.id is null)`,
  );
  const { rows } = await transaction.query<{ assigns: boolean; hasProblems: boolean }>(
    `select exists (select from manager_changes where target_id is not null) as assigns,
            exists (select from manager_plan where problem is not null) as "hasProblems"`,
  );
  return rows[0]!;
}

/** The lines before and after the run, each as indexes into `lines` (-1 = nobody). */
export async function readManagerLines({
  transaction,
  workspaceId,
}: PlanScope): Promise<{ before: Int32Array; after: Int32Array }> {
  await transaction.query(
    `create temp table lines on commit drop as
     select (row_number() over (order by p.row_no nulls last, p.id) - 1)::int as no, p.id, l.manager_id as old_id,
            case when c.user_id is not null then c.target_id else l.manager_id end as new_id
       from people p
       left join direct_managers l on l.workspace_id = ${Number(workspaceId)} and l.user_id = p.id
       left join manager_changes c on c.user_id = p.id
      where not p.gone`,
  );
  const { rows } = await transaction.query<{ before: string | null; after: string | null }>(
    `select string_agg(coalesce(o.no, -1)::text, ',' order by l.no) as before,
            string_agg(coalesce(n.no, -1)::text, ',' order by l.no) as after
       from lines l left join lines o on o.id = l.old_id left join lines n on n.id = l.new_id`,
  );
  return { before: parseLines(rows[0]?.before), after: parseLines(rows[0]?.after) };
}

function parseLines(text: string | null | undefined): Int32Array {
  return text === null || text === undefined
    ? new Int32Array()
    : Int32Array.from(text.split(","), Number);
}

/** Takes the refused assignments out of `manager_changes` and keeps each ring's names in order in `manager_rings`. */
export async function refuseManagerRings(
  { transaction }: PlanScope,
  rings: number[][],
  refused: number[],
): Promise<void> {
  await transaction.query(
    "create temp table manager_rings (no int primary key, ring int, place int) on commit drop",
  );
  if (rings.length === 0) return;
  await transaction.query(
    "insert into manager_rings select * from unnest($1::int[], $2::int[], $3::int[]) on conflict do nothing",
    [
      rings.flat(),
      rings.flatMap((ring, at) => ring.map(() => at)),
      rings.flatMap((ring) => ring.map((_, place) => place)),
    ],
  );
  await transaction.query(
    "delete from manager_changes c using lines l where l.no = any($1::int[]) and c.user_id = l.id",
    [refused],
  );
}
