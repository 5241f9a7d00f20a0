import type { Sync } from "../../../api/syncs.ts";

/** The issues of a report by their causes. */
export function TroubleshootingTab({ sync }: { sync: Sync }) {
  return <p>{sync.id}</p>;
}
