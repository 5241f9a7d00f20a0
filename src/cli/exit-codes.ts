import type { Sync } from "../contract/sync.ts";

/** What a command ends with (http contract, "CLI"). */
export const EXIT = { done: 0, failed: 1, usage: 2, issues: 3, waits: 4, rejected: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Whether a sync goes no further by itself: it is over, or waits for a person. */
export function isSettled(sync: Pick<Sync, "phase">): boolean {
  return sync.phase === "done" || sync.phase === "awaiting_approval";
}

/** How a command that waited for a sync ends. */
export function exitCodeOf(sync: Pick<Sync, "status" | "phase" | "issues">): ExitCode {
  if (sync.phase === "awaiting_approval") return EXIT.waits;
  if (sync.status === "rejected") return EXIT.rejected;
  if (sync.status === "failed" || sync.status === "cancelled") return EXIT.failed;
  return sync.issues.total > 0 ? EXIT.issues : EXIT.done;
}
