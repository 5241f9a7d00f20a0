import { type ProvisioningSettings, withDefaults } from "../../../contract/settings.ts";
import type { ExceededLimit } from "../../../contract/sync.ts";
import type { InputSummary, Section } from "../../../core/input/rows.ts";
import type { PlanSummary } from "../../../core/report/plan-summary.ts";
import type { Queryable } from "../../database.ts";
import type { PlanScope } from "./scope.ts";

interface OpenedPlan extends PlanScope {
  settings: ProvisioningSettings;
  seatLimit: number | null;
  products: string[];
  defaultProduct: string | null;
  rows: Partial<Record<Section, number>>;
  /** How often the directory had been changed when the plan looked at it. */
  directoryVersion: number;
  /** Whether some value of some user is locked against syncs. */
  hasLocks: boolean;
}

/**
 * Keeps a plan's temporary tables in memory, which is taken as it is used. Can only be set before the first temporary
 * table of a session; a session that came from a pooler may have had one, and then plans with less.
 */
const ROOM_FOR_TABLES =
  "do $$ begin set temp_buffers = '128MB'; exception when others then null; end $$";

/** How every transaction of a plan works. Comes behind what chooses its view. */
async function preferWholeSets(transaction: Queryable): Promise<void> {
  await transaction.query(ROOM_FOR_TABLES);
  await transaction.query("set local work_mem = '128MB'");
  await transaction.query("set local jit = off");
  // A plan that a failing machine loses is made again; whoever tells of it waits for the disk.
  await transaction.query("set local synchronous_commit = off");
  // Every statement here looks at whole sets, so all joins are by hash: the server knows nothing of tables that were
  // just filled, and analysing and indexing them would cost more than it saves.
  await transaction.query("set local enable_nestloop = off");
  await transaction.query("set local enable_mergejoin = off");
  // In the order of an index, rows are read from all over their table.
  await transaction.query("set local enable_indexscan = off");
}

/** Removes what an earlier attempt at the plan has left, before anything is written in its place. */
export async function clearPlan(
  queryable: Queryable,
  request: { workspaceId: number; syncId: number; owner: string },
): Promise<void> {
  await queryable.query(
    `with held as (
       select id from syncs where workspace_id = $1 and id = $2 and lease_owner = $3 and planned_at is null
     ), names as (
       delete from entry_names n using held where n.workspace_id = $1 and n.sync_id = held.id
     )
     delete from entries e using held where e.workspace_id = $1 and e.sync_id = held.id`,
    [request.workspaceId, request.syncId, request.owner],
  );
}

/** Has a second transaction look at the directory as this one does; both must be open. */
export async function shareView(first: Queryable, second: Queryable): Promise<void> {
  const { rows } = await first.query<{ name: string }>("select pg_export_snapshot() as name");
  const { name } = rows[0]!;
  if (!/^[0-9A-Fa-f-]+$/.test(name)) throw new Error(`Not the name of a snapshot: ${name}`);
  await second.query("set transaction isolation level repeatable read");
  await second.query(`set transaction snapshot '${name}'`);
  await preferWholeSets(second);
}

/**
 * Takes the run for planning: one view of the directory for all statements, the sync's row locked to the end (not its
 * key: what refers to it may be written beside).
 * `null` = the lease is not `owner`'s any more.
 */
export async function openPlan(
  transaction: Queryable,
  request: { workspaceId: number; syncId: number; owner: string },
): Promise<OpenedPlan | null> {
  await transaction.query("set transaction isolation level repeatable read");
  await preferWholeSets(transaction);
  const { rows } = await transaction.query<{
    source_id: number;
    input_id: number;
    mode: string;
    settings: Partial<ProvisioningSettings> | null;
    seat_limit: number | null;
    products: string[];
    default_product: string | null;
    summary: InputSummary;
    directory_version: number;
    has_locks: boolean;
  }>(
    `select s.source_id, s.input_id, s.mode, s.settings, w.seat_limit, w.products, w.default_product, w.directory_version,
            i.summary, exists (select from value_locks where workspace_id = $1) as has_locks
       from syncs s
       join workspaces w on w.id = s.workspace_id
       join inputs i on i.workspace_id = s.workspace_id and i.id = s.input_id
      where s.workspace_id = $1 and s.id = $2 and s.lease_owner = $3
        for no key update of s`,
    [request.workspaceId, request.syncId, request.owner],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const sections = Object.entries(row.summary.sections) as [Section, { rows: number }][];
  return {
    transaction,
    workspaceId: request.workspaceId,
    syncId: request.syncId,
    sourceId: row.source_id,
    inputId: row.input_id,
    removesAbsent: row.mode === "full",
    settings: withDefaults(row.settings ?? {}),
    seatLimit: row.seat_limit,
    products: row.products,
    defaultProduct: row.default_product,
    directoryVersion: row.directory_version,
    hasLocks: row.has_locks,
    rows: Object.fromEntries(sections.map(([section, { rows: count }]) => [section, count])),
  };
}

/** Stores the plan's table of contents with it; from here on it is pinned. */
export async function storePlan(
  scope: PlanScope & { directoryVersion: number },
  summary: PlanSummary,
  exceeded: ExceededLimit[],
  entryCount: number,
  updates: number,
): Promise<void> {
  await scope.transaction.query(
    `update syncs set plan = $3, thresholds = $4, entry_count = $5, planned_at = clock_timestamp(),
            applied_step = 0, applied_position = 0, skipped_count = 0, progress_done = 0, progress_total = $6,
            directory_version = $7
      where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      scope.syncId,
      JSON.stringify(summary),
      JSON.stringify(exceeded),
      entryCount,
      updates,
      scope.directoryVersion,
    ],
  );
}
