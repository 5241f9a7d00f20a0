import type { SyncActivity } from "../../../api/decisions.ts";
import type { Sync } from "../../../api/syncs.ts";

type Item = SyncActivity["items"][number];

/** One thing that happened to a sync: what somebody did, or a step of the sync itself. */
export type SyncEvent = { at: string; key: string } & (
  | { step: "planReady" | "finished" }
  | { item: Item }
);

/** What people did and the steps of the sync between, newest first. */
export function listEvents(
  { status, plannedAt, finishedAt }: Pick<Sync, "status" | "plannedAt" | "finishedAt">,
  items: readonly Item[],
): SyncEvent[] {
  // Refusing or cancelling it is its end.
  const hasOwnEnd = status !== "rejected" && status !== "cancelled";
  const steps: SyncEvent[] = [
    ...(finishedAt === null || !hasOwnEnd
      ? []
      : [{ at: finishedAt, key: "finished", step: "finished" as const }]),
    ...(plannedAt === null ? [] : [{ at: plannedAt, key: "planned", step: "planReady" as const }]),
  ];
  const done = items.map((item): SyncEvent => ({ at: item.at, key: item.id, item }));
  // Sorting keeps what happened in one moment in the order it was told: a step comes out of what was done.
  return [...steps, ...done].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
