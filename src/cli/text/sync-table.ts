import type { Sync } from "../../contract/sync.ts";
import { formatTable } from "./table.ts";
import { formatNumber, formatTime, nameBadge } from "./words.ts";

const COLUMNS = [
  { title: "Sync", align: "right" },
  { title: "Created (UTC)" },
  { title: "Status", most: 28 },
  { title: "Updates", align: "right" },
  { title: "Issues", align: "right" },
  { title: "Source", most: 24 },
  { title: "By", most: 32 },
] as const;

/** The history as a table. */
export function formatSyncTable(syncs: readonly Sync[]): string[] {
  return formatTable(
    COLUMNS,
    syncs.map((sync) => [
      String(sync.number),
      formatTime(sync.createdAt),
      nameBadge(sync),
      formatNumber(sync.updates.planned),
      formatNumber(sync.issues.total),
      sync.source.name,
      sync.trigger.actor,
    ]),
  );
}
