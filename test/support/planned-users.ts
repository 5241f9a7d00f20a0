import type { UserColumns } from "./apply-world.ts";
import type { PlannedUpdate } from "./planned-sync.ts";

/** Values of a user that change. */
export function planUpdate(userId: number, before: object, after: object): PlannedUpdate {
  return { type: "user_updated", userId, before, after };
}

/** A user that comes back; `state` = what the plan saw. */
export function planReactivation(userId: number, state: string): PlannedUpdate {
  return { type: "user_reactivated", userId, externalId: `E${userId}`, params: { state } };
}

/** A user that a sync deleted, who had this address. */
export function tombstone(email: string): Partial<UserColumns> {
  return {
    ...{ state: "deleted", state_before: "invited", removed_by: "sync", email: null },
    ...{ former_email: email, removed_at: "2026-01-01" },
  };
}
