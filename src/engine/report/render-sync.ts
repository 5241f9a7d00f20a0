import type { EntryType } from "../../contract/catalogue.ts";
import { formatId } from "../../contract/ids.ts";
import type { Sync } from "../../contract/sync.ts";
import { SECTIONS } from "../../core/input/rows.ts";
import {
  countRange,
  findAppliedRanges,
  isPartlyApplied,
  type StepOfType,
  type SyncState,
} from "../../core/report/ranges.ts";
import type { Queryable } from "../../db/database.ts";
import { readTypeSteps } from "../../db/queries/read-positions.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";

/** What outcomes follow from. */
export function stateOf(row: SyncRow): SyncState {
  return {
    status: row.status,
    phase: row.phase,
    dryRun: row.dry_run,
    mark: { step: row.applied_step, position: row.applied_position },
  };
}

/** The apply steps of each sync's types, by sync id; only runs that stopped, or are, half way need them. */
export async function readSteps(
  queryable: Queryable,
  workspaceId: number,
  rows: readonly SyncRow[],
): Promise<Map<number, StepOfType>> {
  const steps = new Map<number, Map<EntryType, number>>();
  const places = rows
    .filter((row) => isPartlyApplied(stateOf(row)))
    .flatMap((row) =>
      (row.plan?.ranges ?? []).map((range) => ({ syncId: row.id, position: range.first })),
    );
  if (places.length === 0) return steps;
  for (const found of await readTypeSteps(queryable, workspaceId, places)) {
    const ofSync = steps.get(found.sync_id) ?? new Map<EntryType, number>();
    ofSync.set(found.type, found.step);
    steps.set(found.sync_id, ofSync);
  }
  return steps;
}

/** Writes syncs as the contract shows them. */
export async function renderSyncs(
  queryable: Queryable,
  workspaceId: number,
  rows: readonly SyncRow[],
): Promise<Sync[]> {
  const steps = await readSteps(queryable, workspaceId, rows);
  return rows.map((row) => renderSync(row, steps.get(row.id) ?? new Map()));
}

function renderSync(row: SyncRow, steps: StepOfType): Sync {
  const id = formatId("sync", row.id);
  const self = `/api/v1/syncs/${id}`;
  return {
    id,
    number: row.number,
    status: row.status,
    phase: row.phase,
    dryRun: row.dry_run,
    mode: row.mode,
    source: {
      id: formatId("source", row.source_id),
      kind: row.source_kind,
      name: row.source_name,
    },
    input: renderInput(row),
    trigger: { kind: row.trigger_kind, actor: row.trigger_actor },
    progress: { done: row.progress_done, total: row.progress_total },
    updates: countUpdates(row, steps),
    issues: countIssues(row),
    thresholds: row.thresholds,
    hold: row.hold,
    decision: row.decision,
    failure:
      row.failure_code === null
        ? null
        : { code: row.failure_code, message: row.failure_message ?? "" },
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    plannedAt: row.planned_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    rerunOf: row.rerun_of === null ? null : formatId("sync", row.rerun_of),
    supersededBy: row.superseded_by === null ? null : formatId("sync", row.superseded_by),
    links: { self, entries: `${self}/entries`, report: `${self}/report.csv` },
  };
}

function renderInput(row: SyncRow): Sync["input"] {
  const { form, files, input_accepted_at: acceptedAt, input_kept_until: keptUntil } = row;
  const sections = SECTIONS.flatMap((section) => {
    const read = files?.[section];
    return read === undefined ? [] : [{ section, file: read.file, rows: read.rows }];
  });
  return {
    ...{ form, sections },
    ...{
      acceptedAt: acceptedAt?.toISOString() ?? null,
      keptUntil: keptUntil?.toISOString() ?? null,
    },
  };
}

/** `planned` counts every update of the plan, whatever became of it since. */
function countUpdates(row: SyncRow, steps: StepOfType): Sync["updates"] {
  const { total, byType } = countKind(row, "update");
  const covered =
    row.plan === null
      ? 0
      : findAppliedRanges(row.plan, stateOf(row), steps).reduce(
          (sum, range) => sum + countRange(range),
          0,
        );
  return {
    planned: total,
    applied: Math.max(0, covered - row.skipped_count),
    skipped: row.skipped_count,
    byType,
  };
}

/** `total` leaves out what is only information (domain rules, section 11); `byType` lists every issue. */
function countIssues(row: SyncRow): Sync["issues"] {
  const { total = 0, impactedUsers = 0, impactedTeams = 0 } = row.plan?.issues ?? {};
  const expected = Math.min(row.expected_issues, total);
  return { total, impactedUsers, impactedTeams, expected, byType: countKind(row, "issue").byType };
}

function countKind(
  row: SyncRow,
  kind: "issue" | "update",
): { total: number; byType: Record<string, number> } {
  const ranges = (row.plan?.ranges ?? []).filter((range) => range.kind === kind);
  return {
    total: ranges.reduce((sum, range) => sum + countRange(range), 0),
    byType: Object.fromEntries(ranges.map((range) => [range.type, countRange(range)])),
  };
}
