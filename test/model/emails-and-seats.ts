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
    if (refuseTakenEmails(directory, verdicts, spared, removalsNow())) continue;
    if (refuseSharedEmails(verdicts)) continue;
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

/** Whether somebody holds an address and has it still after the run. */
function keepsEmail(
  user: ModelUser,
  email: string,
  verdicts: MemberVerdict[],
  removals: Removals,
): boolean {
  if (user.state === "deleted" || user.email !== email) return false;
  const verdict = verdicts.find((each) => each.skip === null && each.target?.id === user.id);
  if (verdict !== undefined) return emailAfter(verdict) === email;
  return removals.get(user.id) !== "deleted";
}

/**
 * An address that is free goes to one row: to whom it is locked for, who comes back, and of several to the first in
 * the file. The others are refused it.
 */
function refuseSharedEmails(verdicts: MemberVerdict[]): boolean {
  const owners = new Map<string, ModelUser>();
  for (const verdict of verdicts) {
    const { skip, target } = verdict;
    if (skip !== null || target === null || !target.locks.includes("email")) continue;
    if (!owners.has(emailAfter(verdict))) owners.set(emailAfter(verdict), target);
  }
  let refused = false;
  for (const verdict of verdicts) {
    if (verdict.skip !== null) continue;
    const owner = owners.get(emailAfter(verdict));
    if (owner === undefined || owner === verdict.target) continue;
    verdict.skip = { type: "user_skipped", reason: "email_taken", holder: userKey(owner) };
    refused = true;
  }
  return refused;
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
