import type { UpdateType } from "../../contract/catalogue.ts";

/**
 * The order in which the types of updates are applied, one step each: who goes frees seats and addresses for who
 * comes, users and teams exist before lines are drawn between them, and an old line goes before the new one.
 */
export const STEP_OF: Record<UpdateType, number> = {
  user_deleted: 1,
  user_deactivated: 2,
  user_linked: 3,
  user_updated: 4,
  user_created: 5,
  user_reactivated: 6,
  user_invited: 7,
  team_deleted: 8,
  team_linked: 9,
  team_created: 10,
  team_renamed: 11,
  direct_manager_removed: 12,
  direct_manager_assigned: 13,
  subteam_removed: 14,
  subteam_added: 15,
  team_member_removed: 16,
  team_manager_removed: 17,
  team_member_added: 18,
  team_manager_assigned: 19,
};

/** The applied step of a sync whose plan is applied to its end. */
export const FINISHED_STEP = 32767;
