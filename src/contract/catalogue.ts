/**
 * The codes that a sync report speaks: update types, issue types, reasons, outcomes.
 * Array order is report order within a data type (domain rules, sections 5, 8 and 10).
 */

export const UPDATE_TYPES = [
  "user_created",
  "user_linked",
  "user_updated",
  "user_invited",
  "user_reactivated",
  "user_deactivated",
  "user_deleted",
  "direct_manager_assigned",
  "direct_manager_removed",
  "team_created",
  "team_linked",
  "team_renamed",
  "team_deleted",
  "team_member_added",
  "team_member_removed",
  "team_manager_assigned",
  "team_manager_removed",
  "subteam_added",
  "subteam_removed",
] as const;
export type UpdateType = (typeof UPDATE_TYPES)[number];

export const ISSUE_TYPES = [
  "user_skipped",
  "manager_profile_missing",
  "manager_is_self",
  "manager_cycle",
  "workspace_limit_reached",
  "admin_protected",
  "unknown_product",
  "unknown_property",
  "invalid_value",
  "value_locked",
  "invitation_not_sent",
  "team_skipped",
  "team_mapping_skipped",
  "subteam_conflict",
  "subteam_cycle",
] as const;
export type IssueType = (typeof ISSUE_TYPES)[number];

export type EntryType = UpdateType | IssueType;
export const ENTRY_KINDS = ["issue", "update"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What an entry is about. `null` in the contract where an issue is about neither (an unknown column). */
export const SUBJECT_TYPES = ["user", "team"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** The data type (filter "Users" or "Teams") that each type belongs to; `null` = neither. */
export const SUBJECT_OF: Record<EntryType, SubjectType | null> = {
  user_created: "user",
  user_linked: "user",
  user_updated: "user",
  user_invited: "user",
  user_reactivated: "user",
  user_deactivated: "user",
  user_deleted: "user",
  direct_manager_assigned: "user",
  direct_manager_removed: "user",
  team_created: "team",
  team_linked: "team",
  team_renamed: "team",
  team_deleted: "team",
  team_member_added: "team",
  team_member_removed: "team",
  team_manager_assigned: "team",
  team_manager_removed: "team",
  subteam_added: "team",
  subteam_removed: "team",
  user_skipped: "user",
  manager_profile_missing: "user",
  manager_is_self: "user",
  manager_cycle: "user",
  workspace_limit_reached: "user",
  admin_protected: "user",
  unknown_product: "user",
  unknown_property: null,
  invalid_value: "user",
  value_locked: "user",
  invitation_not_sent: "user",
  team_skipped: "team",
  team_mapping_skipped: "team",
  subteam_conflict: "team",
  subteam_cycle: "team",
};

/** The same for one entry: a value that cannot be read stands in rows of teams too (`section` = the input's part). */
export function subjectOf(type: EntryType, section: string | null): SubjectType | null {
  const isOfTeams = section === "teams" || section === "teamMappings";
  return type === "invalid_value" && isOfTeams ? "team" : SUBJECT_OF[type];
}

/** Why an issue was raised, or why an update was skipped at apply time. */
export const REASONS = [
  "missing_external_id",
  "invalid_external_id",
  "missing_email",
  "invalid_email",
  "duplicate_external_id",
  "duplicate_email",
  "email_taken",
  "deactivated_manually",
  "deleted_manually",
  "value_too_long",
  "missing_name",
  "unknown_manager",
  "skipped_manager",
  "leaves",
  "self",
  "loop",
  "seat_limit",
  "email_kept",
  "link_refused",
  "removal_refused",
  "invalid_format",
  "control_characters",
  "wrong_type",
  "no_product",
  "delivery_failed",
  "unknown_team",
  "unknown_member",
  "no_target",
  "both_targets",
  "self_subteam",
  "changed_since_review",
] as const;
export type Reason = (typeof REASONS)[number];

/** Issues that inform and ask for nothing: listed in a report, left out of `issues.total` (section 11). */
export function isInformation(type: EntryType, reason: string | null): boolean {
  return (
    type === "admin_protected" || (type === "user_skipped" && reason === "deactivated_manually")
  );
}

export const OUTCOMES = ["planned", "applied", "skipped", "not_applied"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SYNC_STATUSES = [
  "pending",
  "approved",
  "rejected",
  "failed",
  "completed",
  "cancelled",
] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

export const SYNC_PHASES = [
  "queued",
  "reading",
  "planning",
  "awaiting_approval",
  "applying",
  "done",
] as const;
export type SyncPhase = (typeof SYNC_PHASES)[number];

export const SYNC_MODES = ["full", "partial"] as const;
export type SyncMode = (typeof SYNC_MODES)[number];

export const USER_STATES = ["created", "invited", "active", "deactivated", "deleted"] as const;
export type UserState = (typeof USER_STATES)[number];

export const USER_ROLES = ["admin", "executive", "collaborator", "employee"] as const;
export type UserRole = (typeof USER_ROLES)[number];
