import type { Queryable } from "../database.ts";
import { type EntryBatch, IN_BATCH, rangeValues, skipUnfit } from "./apply-batch.ts";

/** What a user is in a team. One place holds both. */
export type PlaceFlag = "is_member" | "is_manager";

const OTHER: Record<PlaceFlag, PlaceFlag> = { is_member: "is_manager", is_manager: "is_member" };

const hasFlag = (flag: PlaceFlag) => `exists (select from team_places p
  where p.workspace_id = $1 and p.team_id = e.team_id and p.user_id = e.user_id and p.${flag} offset 0)`;

/** Skips ends of places that users do not have by now. */
export function skipUnfitPlaceEnds(
  transaction: Queryable,
  batch: EntryBatch,
  flag: PlaceFlag,
): Promise<number> {
  return skipUnfit(transaction, batch, rangeValues(batch), hasFlag(flag));
}

/** Ends what users are in teams; a place that held nothing else goes. */
export async function endPlaces(
  transaction: Queryable,
  batch: EntryBatch,
  flag: PlaceFlag,
): Promise<void> {
  const other = OTHER[flag];
  await transaction.query(
    `with gone as (
       delete from team_places p using entries e
        where ${IN_BATCH} and p.workspace_id = $1 and p.team_id = e.team_id and p.user_id = e.user_id
          and not p.${other}
     )
     update team_places p set ${flag} = false
       from entries e
      where ${IN_BATCH} and p.workspace_id = $1 and p.team_id = e.team_id and p.user_id = e.user_id
        and p.${other}`,
    rangeValues(batch),
  );
}

/** Skips places that users have by now, and those whose team or user is gone. */
export function skipUnfitPlaces(
  transaction: Queryable,
  batch: EntryBatch,
  flag: PlaceFlag,
): Promise<number> {
  return skipUnfit(
    transaction,
    batch,
    rangeValues(batch),
    `exists (select from teams t where t.workspace_id = $1 and t.id = e.team_id offset 0)
     and exists (select from users u
              where u.workspace_id = $1 and u.id = e.user_id and u.state <> 'deleted' offset 0)
     and not ${hasFlag(flag)}`,
  );
}

/** Gives users their places in teams. */
export async function givePlaces(
  transaction: Queryable,
  batch: EntryBatch,
  flag: PlaceFlag,
): Promise<void> {
  await transaction.query(
    `insert into team_places (workspace_id, team_id, user_id, ${flag}, ${OTHER[flag]})
     select $1, e.team_id, e.user_id, true, false from entries e where ${IN_BATCH}
     on conflict (workspace_id, team_id, user_id) do update set ${flag} = true`,
    rangeValues(batch),
  );
}
