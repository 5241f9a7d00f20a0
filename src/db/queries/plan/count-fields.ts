import type { PlanScope } from "./scope.ts";

/** How many updates of people change each field, at positions `first`..`last`, where those stand. */
export async function countChangedFields(
  { transaction, workspaceId, syncId }: PlanScope,
  { first, last }: { first: number; last: number },
): Promise<Record<string, number>> {
  const { rows } = await transaction.query<{ key: string; count: number }>(
    `select changed.key, count(*)::int as count
       from entries e cross join lateral jsonb_object_keys(e.after) as changed (key)
      where e.workspace_id = $1 and e.sync_id = $2 and e.position between $3 and $4
      group by changed.key order by count(*) desc, changed.key`,
    [workspaceId, syncId, first, last],
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}
