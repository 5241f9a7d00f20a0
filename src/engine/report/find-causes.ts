import { ISSUE_TYPES } from "../../contract/catalogue.ts";
import type { Database } from "../../db/database.ts";
import {
  type CauseRow,
  countCauses,
  findReasons,
  listEarlierSyncs,
} from "../../db/queries/read-causes.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import { isUnplanned } from "./report-reader.ts";

/** How far back the history of a cause is followed. */
const MOST_EARLIER_SYNCS = 25;

/** The issues of a report that have one type and reason, and since when syncs show them. */
export interface FoundCause extends CauseRow {
  newSinceLastSync: boolean;
  seenInSyncs: number;
}

/**
 * Groups a report's issues by root cause, most people first. A cause is followed back through the finished syncs of
 * the same source and mode until one did not have it.
 */
export async function findCauses(database: Database, sync: SyncRow): Promise<FoundCause[]> {
  const lastIssue = sync.plan?.ranges.findLast((range) => range.kind === "issue")?.last ?? 0;
  if (isUnplanned(sync) || lastIssue === 0) return [];
  const causes = await countCauses(database, sync.workspace_id, sync.id, lastIssue);
  const seen = await countEarlier(database, sync, causes);
  return causes
    .map((cause) => ({
      ...cause,
      newSinceLastSync: seen.hasEarlier && seen.times.get(cause) === 0,
      seenInSyncs: seen.times.get(cause) ?? 0,
    }))
    .sort(compareCauses);
}

async function countEarlier(
  database: Database,
  sync: SyncRow,
  causes: readonly CauseRow[],
): Promise<{ hasEarlier: boolean; times: Map<CauseRow, number> }> {
  const times = new Map(causes.map((cause) => [cause, 0]));
  const earlier = await listEarlierSyncs(
    database,
    {
      workspaceId: sync.workspace_id,
      sourceId: sync.source_id,
      mode: sync.mode,
      number: sync.number,
    },
    MOST_EARLIER_SYNCS,
  );
  let alive = [...causes];
  for (const { id, plan } of earlier) {
    const places = alive.flatMap((cause) => {
      const range = plan.ranges.find(({ type }) => type === cause.type);
      return range === undefined
        ? []
        : [{ cause, reason: cause.reason, first: range.first, last: range.last }];
    });
    if (places.length === 0) break;
    const found = await findReasons(database, sync.workspace_id, id, places);
    alive = places.filter((_, index) => found[index]).map(({ cause }) => cause);
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
