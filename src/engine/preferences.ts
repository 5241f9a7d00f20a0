import type { PreferencesPatch } from "../contract/preferences.ts";
import type { Database } from "../db/database.ts";
import { writePreferences } from "../db/queries/preferences.ts";
import { checkTimeZone } from "./check-time-zone.ts";

/** Changes how a person likes the pages. It concerns nobody else, so the audit log does not have it. */
export async function changePreferences(
  database: Database,
  accountId: string,
  patch: PreferencesPatch,
): Promise<void> {
  if (patch.timeZone != null) checkTimeZone(patch.timeZone, "/preferences/timeZone");
  await writePreferences(database, accountId, patch);
}
