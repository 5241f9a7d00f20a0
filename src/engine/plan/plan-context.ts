import type { ProvisioningSettings } from "../../contract/settings.ts";
import type { ExceededLimit } from "../../contract/sync.ts";
import type { Section } from "../../core/input/rows.ts";
import type { PlanSummary } from "../../core/report/plan-summary.ts";
import type { PlanScope } from "../../db/queries/plan/scope.ts";

/** Everything about the run and its workspace that planning depends on. */
export interface PlanContext extends PlanScope {
  settings: ProvisioningSettings;
  seatLimit: number | null;
  products: string[];
  defaultProduct: string | null;
  rows: Partial<Record<Section, number>>;
  directoryVersion: number;
  hasLocks: boolean;
}

export interface PlanResult {
  summary: PlanSummary;
  exceeded: ExceededLimit[];
  updates: number;
}
