import type { IssueType } from "#contract/catalogue.ts";
import { labelOfReason } from "#contract/cause-labels.ts";
import type { Language } from "#contract/language.ts";
import type { Cause } from "../../../api/entries.ts";
import type { troubleshootingMessages } from "./messages.ts";

type MessageKey = keyof typeof troubleshootingMessages.en;

/** What each type of issue comes down to for people and teams. */
const EFFECTS = {
  user_skipped: "skippedUsers",
  manager_profile_missing: "keptManagers",
  manager_is_self: "keptManagers",
  manager_cycle: "keptManagers",
  workspace_limit_reached: "noSeat",
  admin_protected: "keptAdmins",
  unknown_product: "missedProducts",
  unknown_property: "droppedColumns",
  invalid_value: "valuesOfUsers",
  value_locked: "keptValues",
  invitation_not_sent: "notInvited",
  team_skipped: "skippedTeams",
  team_mapping_skipped: "skippedMappings",
  subteam_conflict: "keptParents",
  subteam_cycle: "keptParents",
} as const satisfies Record<IssueType, MessageKey>;

export type Effect = {
  key: (typeof EFFECTS)[IssueType] | "valuesOfTeams";
  n: number;
};

/** What a cause brought about: the message, and how many people, teams or columns it counts. */
export function findEffect({ type, count, impactedUsers, impactedTeams }: Cause): Effect {
  const key = EFFECTS[type as IssueType];
  if (type === "invalid_value" && impactedUsers === 0) {
    return { key: "valuesOfTeams", n: impactedTeams };
  }
  return { key, n: impactedUsers || impactedTeams || count };
}

/** What a cause is called: its reason, where its type has several. */
export function nameCause({ type, reason, label }: Cause, language: Language): string {
  return labelOfReason(type as IssueType, reason, language) ?? label;
}
