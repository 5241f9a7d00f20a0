import type { Sync } from "../../../api/syncs.ts";

export interface CountedUpdates {
  /** How the number is to be read. */
  shows: "applied" | "part" | "ready" | "planned" | "soFar";
  count: number;
  /** Of how many, where only a part was applied. */
  of: number;
  /** The signs tell of the plan: they stand only where the plan is what was done, or what is to be decided. */
  hasSigns: boolean;
}

type Counted = Pick<Sync, "status" | "phase" | "dryRun" | "plannedAt" | "updates">;

/** What the history says of a sync's updates; `null` while nothing is known of them. */
export function countUpdates({
  status,
  phase,
  dryRun,
  plannedAt,
  updates,
}: Counted): CountedUpdates | null {
  const { planned, applied } = updates;
  const say = (shows: CountedUpdates["shows"], count: number, hasSigns: boolean) => ({
    ...{ shows, count, of: planned, hasSigns },
  });
  if (phase === "awaiting_approval") return say("ready", planned, true);
  if (plannedAt === null) return status === "pending" ? null : say("applied", 0, false);
  if (phase !== "done") return say("soFar", applied, false);
  if (dryRun && status === "completed") return say("planned", planned, true);
  if (applied === planned) return say("applied", applied, true);
  return applied === 0 ? say("applied", 0, false) : say("part", applied, false);
}
