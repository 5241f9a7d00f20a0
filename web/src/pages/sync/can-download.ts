import type { Sync } from "../../api/syncs.ts";

/** A report can be downloaded once nothing of it changes any more, and while it waits for a decision. */
export function canDownload({ phase }: Pick<Sync, "phase">): boolean {
  return phase === "done" || phase === "awaiting_approval";
}
