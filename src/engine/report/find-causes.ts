import { ISSUE_TYPES, isInformation } from "../../contract/catalogue.ts";
import type { Queryable } from "../../db/database.ts";
import { listExpectedCauses } from "../../db/queries/cause-marks.ts";
import {
  type CauseRow,
  countCauses,
  type EarlierSync,
  findReasons,
  listEarlierSyncs,
  listLaterSyncs,
} from "../../db/queries/read-causes.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import { isUnplanned, lastIssueOf } from "./report-reader.ts";

/** How far the history of a cause is followed, back and forth. */
const MOST_SYNCS = 25;

/** The issues of a report that have one type and reason, and since when syncs show them. */
export interface FoundCause extends CauseRow {
  newSinceLastSync: boolean;
  seenInSyncs: number;
  /** The first issue of it whose row of the input can be seen. */
  sourceRow: number | null;
  /** The first comparable sync since that did not have it. */
  fixedIn: { id: number; number: number; finishedAt: Date } | null;
  expected: { by: string; at: Date } | null;
}

/**
 * Groups a report's issues by root cause, most people first. A cause is followed back through the finished syncs of
 * the same source and mode until one did not have it.
 */
export async function findCauses(queryable: Queryable, sync: SyncRow): Promise<FoundCause[]> {
  const lastIssue = lastIssueOf(sync);
  if (isUnplanned(sync) || lastIssue === 0) return [];
  const causes = await countCauses(queryable, sync.workspace_id, sync.id, lastIssue);
  const seen = await countEarlier(queryable, sync, causes);
  const fixed = await findFixes(queryable, sync, causes);
  const marks = await listExpectedCauses(queryable, sync.workspace_id, sync.id, lastIssue);
  return causes
    .map((cause) => {
      const mark = marks.find(({ type, reason }) => type === cause.type && reason === cause.reason);
      return {
        ...cause,
        newSinceLastSync: seen.hasEarlier && seen.times.get(cause) === 0,
        seenInSyncs: seen.times.get(cause) ?? 0,
        sourceRow: sync.input_kept_until === null ? null : cause.first_with_row,
        fixedIn: fixed.get(cause) ?? null,
        expected: mark === undefined ? null : { by: mark.marked_by, at: mark.marked_at },
      };
    })
    .sort(compareCauses);
}

/**
 * The causes of a report that the last comparable sync did not have, most people first: those that are
 * `newSinceLastSync`, without what only informs and what somebody expects.
 */
export async function findNewCauses(queryable: Queryable, sync: SyncRow): Promise<CauseRow[]> {
  const lastIssue = lastIssueOf(sync);
  if (isUnplanned(sync) || lastIssue === 0) return [];
  const [last] = await listEarlierSyncs(queryable, comparableTo(sync), 1);
  if (last === undefined) return [];
  const { workspace_id: workspaceId } = sync;
  const causes = await countCauses(queryable, workspaceId, sync.id, lastIssue);
  const known = await keepThoseIn(queryable, workspaceId, last, causes);
  const marks = await listExpectedCauses(queryable, workspaceId, sync.id, lastIssue);
  const isExpected = (cause: CauseRow) =>
    marks.some(({ type, reason }) => type === cause.type && reason === cause.reason);
  return causes
    .filter((cause) => !known.includes(cause) && !isExpected(cause))
    .filter(({ type, reason }) => !isInformation(type, reason))
    .sort(compareCauses);
}

/** The syncs that a cause can be followed through: runs of the same source and mode. */
function comparableTo(sync: SyncRow) {
  return {
    workspaceId: sync.workspace_id,
    sourceId: sync.source_id,
    mode: sync.mode,
    number: sync.number,
  };
}

/** For each cause that a later sync did not have, the first such sync. */
async function findFixes(
  queryable: Queryable,
  sync: SyncRow,
  causes: readonly CauseRow[],
): Promise<Map<CauseRow, FoundCause["fixedIn"]>> {
  const fixes = new Map<CauseRow, FoundCause["fixedIn"]>();
  let alive = [...causes];
  for (const later of await listLaterSyncs(queryable, comparableTo(sync), MOST_SYNCS)) {
    if (alive.length === 0) break;
    const still = await keepThoseIn(queryable, sync.workspace_id, later, alive);
    const { id, number, finished_at: finishedAt } = later;
    for (const cause of alive) {
      if (!still.includes(cause)) fixes.set(cause, { id, number, finishedAt });
    }
    alive = still;
  }
  return fixes;
}

/** The causes that a sync has too. */
async function keepThoseIn(
  queryable: Queryable,
  workspaceId: number,
  { id, plan }: EarlierSync,
  causes: readonly CauseRow[],
): Promise<CauseRow[]> {
  // One type may stand in several ranges: about users, and about teams.
  const places = causes.flatMap((cause) =>
    plan.ranges
      .filter(({ type }) => type === cause.type)
      .map(({ first, last }) => ({ cause, reason: cause.reason, first, last })),
  );
  if (places.length === 0) return [];
  const found = await findReasons(queryable, workspaceId, id, places);
  const has = new Set(places.filter((_, index) => found[index]).map(({ cause }) => cause));
  return causes.filter((cause) => has.has(cause));
}

async function countEarlier(
  queryable: Queryable,
  sync: SyncRow,
  causes: readonly CauseRow[],
): Promise<{ hasEarlier: boolean; times: Map<CauseRow, number> }> {
  const times = new Map(causes.map((cause) => [cause, 0]));
  const earlier = await listEarlierSyncs(queryable, comparableTo(sync), MOST_SYNCS);
  let alive = [...causes];
  for (const each of earlier) {
    if (alive.length === 0) break;
    alive = await keepThoseIn(queryable, sync.workspace_id, each, alive);
    for (const cause of alive) times.set(cause, (times.get(cause) ?? 0) + 1);
  }
  return { hasEarlier: earlier.length > 0, times };
}

function compareCauses(a: CauseRow, b: CauseRow): number {
  return (
    b.impacted_users - a.impacted_users ||
    b.impacted_teams - a.impacted_teams ||
    b.count - a.count ||
    order(a.type) - order(b.type) ||
    (a.reason ?? "").localeCompare(b.reason ?? "", "en")
  );
}

function order(type: string): number {
  return (ISSUE_TYPES as readonly string[]).indexOf(type);
}
