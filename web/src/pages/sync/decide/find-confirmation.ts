import type { Sync } from "../../../api/syncs.ts";

/** What an approval takes away, which its button names. */
export type Removal =
  | "none"
  | "endAccess"
  | "deleteUsers"
  | "removeUsers"
  | "deleteTeams"
  | "removeUsersAndTeams";

/** What approving a sync takes. */
export interface Confirmation {
  removal: Removal;
  /** How many the button names: who and what is removed, else all updates. */
  count: number;
  /** Users and teams that are removed, which the server is told so that it refuses any other number. */
  removals: number;
  /** The number to type first, where a limit for removals is exceeded, and the limit that it is about. */
  typed: { number: number; limit: string } | null;
  /** Something is gone for good, or more of it than is usual. */
  isDanger: boolean;
}

const REMOVALS = /^(removalsPercent|empty)\.(.+)$/;
/** Limits of removals that count users or teams themselves, not their places or values. */
const OF_RECORDS = ["users", "teams", "members"];

/**
 * What a person confirms by approving a sync (pages, "Confirm": verb, object and count; the number is typed only past
 * the safety limit, which is the limit for removals). What is typed is what the button names, wherever it names any.
 */
export function findConfirmation({
  updates,
  thresholds,
}: Pick<Sync, "updates" | "thresholds">): Confirmation {
  const { user_deactivated: ending = 0, user_deleted: deleted = 0 } = updates.byType;
  const { team_deleted: teams = 0 } = updates.byType;
  const removals = ending + deleted + teams;
  const exceeded = thresholds.find(({ limit }) => REMOVALS.test(limit));
  const limit = exceeded?.limit ?? "";
  const isDanger = exceeded !== undefined || deleted + teams > 0;
  const kind = REMOVALS.exec(limit)?.[2];
  if (exceeded !== undefined && kind !== undefined && !OF_RECORDS.includes(kind)) {
    const typed = { number: exceeded.planned, limit };
    return { removal: "none", count: updates.planned, removals, typed, isDanger };
  }
  const removal = nameRemoval(ending, deleted, teams);
  return {
    ...{ removal, removals, isDanger },
    count: removal === "none" ? updates.planned : removals,
    typed: exceeded === undefined ? null : { number: removals, limit },
  };
}

function nameRemoval(ending: number, deleted: number, teams: number): Removal {
  if (ending + deleted === 0) return teams === 0 ? "none" : "deleteTeams";
  if (teams > 0) return "removeUsersAndTeams";
  if (deleted === 0) return "endAccess";
  return ending === 0 ? "deleteUsers" : "removeUsers";
}

/** Whether what was typed is the number, in whatever way its thousands are parted. */
export function isTyped(text: string, number: number): boolean {
  const digits = text.replace(/[\s,.'’]/g, "");
  return /^\d+$/.test(digits) && Number(digits) === number;
}
