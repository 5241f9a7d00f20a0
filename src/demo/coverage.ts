import { ISSUE_TYPES, SYNC_STATUSES, UPDATE_TYPES } from "../contract/catalogue.ts";
import type { Sync } from "../contract/sync.ts";
import type { DemoClient } from "./demo-client.ts";

/** What a run can be besides its status (domain rules, section 9). */
const SPECIAL_RUNS: Readonly<Record<string, (sync: Sync) => boolean>> = {
  preview: ({ dryRun }) => dryRun,
  partial: ({ mode }) => mode === "partial",
  awaiting_approval: ({ phase }) => phase === "awaiting_approval",
  rejected_by_person: ({ decision }) => decision?.reason === "rejected_by_person",
  expired: ({ decision }) => decision?.reason === "expired",
  superseded: ({ decision }) => decision?.reason === "superseded",
  no_change: ({ updates, issues, status }) =>
    status === "completed" && updates.planned === 0 && issues.total === 0,
};

/** Every status, special kind of run, update type and issue type that no sync of the history shows. */
export async function findMissing(client: DemoClient): Promise<string[]> {
  const syncs = await client.listSyncs();
  const types = new Set<string>();
  for (const sync of syncs) {
    const facets = await client.readFacets(sync.id);
    for (const [type, count] of Object.entries(facets.type)) if (count > 0) types.add(type);
  }
  return [
    ...SYNC_STATUSES.filter((status) => !syncs.some((sync) => sync.status === status)),
    ...Object.entries(SPECIAL_RUNS)
      .filter(([, isOne]) => !syncs.some(isOne))
      .map(([name]) => name),
    ...[...UPDATE_TYPES, ...ISSUE_TYPES].filter((type) => !types.has(type)),
  ];
}
