/** Who reports to whom after the run (section 6, "Direct Manager"; section 11, "Managers and loops"). */

import type { Reason } from "../../src/contract/catalogue.ts";
import type { MemberRow } from "../../src/core/input/rows.ts";
import { findUser, isLive, type ModelUser, nameOf, userKey } from "./directory.ts";
import { makeEntry } from "./entry.ts";
import type { MemberVerdict } from "./member-rows.ts";
import { findRings, turnToLeast } from "./rings.ts";
import type { ModelRun } from "./run.ts";

type Lookup = { user: ModelUser } | { problem: Reason; cause?: MemberVerdict };

/** The second pass: runs when every row has its user and every removal is done. */
export function planDirectManagers(
  run: ModelRun,
  verdicts: MemberVerdict[],
  userOfLine: Map<number, ModelUser>,
): void {
  // What each accepted row asks for; `null` = nobody. Rows that ask for nothing have no entry here.
  const wanted = new Map<string, string | null>();
  const lineOf = new Map<string, number>();

  for (const { row } of verdicts) {
    const user = userOfLine.get(row.line);
    if (user === undefined) continue;
    lineOf.set(user.id, row.line);
    if (row.manager === undefined) continue;
    const { externalId, email } = row.manager;
    if (externalId === null && email === null) {
      wanted.set(user.id, null);
      continue;
    }
    const found = findManager(run, verdicts, externalId, email);
    const at = { section: "members" as const, line: row.line, value: externalId ?? email };
    if ("problem" in found) {
      const entry = makeEntry("manager_profile_missing", subjectOf(user), {
        ...at,
        reason: found.problem,
      });
      const cause = found.cause?.skip;
      if (found.cause !== undefined && cause !== null && cause !== undefined)
        entry.causedBy = { type: cause.type, reason: cause.reason, line: found.cause.row.line };
      run.entries.push(entry);
    } else if (found.user.id === user.id) {
      run.entries.push(makeEntry("manager_is_self", subjectOf(user), { ...at, reason: "self" }));
    } else {
      wanted.set(user.id, found.user.id);
    }
  }

  refuseRings(run, wanted, lineOf);
  applyManagers(run, wanted, lineOf);
}

/**
 * By external id among linked users, those of this input included; by email among people as they are after the run.
 * Without somebody in the directory, a skipped row that bears the id or email is the cause.
 */
function findManager(
  run: ModelRun,
  verdicts: MemberVerdict[],
  externalId: string | null,
  email: string | null,
): Lookup {
  const bears = (row: MemberRow): boolean =>
    externalId !== null ? row.externalId === externalId : row.email === email;
  const isMeant = (user: ModelUser, address: string): boolean =>
    externalId !== null ? user.linked && user.externalId === externalId : address === email;

  for (const user of run.after.users) {
    if (user.state === "deleted" || !isMeant(user, user.email)) continue;
    return isLive(user) ? { user } : { problem: "leaves" };
  }
  for (const verdict of verdicts) {
    if (verdict.skip !== null && bears(verdict.row))
      return { problem: "skipped_manager", cause: verdict };
  }
  for (const user of run.before.users) {
    // By external id a tombstone is still known; by email only who held the address when the run began.
    if (externalId === null && user.state === "deleted") continue;
    if (isMeant(user, user.email) && findUser(run.after, user.id).state === "deleted")
      return { problem: "leaves" };
  }
  return { problem: "unknown_manager" };
}

/**
 * Lines are taken as they would be after the run. Every member of a ring is an issue; the assignments in it are
 * dropped, so present managers are back; that is repeated until there is no ring.
 */
function refuseRings(
  run: ModelRun,
  wanted: Map<string, string | null>,
  lineOf: Map<string, number>,
): void {
  const told = new Set<string>();
  for (;;) {
    const lines = new Map<string, string>();
    for (const user of run.after.users) {
      if (user.state === "deleted") continue;
      const manager = wanted.has(user.id) ? wanted.get(user.id) : user.managerId;
      if (manager !== null && manager !== undefined) lines.set(user.id, manager);
    }
    const rings = findRings(lines);
    if (rings.length === 0) return;
    for (const ring of rings) {
      const keys = ring.map((id) => userKey(findUser(run.after, id)));
      for (const id of ring) {
        wanted.delete(id);
        if (told.has(id)) continue;
        told.add(id);
        const line = lineOf.get(id) ?? null;
        run.entries.push(
          makeEntry("manager_cycle", subjectOf(findUser(run.after, id)), {
            section: line === null ? null : "members",
            line,
            reason: "loop",
            ring: turnToLeast(keys),
          }),
        );
      }
    }
  }
}

function applyManagers(
  run: ModelRun,
  wanted: Map<string, string | null>,
  lineOf: Map<string, number>,
): void {
  for (const [id, managerId] of wanted) {
    const user = findUser(run.after, id);
    // A line to somebody who is deleted in this run went with them, and has no entry of its own.
    if (user.managerId === managerId) continue;
    const present = run.before.users.find((each) => each.id === id)?.managerId ?? null;
    const keyOf = (other: string | null): string | null =>
      other === null ? null : userKey(findUser(run.after, other));
    run.entries.push(
      makeEntry(
        managerId === null ? "direct_manager_removed" : "direct_manager_assigned",
        subjectOf(user),
        {
          section: "members",
          line: lineOf.get(id) ?? null,
          changes: { directManager: [keyOf(present), keyOf(managerId)] },
        },
      ),
    );
    user.managerId = managerId;
  }
}

function subjectOf(user: ModelUser): { type: "user"; key: string; name: string } {
  return { type: "user", key: userKey(user), name: nameOf(user.profile, user.email) };
}
