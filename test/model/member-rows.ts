/** Which user each member row is about, and whether the row may change anything (sections 4, 6, 8 and 11). */

import type { EntryType, Reason } from "../../src/contract/catalogue.ts";
import type { MemberRow } from "../../src/core/input/rows.ts";
import { isLive, type ModelDirectory, type ModelUser, nameOf } from "./directory.ts";
import { type ModelEntry, type ModelSubject, makeEntry } from "./entry.ts";

/** Why a row changes nothing. */
export interface Skip {
  type: EntryType;
  reason: Reason;
  value?: string | null;
  firstLine?: number;
  holder?: string;
}

/** One row, the user it is about (`null` = nobody yet), and why it is skipped if it is. */
export interface MemberVerdict {
  row: MemberRow;
  target: ModelUser | null;
  skip: Skip | null;
}

/** Section 8: one blocking issue a row, the first of these. */
const FLAW_ORDER: readonly Reason[] = [
  "missing_external_id",
  "invalid_external_id",
  "missing_email",
  "invalid_email",
  "value_too_long",
];

/** Judges every row by itself and against the rows before it. Emails that are taken and seats come later. */
export function judgeMemberRows(directory: ModelDirectory, rows: MemberRow[]): MemberVerdict[] {
  const verdicts: MemberVerdict[] = [];
  rows.forEach((row, index) => {
    const skip = findFlaw(row) ?? findDuplicate(row, rows.slice(0, index));
    const target = matchUser(directory, row);
    verdicts.push({ row, target, skip: skip ?? refuseTarget(target) });
  });
  return verdicts;
}

function findFlaw(row: MemberRow): Skip | null {
  const blocking = row.flaws.filter((flaw) => flaw.skips);
  for (const reason of FLAW_ORDER) {
    const flaw = blocking.find((each) => each.reason === reason);
    if (flaw !== undefined) return { type: flaw.type, reason, value: flaw.value };
  }
  const other = blocking[0];
  return other === undefined
    ? null
    : { type: other.type, reason: other.reason, value: other.value };
}

/**
 * Section 8: the first row of one external id or one email wins, even one that is skipped itself. Rows without an id
 * or an email have none in common.
 */
function findDuplicate(row: MemberRow, earlier: MemberRow[]): Skip | null {
  for (const other of earlier) {
    if (row.externalId !== null && other.externalId === row.externalId)
      return { type: "user_skipped", reason: "duplicate_external_id", firstLine: other.line };
  }
  for (const other of earlier) {
    if (row.email !== null && other.email === row.email)
      return { type: "user_skipped", reason: "duplicate_email", firstLine: other.line };
  }
  return null;
}

/** Section 4: by external id among linked records (tombstones too), else by email among unclaimed people. */
function matchUser(directory: ModelDirectory, row: MemberRow): ModelUser | null {
  for (const user of directory.users) {
    if (user.linked && user.externalId === row.externalId && row.externalId !== null) return user;
  }
  for (const user of directory.users) {
    if (!user.linked && user.state !== "deleted" && user.email === row.email) return user;
  }
  return null;
}

/** Sections 6 and 11: what a person removed stays removed, and an administrator is never linked. */
function refuseTarget(target: ModelUser | null): Skip | null {
  if (target === null) return null;
  if (!target.linked && target.role === "admin")
    return { type: "admin_protected", reason: "link_refused" };
  if (target.removedBy === "hand" && target.state === "deleted")
    return { type: "user_skipped", reason: "deleted_manually" };
  if (target.removedBy === "hand" && target.state === "deactivated")
    return { type: "user_skipped", reason: "deactivated_manually" };
  return null;
}

/**
 * The linked users that the rows name, skipped rows included (section 11, "Presence"): by external id, and only
 * where that is nobody's in the directory, by email.
 */
export function findNamedUsers(directory: ModelDirectory, rows: MemberRow[]): Set<string> {
  const present = directory.users.filter((user) => user.linked && user.state !== "deleted");
  const named = new Set<string>();
  for (const row of rows) {
    const user =
      present.find((each) => row.externalId !== null && each.externalId === row.externalId) ??
      present.find((each) => row.email !== null && each.email === row.email);
    if (user !== undefined) named.add(user.id);
  }
  return named;
}

/** What happens to linked users that no row names (section 6). Administrators are never among them. */
export function findRemovals(
  directory: ModelDirectory,
  named: Set<string>,
): Map<string, "deactivated" | "deleted"> {
  const removals = new Map<string, "deactivated" | "deleted">();
  for (const user of directory.users) {
    if (!user.linked || !isLive(user) || named.has(user.id) || user.role === "admin") continue;
    const deletes = user.state !== "active" && directory.settings.absentInvited === "delete";
    removals.set(user.id, deletes ? "deleted" : "deactivated");
  }
  return removals;
}

/** The issue of a row that changes nothing. */
export function skipEntry(verdict: MemberVerdict): ModelEntry {
  const { type, ...details } = verdict.skip as Skip;
  return makeEntry(type, rowSubject(verdict), {
    section: "members",
    line: verdict.row.line,
    ...details,
  });
}

/** The subject of entries about a row: the row's own ids, the name of the user it is about. */
export function rowSubject(verdict: MemberVerdict): ModelSubject {
  const { row, target } = verdict;
  const name =
    target === null ? nameOf(row.profile, row.email) : nameOf(target.profile, target.email);
  return { type: "user", key: row.externalId ?? row.email ?? "", name };
}
