import type { SyncFilters } from "../../api/syncs.ts";
import { defineSearch, manyOf } from "../../url/search.ts";

/** The states that people choose from; "needs approval" is a phase for the server, and a state for everyone else. */
export const STATES = [
  "pending",
  "needs_approval",
  "completed",
  "approved",
  "rejected",
  "failed",
  "cancelled",
] as const;

export const syncsSearch = defineSearch({ status: manyOf(STATES) });

export type SyncsSearch = ReturnType<typeof syncsSearch.read>;

/** What to ask the server for, from what the address says. */
export function toFilters({ status = [] }: SyncsSearch): SyncFilters {
  // One filter must do for both: waiting syncs are pending ones, so that either alone narrows by phase.
  const wantsWaiting = status.includes("needs_approval");
  const wantsPending = status.includes("pending");
  const others = status.filter((it) => it !== "needs_approval");
  if (wantsWaiting && !wantsPending && others.length === 0) {
    return { status: ["pending"], phase: ["awaiting_approval"] };
  }
  if (wantsPending && !wantsWaiting && others.length === 1) {
    return { status: ["pending"], phase: ["queued", "reading", "planning", "applying"] };
  }
  const statuses = wantsWaiting && !wantsPending ? ["pending", ...others] : others;
  return statuses.length === 0 ? {} : { status: statuses };
}
