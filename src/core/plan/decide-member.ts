import type { IssueType, Reason, UserRole, UserState } from "../../contract/catalogue.ts";

/** How a row of the members section met the directory (domain rules, section 4). */
export type Match =
  /** No user: a new one. */
  | "none"
  /** By external id, among the users that this source has claimed. */
  | "external_id"
  /** By email, among the users that no active source has claimed. */
  | "email";

/** Everything that the decision about a sound row depends on. */
export interface MemberSituation {
  match: Match;
  /** `null` without a match, like `removedBy`. */
  state: UserState | null;
  removedBy: "sync" | "person" | null;
  isAdmin: boolean;
}

export interface MemberDecision {
  /** `keep`: stays as it is but for changed values. */
  action: "create" | "link" | "keep" | "skip";
  /** Comes back from `deactivated` or `deleted`; takes a seat. */
  reactivates: boolean;
  issue: { type: IssueType; reason: Reason } | null;
}

const decide = (action: MemberDecision["action"], reactivates = false): MemberDecision => ({
  action,
  reactivates,
  issue: null,
});
const refuse = (type: IssueType, reason: Reason): MemberDecision => ({
  action: "skip",
  reactivates: false,
  issue: { type, reason },
});

/** What a sound row does with the user it meets (domain rules, section 6; section 11, "Identity"). */
export function decideMember(situation: MemberSituation): MemberDecision {
  const { match, state, removedBy, isAdmin } = situation;
  if (match === "none") return decide("create");
  if (match === "email" && isAdmin) return refuse("admin_protected", "link_refused");
  const action = match === "email" ? "link" : "keep";
  if (state === "deleted" || state === "deactivated") {
    // What a person decided stays until a person decides otherwise.
    if (removedBy !== "sync") {
      return refuse(
        "user_skipped",
        state === "deleted" ? "deleted_manually" : "deactivated_manually",
      );
    }
    return decide(action, true);
  }
  return decide(action);
}

/** Every situation with its decision: a table that SQL joins, so that each row is decided by these rules. */
export function listMemberDecisions(): (MemberSituation & MemberDecision)[] {
  const rows: MemberSituation[] = [{ match: "none", state: null, removedBy: null, isAdmin: false }];
  const states: UserState[] = ["created", "invited", "active", "deactivated", "deleted"];
  for (const match of ["external_id", "email"] as const) {
    for (const state of states) {
      for (const removedBy of ["sync", "person", null] as const) {
        for (const isAdmin of [true, false]) rows.push({ match, state, removedBy, isAdmin });
      }
    }
  }
  return rows.map((situation) => ({ ...situation, ...decideMember(situation) }));
}

/** What happens to a linked user that no row names (section 6). `null`: nothing. */
export function decideAbsent(
  state: UserState,
  role: UserRole,
  absentInvited: "delete" | "deactivate",
): "user_deactivated" | "user_deleted" | "admin_protected" | null {
  if (state === "deactivated" || state === "deleted") return null;
  if (role === "admin") return "admin_protected";
  if (state === "active") return "user_deactivated";
  return absentInvited === "delete" ? "user_deleted" : "user_deactivated";
}
