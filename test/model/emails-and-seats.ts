/** Which rows cannot have their address or a seat (sections 4, 6 and 11). */

import { isLive, type ModelDirectory, type ModelUser, userKey } from "./directory.ts";
import { findRemovals, type MemberVerdict } from "./member-rows.ts";

type Removals = Map<string, "deactivated" | "deleted">;

/**
 * Marks rows as skipped until nothing changes any more, and answers who is removed in the end. Skips only grow: a
 * row that was refused a seat is not offered one again. `spared` begins with whom rows name, and
 * grows by the holders of contested addresses.
 */
export function settleEmailsAndSeats(
  directory: ModelDirectory,
  verdicts: MemberVerdict[],
  spared: Set<string>,
  removesAbsent: boolean,
): Removals {
  const removalsNow = (): Removals =>
    removesAbsent ? findRemovals(directory, spared) : new Map<string, never>();
  for (;;) {
    while (refuseTakenEmails(directory, verdicts, spared, removalsNow())) {}
    if (!refuseSeats(directory, verdicts, removalsNow())) return removalsNow();
  }
}

/** The address a row's user has after the run: an administrator keeps the present one (section 11), as does who has it locked. */
export function emailAfter(verdict: MemberVerdict): string {
  const { target } = verdict;
  if (target !== null && (target.role === "admin" || target.locks.includes("email")))
    return target.email;
  return verdict.row.email as string;
}

/** "An email is taken when, after this run, another non-deleted user would still hold it." */
function refuseTakenEmails(
  directory: ModelDirectory,
  verdicts: MemberVerdict[],
  spared: Set<string>,
  removals: Removals,
): boolean {
  let refused = false;
  for (const verdict of verdicts) {
    if (verdict.skip !== null) continue;
    const wanted = emailAfter(verdict);
    // Who keeps an address needs nobody's leave; who wants it from them is the one refused.
    const { target } = verdict;
    if (target !== null && target.state !== "deleted" && wanted === target.email) continue;
    for (const other of directory.users) {
      if (other.id === verdict.target?.id) continue;
      if (!keepsEmail(other, wanted, verdicts, removals)) continue;
      verdict.skip = { type: "user_skipped", reason: "email_taken", holder: userKey(other) };
      spared.add(other.id); // "While email_taken is undecided neither user is removed."
      refused = true;
      break;
    }
  }
  return refused;
}

function keepsEmail(
  user: ModelUser,
  email: string,
  verdicts: MemberVerdict[],
  removals: Removals,
): boolean {
  const verdict = verdicts.find((each) => each.skip === null && each.target?.id === user.id);
  if (verdict !== undefined) return emailAfter(verdict) === email;
  if (user.state === "deleted" || removals.get(user.id) === "deleted") return false;
  return user.email === email;
}

/** Section 6: removals free seats first; creations and reactivations take them in file order. */
function refuseSeats(
  directory: ModelDirectory,
  verdicts: MemberVerdict[],
  removals: Removals,
): boolean {
  const limit = directory.settings.seatLimit;
  if (limit === null) return false;
  let taken = directory.users.filter((user) => isLive(user) && !removals.has(user.id)).length;
  let refused = false;
  for (const verdict of verdicts) {
    if (verdict.skip !== null) continue;
    const needsSeat = verdict.target === null || !isLive(verdict.target);
    if (!needsSeat) continue;
    if (taken < limit) {
      taken += 1;
    } else {
      verdict.skip = { type: "workspace_limit_reached", reason: "seat_limit" };
      refused = true;
    }
  }
  return refused;
}
