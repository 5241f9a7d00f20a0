import type { UpdateType } from "../../../contract/catalogue.ts";
import type { Section } from "../../../core/input/rows.ts";
import type { PlanScope } from "./scope.ts";

/** The types of update that each section's plan holds, as rows of `type`; null among them means nothing. */
const TYPES_IN: Record<Section, string> = {
  members: `select unnest(array[
              case when bool_or(action = 'create') then 'user_created' end,
              case when bool_or(action = 'create' and has_product) then 'user_invited' end,
              case when bool_or(action = 'link') then 'user_linked' end,
              case when bool_or(reactivates) then 'user_reactivated' end])
       from member_plan where skip_type is null
     union select 'user_updated' where exists (select from member_changes)
     union select type from absent where type <> 'admin_protected'
     union select case when target_id is null then 'direct_manager_removed' else 'direct_manager_assigned' end
       from manager_changes`,
  teams: `select case action when 'create' then 'team_created' when 'link' then 'team_linked'
                 else case when name <> old_name then 'team_renamed' end end
       from team_plan where skip_type is null
     union select 'team_deleted' where exists (select from absent_teams)`,
  teamMappings: `select type from place_changes union select type from nesting_changes`,
};

/** The types of update that were planned, so that none of the others is looked for among all people. */
export async function listPlannedTypes(
  { transaction }: PlanScope,
  sections: readonly Section[],
): Promise<ReadonlySet<UpdateType>> {
  if (sections.length === 0) return new Set();
  const { rows } = await transaction.query<{ type: UpdateType }>(
    `select type from (${sections.map((section) => TYPES_IN[section]).join(" union ")}) planned (type)`,
  );
  return new Set(rows.map(({ type }) => type));
}
