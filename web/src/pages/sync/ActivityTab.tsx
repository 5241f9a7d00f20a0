import type { Sync } from "../../api/syncs.ts";

/** What people did with a sync. */
export function ActivityTab({ sync }: { sync: Sync }) {
  return <p>{sync.trigger.actor}</p>;
}
