import type { Sync } from "./sync.ts";

/** What the working time of a sync follows from. */
export type SyncTimes = Pick<
  Sync,
  "status" | "phase" | "startedAt" | "plannedAt" | "finishedAt" | "decision"
>;

/**
 * How many milliseconds a sync was worked on, until `now` while it still is; the time that it waited for a decision is
 * left out, as it says nothing of the sync. `null` = not begun.
 */
export function workingTimeOf(sync: SyncTimes, now: number): number | null {
  const { status, phase, decision } = sync;
  const [started, planned, finished] = [sync.startedAt, sync.plannedAt, sync.finishedAt].map(
    (time) => (time === null ? null : Date.parse(time)),
  ) as [number | null, number | null, number | null];
  if (started === null) return null;
  const until = finished ?? now;
  if (planned === null) return Math.max(0, until - started);
  if (decision?.reason === "approved_by_person") {
    return planned - started + Math.max(0, until - Date.parse(decision.at));
  }
  const hasOnlyWaited =
    phase === "awaiting_approval" || status === "rejected" || status === "cancelled";
  return Math.max(0, (hasOnlyWaited ? planned : until) - started);
}
