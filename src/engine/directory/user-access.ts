import type { AuditAction } from "../../contract/audit-actions.ts";
import { formatId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import type { LockedUser } from "../../db/queries/lock-directory.ts";
import { markDeactivated, markReturned, setUserState } from "../../db/queries/write-users.ts";
import type { Actor } from "../actor.ts";
import { type AuditRow, writeAudit } from "../audit.ts";
import { EngineError } from "../engine-error.ts";
import { closeInvitation } from "../invitations.ts";
import { changeDirectory, type DirectoryChange, takeLiveUser } from "./change-directory.ts";
import { requireOtherAdmin, requireSeat } from "./user-rules.ts";

/** The application reports that the person accepted. Nothing happens when the user is active already. */
export async function activateUser(
  database: Database,
  actor: Actor,
  userId: number,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeLiveUser(change, userId);
    await acceptInvitation(change, user);
  });
}

/** Makes a user active; also behind the button of the invitation page. */
export async function acceptInvitation(change: DirectoryChange, user: LockedUser): Promise<void> {
  if (user.state === "active") return;
  if (user.state === "deactivated") throw userDeactivated();
  await setUserState(change.transaction, change.workspaceId, user.id, "active");
  await closeInvitation(change.transaction, change.workspaceId, user.id, "used");
  await auditState(change, user, "user_activated", "active");
}

/** Takes the access away by hand, so that no sync gives it back; profile, places and lines stay. */
export async function deactivateUser(
  database: Database,
  actor: Actor,
  userId: number,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeLiveUser(change, userId);
    // Deactivated by a sync: from now on it is a person's decision (domain rules, section 6).
    if (user.state === "deactivated" && user.removed_by === "person") return;
    await requireOtherAdmin(change, user);
    await markDeactivated(change.transaction, change.workspaceId, userId);
    await closeInvitation(change.transaction, change.workspaceId, userId, "replaced");
    await auditState(change, user, "user_deactivated", "deactivated");
  });
}

/** Gives the access back, in the state that the user had before. */
export async function reactivateUser(
  database: Database,
  actor: Actor,
  userId: number,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeLiveUser(change, userId);
    if (user.state !== "deactivated") {
      throw new EngineError(
        409,
        "not_deactivated",
        `This user is ${user.state}; only a deactivated user can be reactivated.`,
      );
    }
    await requireSeat(change);
    const state = user.state_before ?? "created";
    await markReturned(change.transaction, change.workspaceId, userId, state);
    await auditState(change, user, "user_reactivated", state);
  });
}

/** 409 for what asks for access. */
export function userDeactivated(): EngineError {
  return new EngineError(
    409,
    "user_deactivated",
    "This user is deactivated. Reactivate the user first.",
  );
}

/** The audit row of a change of state. */
export async function auditState(
  { transaction, actor }: DirectoryChange,
  user: LockedUser,
  action: AuditAction,
  state: string,
  more: Pick<AuditRow, "before" | "after"> = {},
): Promise<void> {
  await writeAudit(transaction, actor, {
    action,
    target: { type: "user", id: formatId("user", user.id), name: user.name },
    before: { status: user.state, ...more.before },
    after: { status: state, ...more.after },
  });
}
