import type { UpdateType } from "../../contract/catalogue.ts";

/** Where types of updates write that only add rows, or change those of one table. */
const WRITES: Partial<Record<UpdateType, "users" | "teams" | "direct_managers" | "team_places">> = {
  user_created: "users",
  team_created: "teams",
  subteam_added: "teams",
  direct_manager_assigned: "direct_managers",
  team_member_added: "team_places",
};

/** Those that come by the hundred thousand. */
const MANY: ReadonlySet<UpdateType> = new Set([
  ...(["user_created", "direct_manager_assigned", "team_member_added"] as const),
]);

/**
 * Whether a batch of updates can be made while the one before it is: neither touches a row of the other. Updates of
 * one type are about different users, or places; of two types they are in different tables.
 */
export function mayGoAhead(before: UpdateType, next: UpdateType): boolean {
  if (!MANY.has(next)) return false;
  if (before === next) return true;
  return WRITES[before] !== undefined && WRITES[before] !== WRITES[next];
}
