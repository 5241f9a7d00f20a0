import { withDefaults } from "../../contract/settings.ts";
import type { Database } from "../../db/database.ts";
import { endLinesOfUsers } from "../../db/queries/direct-managers.ts";
import type { LockedUser } from "../../db/queries/lock-directory.ts";
import { deletePlacesOfUser, markDeleted, markReturned } from "../../db/queries/write-users.ts";
import type { Actor } from "../actor.ts";
import { EngineError } from "../engine-error.ts";
import { closeInvitation } from "../invitations.ts";
import { linkedEnd } from "./audit-changes.ts";
import {
  changeDirectory,
  type DirectoryChange,
  emailTaken,
  takeLiveUser,
  takeUser,
} from "./change-directory.ts";
import { auditState } from "./user-access.ts";
import { requireFreeEmail, requireOtherAdmin, requireSeat } from "./user-rules.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes a user by hand: a tombstone stays for the undo window, holding no address and no seat; places, the Direct
 * Manager and being one go with it (domain rules, sections 2 and 11).
 */
export async function deleteUser(database: Database, actor: Actor, userId: number): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    await removeUser(change, await takeLiveUser(change, userId));
  });
}

/** The same within a change that does more. */
export async function removeUser(change: DirectoryChange, user: LockedUser): Promise<void> {
  const { transaction, workspaceId } = change;
  await requireOtherAdmin(change, user);
  const reports = await endLinesOfUsers(transaction, workspaceId, [user.id]);
  const places = await deletePlacesOfUser(transaction, workspaceId, user.id);
  await markDeleted(transaction, workspaceId, user.id);
  await closeInvitation(transaction, workspaceId, user.id, "replaced");
  const manager =
    user.manager_id === null ? null : { id: user.manager_id, name: user.manager_name ?? "" };
  const links = {
    directManager: linkedEnd("user", manager),
    reports: reports.map((report) => linkedEnd("user", report)),
    memberOf: places.filter((place) => place.is_member).map((place) => linkedEnd("team", place)),
    managerOf: places.filter((place) => place.is_manager).map((place) => linkedEnd("team", place)),
  };
  await auditState(change, user, "user_deleted", "deleted", {
    before: Object.fromEntries(
      Object.entries(links).filter(([, end]) => end !== null && !isEmptyList(end)),
    ),
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Until when a deleted user can be restored. */
export function restorableUntil(removedAt: Date, undoWindowDays: number): Date {
  return new Date(removedAt.getTime() + undoWindowDays * DAY_MS);
}

/** Undoes a deletion within the undo window; the places and lines that went with it do not come back. */
export async function restoreUser(database: Database, actor: Actor, userId: number): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeUser(change, userId);
    if (user.state !== "deleted") {
      throw new EngineError(
        409,
        "not_deleted",
        `This user is ${user.state}; only a deleted user can be restored.`,
      );
    }
    const { undoWindowDays } = withDefaults(change.rules.settings);
    const until = restorableUntil(user.removed_at ?? new Date(0), undoWindowDays);
    if (user.erased_at !== null || until.getTime() <= Date.now()) {
      throw new EngineError(
        409,
        "undo_window_over",
        `A deleted user can be restored for ${undoWindowDays} days. That time is over.`,
      );
    }
    if (user.former_email === null) throw emailTaken(null);
    await requireFreeEmail(change, user.former_email, userId);
    await requireSeat(change);
    const state = user.state_before ?? "created";
    await markReturned(change.transaction, change.workspaceId, userId, state);
    await auditState(change, user, "user_restored", state);
  });
}
