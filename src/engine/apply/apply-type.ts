import type { UpdateType } from "../../contract/catalogue.ts";
import type { Queryable } from "../../db/database.ts";
import type { EntryBatch } from "../../db/queries/apply-batch.ts";
import { removeManagers, skipUnfitManagerRemovals } from "../../db/queries/apply-managers.ts";
import {
  endPlaces,
  givePlaces,
  type PlaceFlag,
  skipUnfitPlaceEnds,
  skipUnfitPlaces,
} from "../../db/queries/apply-places.ts";
import { removeSubteams, skipUnfitSubteamRemovals } from "../../db/queries/apply-subteams.ts";
import {
  createTeams,
  deleteTeams,
  linkTeams,
  renameTeams,
  skipUnfitTeamCreations,
  skipUnfitTeamDeletions,
  skipUnfitTeamLinks,
  skipUnfitTeamNames,
} from "../../db/queries/apply-teams.ts";
import { applyManagers, applySubteams } from "./apply-lines.ts";
import {
  applyInvitations,
  applyReactivations,
  applyUserCreations,
  applyUserDeactivations,
  applyUserDeletions,
  applyUserLinks,
  applyUserUpdates,
} from "./apply-users.ts";
import type { BatchRun } from "./batch-run.ts";

/** Applies one batch of a type of update; answers how many updates did not fit and were skipped. */
export const APPLY_TYPE: Record<UpdateType, (run: BatchRun) => Promise<number>> = {
  user_deleted: applyUserDeletions,
  user_deactivated: applyUserDeactivations,
  user_linked: applyUserLinks,
  user_updated: applyUserUpdates,
  user_created: applyUserCreations,
  user_reactivated: applyReactivations,
  user_invited: applyInvitations,
  team_deleted: inTwo(skipUnfitTeamDeletions, deleteTeams),
  team_linked: inTwo(skipUnfitTeamLinks, linkTeams),
  team_created: inTwo(skipUnfitTeamCreations, createTeams),
  team_renamed: inTwo(skipUnfitTeamNames, renameTeams),
  direct_manager_removed: inTwo(skipUnfitManagerRemovals, removeManagers),
  direct_manager_assigned: applyManagers,
  subteam_removed: inTwo(skipUnfitSubteamRemovals, removeSubteams),
  subteam_added: applySubteams,
  team_member_removed: ofPlace("is_member", skipUnfitPlaceEnds, endPlaces),
  team_manager_removed: ofPlace("is_manager", skipUnfitPlaceEnds, endPlaces),
  team_member_added: ofPlace("is_member", skipUnfitPlaces, givePlaces),
  team_manager_assigned: ofPlace("is_manager", skipUnfitPlaces, givePlaces),
};

function inTwo(
  skip: (transaction: Queryable, batch: EntryBatch) => Promise<number>,
  change: (transaction: Queryable, batch: EntryBatch) => Promise<void>,
) {
  return async ({ transaction, batch }: BatchRun): Promise<number> => {
    const skipped = await skip(transaction, batch);
    await change(transaction, batch);
    return skipped;
  };
}

function ofPlace(
  flag: PlaceFlag,
  skip: (transaction: Queryable, batch: EntryBatch, flag: PlaceFlag) => Promise<number>,
  change: (transaction: Queryable, batch: EntryBatch, flag: PlaceFlag) => Promise<void>,
) {
  return inTwo(
    (transaction, batch) => skip(transaction, batch, flag),
    (transaction, batch) => change(transaction, batch, flag),
  );
}
