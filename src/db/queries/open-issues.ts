import { ISSUE_TYPES, isInformation } from "../../contract/catalogue.ts";
import type { Queryable } from "../database.ts";

/** Syncs that said the last word about a directory: previews and what was refused said nothing about it. */
const NEWEST_FINISHED = `
  select s.id, s.number, s.finished_at from syncs s
   where s.workspace_id = $1 and not s.dry_run and s.planned_at is not null and s.finished_at is not null
     and s.status in ('completed', 'approved', 'failed')
   order by s.id desc limit 1`;

/** Types whose every reason is information, which is listed and not counted (domain rules, section 11, "Runs"). */
const INFORMATION = ISSUE_TYPES.filter((type) => isInformation(type, null));

/** An expression: the types of issues that the newest finished sync has about what `subject` names. */
export const openIssueTypes = (subject: string) => `
  array(select distinct e.type from entries e
         where e.workspace_id = $1 and ${subject} and e.step = 0
           and e.sync_id = (select id from (${NEWEST_FINISHED}) newest)
           and e.type <> all ('{${INFORMATION.join(",")}}') and e.reason is distinct from 'deactivated_manually'
         order by e.type)`;

export interface FinishedSync {
  id: number;
  number: number;
  finished_at: Date;
}

/** The newest sync that has done what it was to do; `null` = none has. */
export async function findNewestFinishedSync(
  queryable: Queryable,
  workspaceId: number,
): Promise<FinishedSync | null> {
  const { rows } = await queryable.query<FinishedSync>(NEWEST_FINISHED, [workspaceId]);
  return rows[0] ?? null;
}

/** Positions of the issues that a sync has about a user or team, up to `limit`. */
export async function listIssuePositions(
  queryable: Queryable,
  workspaceId: number,
  syncId: number,
  subject: { type: "user" | "team"; id: number },
  limit: number,
): Promise<number[]> {
  const { rows } = await queryable.query<{ position: number }>(
    `select e.position from entries e
      where e.workspace_id = $1 and e.sync_id = $2 and e.${subject.type}_id = $3 and e.step = 0
      order by e.position limit $4`,
    [workspaceId, syncId, subject.id, limit],
  );
  return rows.map(({ position }) => position);
}
