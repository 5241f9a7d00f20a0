/** What accepted rows do to users, and what absence does (sections 5, 6 and 11). */

import type { MemberRow, ProfileValue } from "../../src/core/input/rows.ts";
import {
  deactivateUser,
  deleteUser,
  findUser,
  isLive,
  type ModelDirectory,
  type ModelSettings,
  type ModelUser,
  type ModelValue,
  nameOf,
  reactivateUser,
  teamKey,
  userKey,
} from "./directory.ts";
import { emailAfter } from "./emails-and-seats.ts";
import { compareText, type ModelEntry, makeEntry } from "./entry.ts";
import { type MemberVerdict, rowSubject, skipEntry } from "./member-rows.ts";
import type { ModelRun } from "./run.ts";

/** Applies every row to the directory and reports it; answers the user of each accepted row. */
export function applyMemberRows(run: ModelRun, verdicts: MemberVerdict[]): Map<number, ModelUser> {
  const userOfLine = new Map<number, ModelUser>();
  for (const verdict of verdicts) {
    if (verdict.skip !== null) run.entries.push(skipEntry(verdict));
    else userOfLine.set(verdict.row.line, applyRow(run, verdict));
  }
  return userOfLine;
}

function applyRow(run: ModelRun, verdict: MemberVerdict): ModelUser {
  const { row, target } = verdict;
  const at = { section: "members" as const, line: row.line };
  const products = readProducts(row, run.after.settings, target === null);
  const wanted: Record<string, ProfileValue> = { ...row.profile };
  delete wanted.productAssignations;
  if (products.wanted !== undefined) wanted.productAssignations = products.wanted;

  const made: ModelEntry[] = [];
  const report = (type: ModelEntry["type"], parts: Partial<ModelEntry> = {}): void => {
    made.push(makeEntry(type, rowSubject(verdict), { ...at, ...parts }));
  };
  for (const flaw of row.flaws) {
    report(flaw.type, { reason: flaw.reason, value: flaw.value });
  }
  if (products.unknown.length > 0)
    report("unknown_product", { value: products.unknown.join("; ") });

  let user: ModelUser;
  if (target === null) {
    user = createUser(run.after, row);
    report("user_created", { changes: changeValues(user, emailAfter(verdict), wanted) });
    if (run.after.settings.automaticInvite) {
      if (user.profile.productAssignations === undefined) {
        report("invitation_not_sent", { reason: "no_product" });
      } else {
        user.state = "invited";
        report("user_invited");
      }
    }
  } else {
    user = findUser(run.after, target.id);
    if (!user.linked) {
      user.linked = true;
      user.externalId = row.externalId;
      report("user_linked", { changes: { externalId: [null, row.externalId] } });
    }
    if (!isLive(user)) {
      reactivateUser(user);
      report("user_reactivated");
    }
    if (target.role === "admin" && target.email !== row.email)
      report("admin_protected", { reason: "email_kept", value: row.email });
    for (const [property, values] of takeLocked(target, row, wanted))
      report("value_locked", { changes: { [property]: values } });
    const changes = changeValues(user, emailAfter(verdict), wanted);
    if (Object.keys(changes).length > 0) report("user_updated", { changes });
  }
  for (const entry of made) entry.subject.name = nameOf(user.profile, user.email);
  run.entries.push(...made);
  return user;
}

function createUser(directory: ModelDirectory, row: MemberRow): ModelUser {
  const user: ModelUser = {
    id: `u${directory.nextId}`,
    externalId: row.externalId,
    linked: true,
    email: "",
    profile: {},
    managerId: null,
    state: "created",
    stateBefore: null,
    removedBy: null,
    role: "employee",
    locks: [],
  };
  directory.nextId += 1;
  directory.users.push(user);
  return user;
}

/** Takes what is locked out of `wanted`; answers what would have changed. */
function takeLocked(
  user: ModelUser,
  row: MemberRow,
  wanted: Record<string, ProfileValue>,
): [property: string, values: [ModelValue | null, ModelValue | null]][] {
  return user.locks.flatMap((property) => {
    if (property === "email") {
      const isKept = user.role !== "admin" && user.email !== row.email;
      return isKept ? [[property, [user.email, row.email]]] : [];
    }
    const value = wanted[property];
    delete wanted[property];
    const present = user.profile[property] ?? null;
    return value === undefined || sameValue(present, value) ? [] : [[property, [present, value]]];
  });
}

/** Sets the values that differ; answers each as before and after. A blank value clears. */
function changeValues(
  user: ModelUser,
  email: string,
  wanted: Record<string, ProfileValue>,
): ModelEntry["changes"] {
  const changes: ModelEntry["changes"] = {};
  if (user.email !== email) {
    changes.email = [user.email === "" ? null : user.email, email];
    user.email = email;
  }
  for (const [property, value] of Object.entries(wanted)) {
    const before = user.profile[property] ?? null;
    if (sameValue(before, value)) continue;
    changes[property] = [before, value];
    if (value === null) delete user.profile[property];
    else user.profile[property] = value;
  }
  return changes;
}

function sameValue(a: ModelValue | null, b: ModelValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Section 11, "Products": at creation missing or blank = default; later missing = unchanged, blank = default.
 * Unknown names are left out; where none is known, a new user gets the default and a known one stays as it is.
 * `wanted` is undefined where nothing is to change.
 */
function readProducts(
  row: MemberRow,
  settings: ModelSettings,
  creating: boolean,
): { wanted: string[] | null | undefined; unknown: string[] } {
  const byDefault = settings.defaultProduct === null ? null : [settings.defaultProduct];
  const given = row.profile.productAssignations;
  if (given === undefined) return { wanted: creating ? byDefault : undefined, unknown: [] };
  const names = given === null ? [] : typeof given === "string" ? [given] : given;
  if (names.length === 0) return { wanted: byDefault, unknown: [] };

  const known = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const product = settings.products.find((each) => each.toLowerCase() === name.toLowerCase());
    if (product !== undefined) known.add(product);
    else if (!unknown.includes(name)) unknown.push(name);
  }
  if (known.size > 0) return { wanted: [...known].sort(compareText), unknown };
  return { wanted: creating ? byDefault : undefined, unknown };
}

/** Section 6: linked users that no row names are deactivated or deleted, administrators kept. */
export function removeAbsentUsers(
  run: ModelRun,
  named: Set<string>,
  removals: Map<string, "deactivated" | "deleted">,
): void {
  for (const user of run.before.users) {
    const subject = {
      type: "user" as const,
      key: userKey(user),
      name: nameOf(user.profile, user.email),
    };
    if (user.linked && isLive(user) && user.role === "admin" && !named.has(user.id))
      run.entries.push(makeEntry("admin_protected", subject, { reason: "removal_refused" }));

    const removal = removals.get(user.id);
    if (removal === "deactivated") {
      deactivateUser(run.after, user.id, "sync");
      run.entries.push(makeEntry("user_deactivated", subject));
    }
    if (removal === "deleted") {
      deleteUser(run.after, user.id, "sync");
      const changes: ModelEntry["changes"] = { email: [user.email, null] };
      for (const [property, value] of Object.entries(user.profile))
        changes[property] = [value, null];
      const links = listUserLinks(run.before, user);
      run.entries.push(makeEntry("user_deleted", subject, { changes, links }));
    }
  }
}

function listUserLinks(directory: ModelDirectory, user: ModelUser): Record<string, string[]> {
  const names = (ids: string[]): string[] => ids.sort(compareText);
  const teams = (place: "members" | "managers"): string[] =>
    directory.teams.filter((team) => team[place].has(user.id)).map((team) => teamKey(team));
  const keys = (users: ModelUser[]): string[] => users.map((each) => userKey(each));
  return {
    directManager: keys(directory.users.filter((each) => each.id === user.managerId)),
    directReports: names(keys(directory.users.filter((each) => each.managerId === user.id))),
    memberOf: names(teams("members")),
    managerOf: names(teams("managers")),
  };
}
