import { findRefusedAddresses } from "../../core/plan/find-refused-addresses.ts";
import { skipPositions } from "../../db/queries/apply-batch.ts";
import {
  deactivateUsers,
  deletePlacesOfUsers,
  deleteUsers,
  skipUnfitUserRemovals,
} from "../../db/queries/apply-removals.ts";
import {
  createUsers,
  markInvited,
  reactivateUsers,
  skipSecondReturns,
  skipUnfitInvitations,
  skipUnfitReactivations,
  skipUnfitUserCreations,
  skipWithoutSeat,
} from "../../db/queries/apply-user-access.ts";
import {
  linkUsers,
  readAddressChanges,
  skipUnfitUserLinks,
  skipUnfitUserUpdates,
  updateUsers,
} from "../../db/queries/apply-user-values.ts";
import { countSeats } from "../../db/queries/check-directory.ts";
import { endLinesOfUsers } from "../../db/queries/direct-managers.ts";
import { closeInvitations } from "../../db/queries/invitations.ts";
import { createInvitations } from "../invitations.ts";
import type { BatchRun } from "./batch-run.ts";

/** Each applies one batch of its type and answers how many updates did not fit. */

export async function applyUserDeletions({ transaction, batch }: BatchRun): Promise<number> {
  const skipped = await skipUnfitUserRemovals(transaction, batch);
  const userIds = await deleteUsers(transaction, batch);
  await endLinesOfUsers(transaction, batch.workspaceId, userIds);
  await deletePlacesOfUsers(transaction, batch.workspaceId, userIds);
  await closeInvitations(transaction, batch.workspaceId, userIds, "replaced");
  return skipped;
}

export async function applyUserDeactivations({ transaction, batch }: BatchRun): Promise<number> {
  const skipped = await skipUnfitUserRemovals(transaction, batch);
  const userIds = await deactivateUsers(transaction, batch);
  await closeInvitations(transaction, batch.workspaceId, userIds, "replaced");
  return skipped;
}

export async function applyUserLinks({ transaction, batch }: BatchRun): Promise<number> {
  const skipped = await skipUnfitUserLinks(transaction, batch);
  await linkUsers(transaction, batch);
  return skipped;
}

export async function applyUserUpdates(run: BatchRun): Promise<number> {
  const { transaction, batch } = run;
  let skipped = await skipUnfitUserUpdates(transaction, batch, run.emailHandovers);
  if (run.emailHandovers) {
    const refused = findRefusedAddresses(await readAddressChanges(transaction, batch));
    skipped += await skipPositions(transaction, batch, refused);
  }
  await updateUsers(transaction, batch);
  return skipped;
}

export async function applyUserCreations(run: BatchRun): Promise<number> {
  let skipped = await skipUnfitUserCreations(run.transaction, run.batch);
  skipped += await keepToSeats(run);
  await createUsers(run.transaction, run.batch);
  return skipped;
}

export async function applyReactivations(run: BatchRun): Promise<number> {
  let skipped = await skipUnfitReactivations(run.transaction, run.batch);
  skipped += await skipSecondReturns(run.transaction, run.batch);
  skipped += await keepToSeats(run);
  await reactivateUsers(run.transaction, run.batch);
  return skipped;
}

export async function applyInvitations({ transaction, batch }: BatchRun): Promise<number> {
  const skipped = await skipUnfitInvitations(transaction, batch);
  const userIds = await markInvited(transaction, batch);
  await createInvitations(transaction, batch.workspaceId, userIds);
  return skipped;
}

/** Seats may have been taken since the plan was made (domain rules, section 11). */
async function keepToSeats({ transaction, batch, seatLimit }: BatchRun): Promise<number> {
  if (seatLimit === null) return 0;
  const taken = await countSeats(transaction, batch.workspaceId);
  return skipWithoutSeat(transaction, batch, seatLimit - taken);
}
