import type { IssueType, Reason } from "../catalogue.ts";

/** The reasons that each issue type can have; a type without any has one cause (domain rules, sections 8 and 11). */
export const ISSUE_REASONS = {
  user_skipped: [
    "missing_external_id",
    "invalid_external_id",
    "missing_email",
    "invalid_email",
    "value_too_long",
    "duplicate_external_id",
    "duplicate_email",
    "email_taken",
    "deactivated_manually",
    "deleted_manually",
  ],
  manager_profile_missing: ["unknown_manager", "skipped_manager", "leaves"],
  manager_is_self: ["self"],
  manager_cycle: ["loop"],
  workspace_limit_reached: ["seat_limit"],
  admin_protected: ["email_kept", "link_refused", "removal_refused"],
  unknown_product: [],
  unknown_property: [],
  invalid_value: ["invalid_format", "control_characters", "wrong_type", "value_too_long"],
  value_locked: [],
  invitation_not_sent: ["no_product", "delivery_failed"],
  team_skipped: [
    "missing_external_id",
    "invalid_external_id",
    "missing_name",
    "value_too_long",
    "duplicate_external_id",
  ],
  team_mapping_skipped: [
    "missing_external_id",
    "invalid_external_id",
    "value_too_long",
    "invalid_format",
    "wrong_type",
    "unknown_team",
    "unknown_member",
    "no_target",
    "both_targets",
  ],
  subteam_conflict: [],
  subteam_cycle: ["loop", "self_subteam"],
} as const satisfies Record<IssueType, readonly Reason[]>;

/** The reasons of one issue type. */
export type ReasonOf<Type extends IssueType> = (typeof ISSUE_REASONS)[Type][number];
