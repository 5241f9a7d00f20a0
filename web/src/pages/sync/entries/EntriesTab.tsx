import type { Sync } from "../../../api/syncs.ts";

/** Updates or issues of a report, a row each. */
export function EntriesTab({ sync, kind }: { sync: Sync; kind: "update" | "issue" }) {
  return <p>{`${sync.id} ${kind}`}</p>;
}
