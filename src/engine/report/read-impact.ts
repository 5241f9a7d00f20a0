import { formatId } from "../../contract/ids.ts";
import type { SyncImpact } from "../../contract/sync-impact.ts";
import { countRemovals } from "../../core/report/count-removals.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import { readRecentRemovals } from "../../db/queries/read-plans.ts";
import type { SyncRow } from "../../db/queries/read-syncs.ts";
import type { ReportReader } from "./report-reader.ts";

const DAYS = 90;

/** What letting a sync through would do, beside what is usual. */
export async function readImpact(reader: ReportReader, sync: SyncRow): Promise<SyncImpact> {
  const { users, teams } = countRemovals(sync.plan);
  const { syncs, removed, most } = await readRecentRemovals(
    reader.database,
    sync.workspace_id,
    { sourceId: sync.source_id, exceptId: sync.id },
    DAYS,
  );
  const { moved, unfit } = await reader.unfit.find(sync);
  return {
    removals: { users, teams, total: users + teams, shares: listShares(sync.plan) },
    last90Days: {
      syncs,
      users: removed,
      most:
        most === null
          ? null
          : { id: formatId("sync", most.id), number: most.number, users: most.users },
    },
    directory: { moved, unfit: unfit?.length ?? null },
  };
}

function listShares(plan: PlanSummary | null): SyncImpact["removals"]["shares"] {
  return Object.entries(plan?.counts?.removals ?? {})
    .filter(([, { planned }]) => planned > 0)
    .map(([kind, { planned, base }]) => ({ kind, planned, base }));
}
