import { isDeepStrictEqual } from "node:util";
import { formatId } from "../contract/ids.ts";
import {
  DEFAULT_SETTINGS,
  type ProvisioningSettings,
  type SettingsPatch,
  withDefaults,
} from "../contract/settings.ts";
import { type Database, withTransaction } from "../db/database.ts";
import { lockWorkspace, storeSettings } from "../db/queries/workspaces.ts";
import type { Actor } from "./actor.ts";
import { writeAudit } from "./audit.ts";
import { changedValues } from "./changed-values.ts";
import { requireScope } from "./permission.ts";

/** Changes the provisioning settings that are given, and no others. Answers all of them. */
export async function updateSettings(
  database: Database,
  actor: Actor,
  patch: SettingsPatch,
): Promise<ProvisioningSettings> {
  requireScope(actor, "read_write");
  return withTransaction(database, async (transaction) => {
    const workspace = await lockWorkspace(transaction, actor.workspaceId);
    const before = withDefaults(workspace.settings);
    const after = {
      ...before,
      ...patch,
      thresholds: { ...before.thresholds, ...patch.thresholds },
    };
    const changes = changedValues(flattenSettings(before), flattenSettings(after));
    if (changes === null) return after;
    await storeSettings(transaction, actor.workspaceId, withoutDefaults(after));
    await writeAudit(transaction, actor, {
      action: "settings_updated",
      target: { type: "workspace", id: formatId("workspace", workspace.id), name: workspace.name },
      ...changes,
    });
    return after;
  });
}

/** The settings key by key: `thresholds.users` and so on stand beside the others, so that the audit log names each limit that changed. */
export function flattenSettings(settings: ProvisioningSettings): Record<string, unknown> {
  const { thresholds, ...rest } = settings;
  const limits = Object.entries(thresholds).map(([key, value]) => [`thresholds.${key}`, value]);
  return { ...rest, ...Object.fromEntries(limits) };
}

/** Stored is what differs, so that a later default reaches everybody who never chose. */
function withoutDefaults(settings: ProvisioningSettings): Partial<ProvisioningSettings> {
  const differing = <T extends object>(values: T, defaults: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([key, value]) => !isDeepStrictEqual(value, defaults[key as keyof T]),
      ),
    ) as Partial<T>;
  const stored = differing(settings, DEFAULT_SETTINGS);
  if (stored.thresholds === undefined) return stored;
  const thresholds = differing(settings.thresholds, DEFAULT_SETTINGS.thresholds);
  return { ...stored, thresholds: thresholds as ProvisioningSettings["thresholds"] };
}
