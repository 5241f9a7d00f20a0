import { TREND_MOST, type Trend } from "../../contract/report-queries.ts";
import { badgeOf } from "../../contract/sync-badge.ts";
import type { Database } from "../../db/database.ts";
import { listSyncs } from "../../db/queries/read-syncs.ts";
import { renderSyncs } from "./render-sync.ts";

/** What the syncs of a span of time came to, one by one and summed up. */
export async function readTrend(
  database: Database,
  workspaceId: number,
  span: { from: Date; before: Date },
  most = TREND_MOST,
): Promise<Trend> {
  const rows = await listSyncs(database, workspaceId, span, null, most + 1);
  const syncs = await renderSyncs(database, workspaceId, rows.slice(0, most).reverse());
  const items = syncs.map((sync) => ({
    id: sync.id,
    number: sync.number,
    createdAt: sync.createdAt,
    badge: badgeOf(sync),
    dryRun: sync.dryRun,
    updates: { planned: sync.updates.planned, applied: sync.updates.applied },
    issues: sync.issues.total - sync.issues.expected,
  }));
  const sum = (count: (item: (typeof items)[number]) => number) =>
    items.reduce((total, item) => total + count(item), 0);
  return {
    from: span.from.toISOString(),
    to: span.before.toISOString(),
    syncs: items.length,
    updates: sum(({ updates }) => updates.applied),
    issues: sum(({ issues }) => issues),
    failed: sum(({ badge }) => (badge === "failed" ? 1 : 0)),
    items,
    truncated: rows.length > most,
  };
}
