import { BACKTEST_SYNCS, type Backtest } from "../contract/backtest.ts";
import { formatId } from "../contract/ids.ts";
import { type ProvisioningSettings, withDefaults } from "../contract/settings.ts";
import { findExceededLimits } from "../core/plan/check-limits.ts";
import type { Database } from "../db/database.ts";
import { listCountedPlans } from "../db/queries/read-plans.ts";
import { readWorkspace } from "../db/queries/workspaces.ts";

type Thresholds = ProvisioningSettings["thresholds"];

/** Which of the last syncs of the active source these limits would have held; those not given are as they are set. */
export async function backtestLimits(
  database: Database,
  workspaceId: number,
  wanted: Partial<Thresholds>,
): Promise<Backtest> {
  const { settings } = await readWorkspace(database, workspaceId);
  const thresholds = { ...withDefaults(settings).thresholds, ...wanted };
  const plans = await listCountedPlans(database, workspaceId, BACKTEST_SYNCS);
  const items = plans.map((plan) => ({
    sync: {
      id: formatId("sync", plan.id),
      number: plan.number,
      createdAt: plan.created_at.toISOString(),
      status: plan.status,
    },
    waited: plan.waited,
    exceeded: findExceededLimits(plan.counts, thresholds),
  }));
  return {
    considered: items.length,
    held: items.filter(({ exceeded }) => exceeded.length > 0).length,
    items,
  };
}
