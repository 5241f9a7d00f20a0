import { isDeepStrictEqual } from "node:util";
import { labelOfAction } from "../../contract/audit-actions.ts";
import { formatId } from "../../contract/ids.ts";
import { type ProvisioningSettings, withDefaults } from "../../contract/settings.ts";
import type { SyncActivity } from "../../contract/sync-activity.ts";
import type { Database } from "../../db/database.ts";
import { readAuditOf } from "../../db/queries/read-audit.ts";
import { listReruns, readSyncSettings, type SyncRow } from "../../db/queries/read-syncs.ts";
import { readWorkspace } from "../../db/queries/workspaces.ts";
import { flattenSettings } from "../update-settings.ts";
import type { Wording } from "./read-page.ts";

const MOST_ITEMS = 200;

/** What people did with a sync, the settings it ran under, and what they have become since. */
export async function readActivity(
  database: Database,
  sync: SyncRow,
  { language, product }: Wording,
): Promise<SyncActivity> {
  const { workspace_id: workspaceId, id } = sync;
  const target = { type: "sync", id: formatId("sync", id) };
  const rows = await readAuditOf(database, workspaceId, target, MOST_ITEMS);
  const stored = await readSyncSettings(database, workspaceId, id);
  const used = stored === null ? null : withDefaults(stored);
  const now = withDefaults((await readWorkspace(database, workspaceId)).settings);
  const reruns = await listReruns(database, workspaceId, id);
  return {
    items: rows.map((row) => ({
      id: formatId("audit", row.id),
      at: row.at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      action: row.action,
      label: labelOfAction(row.action, language, product),
      details: row.after,
    })),
    // The last one found that it had been broken off too often, and did nothing.
    attempts: sync.failure_code === "gave_up" ? sync.attempts - 1 : sync.attempts,
    settings: used,
    settingsChanged: used === null ? [] : compareSettings(used, now),
    reruns: reruns.map((rerun) => ({
      id: formatId("sync", rerun.id),
      number: rerun.number,
      createdAt: rerun.created_at.toISOString(),
    })),
  };
}

function compareSettings(
  used: ProvisioningSettings,
  now: ProvisioningSettings,
): SyncActivity["settingsChanged"] {
  const today = flattenSettings(now);
  return Object.entries(flattenSettings(used))
    .filter(([key, value]) => !isDeepStrictEqual(value, today[key]))
    .map(([key, value]) => ({ key, used: value, now: today[key] }));
}
