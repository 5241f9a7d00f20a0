/** Filters of the list of users; values of one filter are alternatives, `null` = not filtered. */
export interface UserFilter {
  states: readonly string[];
  roles: readonly string[] | null;
  teams: LinkFilter | null;
  managers: LinkFilter | null;
  linked: boolean | null;
  /** Exactly this one, of any source. */
  externalId: string | null;
  q: string | null;
}

/** Linked to one of these, or, with `none`, to nothing. */
export interface LinkFilter {
  ids: readonly number[];
  none: boolean;
}

/** Conditions on `users`, over the parameters $1..$10 of `userFilterValues`. */
export const USER_FILTER = {
  common: `workspace_id = $1 and erased_at is null
    and (($4::bigint[] is null)
      or id in (select user_id from team_places where workspace_id = $1 and team_id = any ($4))
      or ($5::boolean and not exists (
        select from team_places p where p.workspace_id = $1 and p.user_id = users.id)))
    and (($6::bigint[] is null)
      or id in (select user_id from direct_managers where workspace_id = $1 and manager_id = any ($6))
      or ($7::boolean and not exists (
        select from direct_managers l where l.workspace_id = $1 and l.user_id = users.id)))
    and ($10::text is null or external_id = $10)
    and ($9::text is null or strpos(fold(name), fold($9)) > 0
      or strpos(fold(coalesce(email, former_email)), fold($9)) > 0 or strpos(fold(external_id), fold($9)) > 0)`,
  state: "state = any ($2)",
  role: "($3::text[] is null or role = any ($3))",
  linked: "($8::boolean is null or (external_id is not null) = $8)",
};

/** All of them. */
export const PASSES_ALL = Object.values(USER_FILTER).join(" and ");

export function userFilterValues(workspaceId: number, filter: UserFilter): unknown[] {
  const { teams, managers } = filter;
  return [
    ...[workspaceId, filter.states, filter.roles],
    ...[teams?.ids ?? null, teams?.none ?? false, managers?.ids ?? null, managers?.none ?? false],
    ...[filter.linked, filter.q, filter.externalId],
  ];
}
