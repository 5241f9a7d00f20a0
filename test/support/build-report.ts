import {
  type EntryType,
  ISSUE_TYPES,
  SUBJECT_OF,
  UPDATE_TYPES,
} from "../../src/contract/catalogue.ts";
import type { PlanRange, PlanSummary } from "../../src/core/report/plan-summary.ts";
import type { Queryable } from "../../src/db/database.ts";

/** What a made-up report looks like; everything but the number of entries has a default. */
export interface ReportRecipe {
  entries: number;
  status?: string;
  phase?: string;
  dryRun?: boolean;
  mode?: string;
  /** How far it is applied; a completed run without one is applied to its end. */
  mark?: { step: number; position: number };
  /** Every n-th applied update is skipped; 0 = none. */
  skipEvery?: number;
  /** Share of each type by weight; `evenly` by default. */
  weights?: Partial<Record<EntryType, number>>;
  createdAt?: string;
  triggerKind?: string;
}

export interface BuiltReport {
  workspaceId: number;
  sourceId: number;
  syncId: number;
  number: number;
  plan: PlanSummary;
}

/** The order in which updates are applied, on purpose another than report order. */
export const TEST_STEPS: Partial<Record<EntryType, number>> = {
  user_deactivated: 1,
  user_deleted: 2,
  user_linked: 3,
  user_updated: 4,
  user_created: 5,
  user_reactivated: 6,
  direct_manager_removed: 7,
  direct_manager_assigned: 8,
  team_deleted: 9,
  team_linked: 10,
  team_renamed: 11,
  team_created: 12,
  team_member_removed: 13,
  team_manager_removed: 13,
  team_member_added: 14,
  team_manager_assigned: 14,
  subteam_removed: 15,
  subteam_added: 16,
  user_invited: 17,
};

/** A first import of a large organisation: three updates a person and few issues. */
export const FIRST_IMPORT: Partial<Record<EntryType, number>> = {
  user_skipped: 10,
  manager_profile_missing: 10,
  invalid_value: 10,
  user_created: 1000,
  direct_manager_assigned: 990,
  team_created: 50,
  team_member_added: 1000,
  team_manager_assigned: 50,
  subteam_added: 40,
};

/** As many entries as there are types: an evenly made report has one of each. */
export const ONE_OF_EACH = ISSUE_TYPES.length + UPDATE_TYPES.length;

const REPORT_ORDER: EntryType[] = [...orderKind(ISSUE_TYPES), ...orderKind(UPDATE_TYPES)];

function orderKind(types: readonly EntryType[]): EntryType[] {
  return (["user", "team", null] as const).flatMap((subject) =>
    types.filter((type) => SUBJECT_OF[type] === subject),
  );
}

/** A workspace with an API source and a sensitive property, to hang reports on. */
export async function buildWorkspace(
  queryable: Queryable,
): Promise<{ workspaceId: number; sourceId: number }> {
  const workspace = await queryable.query<{ id: number }>(
    "insert into workspaces (name, products) values ('Northwind', '{Muster}') returning id",
  );
  const workspaceId = workspace.rows[0]!.id;
  const source = await queryable.query<{ id: number }>(
    "insert into sources (workspace_id, kind, name, active) values ($1, 'push', 'API push', true) returning id",
    [workspaceId],
  );
  await queryable.query(
    `insert into properties (workspace_id, key, label, type, sensitive, is_default, place) values
       ($1, 'department', 'Department', 'text', false, true, 1),
       ($1, 'salaryBand', 'Salary band', 'text', true, false, 12)`,
    [workspaceId],
  );
  return { workspaceId, sourceId: source.rows[0]!.id };
}

/** Inserts one sync with `recipe.entries` entries, their names and its plan, as the engine would have left them. */
export async function buildReport(
  queryable: Queryable,
  place: { workspaceId: number; sourceId: number },
  recipe: ReportRecipe,
): Promise<BuiltReport> {
  const plan = planOf(recipe);
  const sync = await insertSync(queryable, place, recipe, plan);
  const whole =
    recipe.status === undefined || recipe.status === "completed" || recipe.status === "approved";
  const mark =
    recipe.mark ??
    (whole && recipe.dryRun !== true ? { step: 32767, position: 0 } : { step: 0, position: 0 });
  await insertEntries(queryable, place.workspaceId, sync.id, plan);
  await queryable.query(
    `insert into entry_names (workspace_id, sync_id, chunk, names)
     select $1, $2, (position - 1) / 1000,
            string_agg(fold(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(external_id, '')
                || case when type = 'team_member_added' then ' ' || (after -> 'member' ->> 'name') else '' end),
              E'\\n' order by position)
     from entries where workspace_id = $1 and sync_id = $2
     group by (position - 1) / 1000 order by 3`,
    [place.workspaceId, sync.id],
  );
  await settle(queryable, place.workspaceId, sync.id, mark, recipe.skipEvery ?? 0);
  return { ...place, syncId: sync.id, number: sync.number, plan };
}

function planOf(recipe: ReportRecipe): PlanSummary {
  const weights = REPORT_ORDER.map((type) =>
    recipe.weights === undefined ? 1 : (recipe.weights[type] ?? 0),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const ranges: PlanRange[] = [];
  let before = 0;
  let done = 0;
  for (const [index, type] of REPORT_ORDER.entries()) {
    before += weights[index]!;
    const last = Math.round((before / all) * recipe.entries);
    const kind = (ISSUE_TYPES as readonly string[]).includes(type) ? "issue" : "update";
    if (last > done) ranges.push({ kind, subject: SUBJECT_OF[type], type, first: done + 1, last });
    done = last;
  }
  const total = ranges
    .filter((range) => range.kind === "issue")
    .reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    ranges,
    issues: { total, impactedUsers: total, impactedTeams: 0 },
    rows: { members: recipe.entries },
  };
}

async function insertSync(
  queryable: Queryable,
  place: { workspaceId: number; sourceId: number },
  recipe: ReportRecipe,
  plan: PlanSummary,
): Promise<{ id: number; number: number }> {
  const input = await queryable.query<{ id: number }>(
    `insert into inputs (workspace_id, source_id, form, summary, expires_at)
     values ($1, $2, 'csv', $3, now() + interval '30 days') returning id`,
    [
      ...[place.workspaceId, place.sourceId],
      JSON.stringify({
        sections: {
          members: { file: "people.csv", rows: 1 },
          teams: { file: "teams.csv", rows: 1 },
        },
      }),
    ],
  );
  const phase = recipe.phase ?? "done";
  const planned = !["queued", "reading", "planning"].includes(phase);
  const { rows } = await queryable.query<{ id: number; number: number }>(
    `insert into syncs (workspace_id, number, source_id, input_id, status, phase, mode, dry_run, form, trigger_kind,
       trigger_actor, plan, entry_count, created_at, started_at, planned_at, finished_at)
     values ($1, (select coalesce(max(number), 0) + 1 from syncs where workspace_id = $1), $2, $3, $4, $5, $6, $7, 'csv',
       $8, 'Payroll key', $9, $10, $11, $11, $11, case when $5 = 'done' then $11::timestamptz end)
     returning id, number`,
    [
      ...[
        place.workspaceId,
        place.sourceId,
        input.rows[0]!.id,
        recipe.status ?? "completed",
        phase,
      ],
      ...[recipe.mode ?? "full", recipe.dryRun ?? false, recipe.triggerKind ?? "api_key"],
      ...[planned ? JSON.stringify(plan) : null, planned ? recipe.entries : 0],
      recipe.createdAt ?? "2026-03-01T08:00:00Z",
    ],
  );
  return rows[0]!;
}

/** Made-up people and teams: names with accents that fold, a reason per issue, values per type. */
async function insertEntries(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  plan: PlanSummary,
) {
  for (const { kind, type, subject, first, last } of plan.ranges) {
    await queryable.query(
      `insert into entries (workspace_id, sync_id, position, step, type, reason, user_id, team_id, name, email,
         external_id, before, after, params, section, line)
       select $1, $2, $6 - 1 + row_number() over (order by fold(name), external_id, line), $3, $4, reason,
         case when $5 = 'user' and n % 7 <> 0 then n end, case when $5 = 'team' then n end,
         name, email, external_id,
         case
           when $4 = 'user_updated' then jsonb_build_object('jobTitle', 'Clerk', 'department', 'Sales', 'salaryBand', 'B2')
           when $4 = 'team_renamed' then jsonb_build_object('teamName', 'Old ' || name)
         end,
         case
           when $4 = 'user_created' then jsonb_build_object('email', email, 'firstName', given, 'lastName', family,
             'jobTitle', 'Analyst', 'department', 'Sales', 'productAssignations', jsonb_build_array('Muster'))
           when $4 = 'user_updated' then jsonb_build_object('jobTitle', null, 'department', 'Field sales', 'salaryBand', 'B3')
           when $4 = 'direct_manager_assigned' then jsonb_build_object('directManager', jsonb_build_object('id', n, 'name', family || ' ' || given))
           when $4 = 'team_renamed' then jsonb_build_object('teamName', name)
           when $4 = 'team_member_added' then jsonb_build_object('member', jsonb_build_object('id', n, 'name', given || ' ' || family,
             'email', given || n || '@example.com', 'externalId', 'E' || n))
         end,
         case when $8 = 'issue' then jsonb_build_object('value', 'x' || n, 'column', 'department', 'firstLine', 2) end,
         case when $8 = 'issue' or $4 = 'user_created' then case when $5 = 'team' then 'teams' else 'members' end end,
         case when $8 = 'issue' or $4 = 'user_created' then line end
       from (
         select n, given, family, n + 1 as line,
           case $5 when 'user' then given || ' ' || family when 'team' then family || ' team ' || n % 40 end as name,
           case $5 when 'user' then lower(family) || '.' || n || '@example.com' end as email,
           case $5 when 'user' then 'E' || n when 'team' then 'T' || n end as external_id,
           case when $8 = 'issue' then case n % 3 when 0 then 'invalid_email' when 1 then 'email_taken' else 'invalid_format' end end as reason
         from (
           select n,
             (array['Amélie','Aïcha','Zoé','Hiro','Liam','Marie','Noël','Olga','Paul','Ruth'])[1 + (n::bigint * 7919 % 1009) % 10] as given,
             (array['Roy','Côté','Tremblay','García','Kim','Müller','Okafor','Fortin','Nguyen','Smith','O''Neil','Łukasz'])[1 + (n::bigint * 104729 % 1013) % 12] as family
           from generate_series($6::int, $7::int) as n
         ) as people
       ) as subjects`,
      [
        workspaceId,
        syncId,
        kind === "issue" ? 0 : (TEST_STEPS[type] ?? 1),
        type,
        subject,
        first,
        last,
        kind,
      ],
    );
  }
}

/** Moves the applied mark, tells when each batch was applied, and skips what the recipe says. */
async function settle(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  mark: { step: number; position: number },
  skipEvery: number,
) {
  const covered = "step > 0 and (step < $3 or (step = $3 and position <= $4))";
  const place = [workspaceId, syncId, mark.step, mark.position];
  await queryable.query(
    `insert into applied_batches (workspace_id, sync_id, step, position, applied_at)
     select $1, $2, step, max(position), timestamptz '2026-03-01T09:00:00Z' + step * interval '1 minute'
     from entries where workspace_id = $1 and sync_id = $2 and ${covered}
     group by step, position / 5000`,
    place,
  );
  if (skipEvery > 0) {
    await queryable.query(
      `update entries set skipped = 'changed_since_review'
       where workspace_id = $1 and sync_id = $2 and ${covered} and position % $5 = 0`,
      [...place, skipEvery],
    );
  }
  await queryable.query(
    `update syncs set applied_step = $3, applied_position = $4,
       skipped_count = (select count(*) from entries where workspace_id = $1 and sync_id = $2 and skipped is not null)
     where workspace_id = $1 and id = $2`,
    place,
  );
}
