import type { Queryable } from "../database.ts";
import { USER_FILTER, type UserFilter, userFilterValues } from "./user-filter.ts";

export interface UserFacetRow {
  facet: "total" | "status" | "role" | "linked";
  value: string | null;
  count: number;
}

/** How many users each status, role and kind of origin would show, each under the other filters. */
export async function countUserFacets(
  queryable: Queryable,
  workspaceId: number,
  filter: UserFilter,
): Promise<UserFacetRow[]> {
  const { rows } = await queryable.query<UserFacetRow>(
    `with found as materialized (
       select state, role, external_id is not null as linked, ${USER_FILTER.state} as in_state,
              ${USER_FILTER.role} as in_role, ${USER_FILTER.linked} as in_linked
         from users where ${USER_FILTER.common}
     )
     select 'total' as facet, null as value, count(*) as count from found where in_state and in_role and in_linked
     union all
     select 'status', state, count(*) from found where in_role and in_linked group by state
     union all
     select 'role', role, count(*) from found where in_state and in_linked group by role
     union all
     select 'linked', linked::text, count(*) from found where in_state and in_role group by linked`,
    userFilterValues(workspaceId, filter),
  );
  return rows;
}
