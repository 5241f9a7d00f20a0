import type { Database } from "../../db/database.ts";
import { isPlanning } from "../../db/queries/erase-users.ts";
import type { Actor } from "../actor.ts";
import { EngineError } from "../engine-error.ts";
import { erasePeople } from "../erasure/erase-people.ts";
import { changeDirectory, takeUser } from "./change-directory.ts";
import { requireOtherAdmin } from "./user-rules.ts";

/** Erases a person on request, whatever the state; nothing brings the person back. */
export async function eraseUser(database: Database, actor: Actor, userId: number): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeUser(change, userId);
    if (user.erased_at !== null) return;
    await requireOtherAdmin(change, user);
    if (await isPlanning(change.transaction, change.workspaceId)) {
      throw new EngineError(
        409,
        "sync_planning",
        "A sync is being planned and may name this person. Erase the user when the plan is ready.",
      );
    }
    await erasePeople(change.transaction, actor, [userId]);
  });
}
