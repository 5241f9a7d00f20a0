import type { Preferences, PreferencesPatch } from "../../contract/preferences.ts";
import type { Queryable } from "../database.ts";

/** What a person has chosen; nothing for what was left as it is. */
export async function readPreferences(
  queryable: Queryable,
  accountId: string,
): Promise<Partial<Preferences>> {
  const { rows } = await queryable.query<{ preferences: Partial<Preferences> }>(
    "select preferences from account_preferences where account_id = $1",
    [accountId],
  );
  return rows[0]?.preferences ?? {};
}

/** Changes the keys that are given. */
export async function writePreferences(
  queryable: Queryable,
  accountId: string,
  patch: PreferencesPatch,
): Promise<void> {
  await queryable.query(
    `insert into account_preferences (account_id, preferences) values ($1, $2)
     on conflict (account_id) do update set preferences = account_preferences.preferences || excluded.preferences`,
    [accountId, JSON.stringify(patch)],
  );
}
