import type { AuditAction } from "../../contract/audit-actions.ts";
import type { PlaceChange } from "../../contract/directory.ts";
import { formatId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import type { LockedTeam, LockedUser } from "../../db/queries/lock-directory.ts";
import { deletePlace, readPlace, upsertPlace } from "../../db/queries/write-teams.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { linkedEnd } from "./audit-changes.ts";
import {
  changeDirectory,
  type DirectoryChange,
  takeLiveUser,
  takeTeam,
} from "./change-directory.ts";

/**
 * Sets a user's place in a team: member, manager, both, or with both flags false none. A flag that is not given
 * stays as it is. One audit row per flag that changes, named as a sync's updates are.
 */
export async function placeUser(
  database: Database,
  actor: Actor,
  teamId: number,
  userId: number,
  given: PlaceChange,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const team = await takeTeam(change, teamId);
    const user = await takeLiveUser(change, userId);
    const present = await readPlace(transaction, workspaceId, teamId, userId);
    const place = {
      is_member: given.isMember ?? present.is_member,
      is_manager: given.isManager ?? present.is_manager,
    };
    if (place.is_member || place.is_manager)
      await upsertPlace(transaction, workspaceId, teamId, userId, place);
    else await deletePlace(transaction, workspaceId, teamId, userId);
    if (place.is_member !== present.is_member) {
      const action = place.is_member ? "team_member_added" : "team_member_removed";
      await auditPlace(change, team, user, "member", place.is_member, action);
    }
    if (place.is_manager !== present.is_manager) {
      const action = place.is_manager ? "team_manager_assigned" : "team_manager_removed";
      await auditPlace(change, team, user, "manager", place.is_manager, action);
    }
  });
}

async function auditPlace(
  { transaction, actor }: DirectoryChange,
  team: LockedTeam,
  user: LockedUser,
  property: "member" | "manager",
  isThere: boolean,
  action: AuditAction,
): Promise<void> {
  const there = { [property]: linkedEnd("user", user) };
  const gone = { [property]: null };
  await writeAudit(transaction, actor, {
    action,
    target: { type: "team", id: formatId("team", team.id), name: team.name },
    before: isThere ? gone : there,
    after: isThere ? there : gone,
  });
}
