import type { UserState } from "../../contract/catalogue.ts";
import { countSeats, findUserByEmail, hasOtherAdmin } from "../../db/queries/check-directory.ts";
import type { LockedUser } from "../../db/queries/lock-directory.ts";
import { EngineError } from "../engine-error.ts";
import { type DirectoryChange, emailTaken } from "./change-directory.ts";

/** Whether a user in this state has access, and with it a seat (domain rules, section 2). */
export function hasSeat(state: UserState): boolean {
  return state === "created" || state === "invited" || state === "active";
}

/** 409 `workspace_limit_reached` when one more user does not fit. */
export async function requireSeat({
  transaction,
  workspaceId,
  rules,
}: DirectoryChange): Promise<void> {
  if (rules.seat_limit === null) return;
  if ((await countSeats(transaction, workspaceId)) < rules.seat_limit) return;
  throw new EngineError(
    409,
    "workspace_limit_reached",
    `All ${rules.seat_limit} seats of this workspace are taken. Deactivate or delete a user, or raise the limit.`,
    [],
    { limit: rules.seat_limit },
  );
}

/** 409 `last_admin` when nobody else would be left: a workspace always keeps an admin (domain rules, section 2). */
export async function requireOtherAdmin(change: DirectoryChange, user: LockedUser): Promise<void> {
  if (user.role !== "admin" || !hasSeat(user.state)) return;
  if (await hasOtherAdmin(change.transaction, change.workspaceId, user.id)) return;
  throw new EngineError(
    409,
    "last_admin",
    "This is the last admin of the workspace. Give another user the role first.",
  );
}

/** 409 `email_taken` when somebody else holds the address. */
export async function requireFreeEmail(
  change: DirectoryChange,
  email: string,
  userId: number | null,
): Promise<void> {
  const holder = await findUserByEmail(change.transaction, change.workspaceId, email);
  if (holder !== null && holder.id !== userId) throw emailTaken(holder);
}
