import type { Queryable } from "../../database.ts";

/**
 * What every planning statement is bounded by. The tables of a plan are temporary: each transaction has its own, gone
 * when it ends.
 */
export interface PlanScope {
  transaction: Queryable;
  workspaceId: number;
  syncId: number;
  sourceId: number;
  inputId: number;
  /** Whether what is not named is removed (mode `full`). */
  removesAbsent: boolean;
}
