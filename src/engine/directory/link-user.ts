import type { AuditAction } from "../../contract/audit-actions.ts";
import { formatId } from "../../contract/ids.ts";
import type { Database } from "../../db/database.ts";
import {
  findActiveSource,
  findUserByExternalId,
  readSourceName,
} from "../../db/queries/check-directory.ts";
import type { LockedUser } from "../../db/queries/lock-directory.ts";
import { setUserClaim } from "../../db/queries/write-users.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { EngineError } from "../engine-error.ts";
import { changeDirectory, type DirectoryChange, takeLiveUser } from "./change-directory.ts";
import { checkExternalId } from "./user-values.ts";

/**
 * Says by which id the active source knows this person: the way out of `email_taken` (domain rules, section 11,
 * "Identity"). A tombstone that still goes by the id gives it up; a live user does not.
 */
export async function relinkUser(
  database: Database,
  actor: Actor,
  userId: number,
  givenExternalId: string,
): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const user = await takeLiveUser(change, userId);
    const externalId = checkExternalId(givenExternalId);
    const source = await findActiveSource(transaction, workspaceId);
    if (source === null) {
      throw new EngineError(
        409,
        "no_active_source",
        "No source is active in this workspace. Activate one first.",
      );
    }
    if (user.source_id === source.id && user.external_id === externalId) return;
    const holder = await findUserByExternalId(transaction, workspaceId, source.id, externalId);
    if (holder !== null && holder.id !== userId) {
      if (holder.state !== "deleted") {
        throw new EngineError(
          409,
          "external_id_taken",
          `${holder.name} is linked under this external id. Unlink that user first.`,
          [{ pointer: "/externalId", message: "is taken", fault: "taken" }],
          { holder: { id: formatId("user", holder.id), name: holder.name } },
        );
      }
      await setUserClaim(transaction, workspaceId, holder.id, null);
      await writeAudit(transaction, actor, {
        action: "user_unlinked",
        target: { type: "user", id: formatId("user", holder.id), name: holder.name },
        before: { externalId, source: source.name },
        after: { externalId: null, source: null },
      });
    }
    await setUserClaim(transaction, workspaceId, userId, { sourceId: source.id, externalId });
    await auditClaim(change, user, "user_relinked", { externalId, source: source.name });
  });
}

/** Ends a source's claim: the user is then nobody's, kept by hand, and joins again by email. */
export async function unlinkUser(database: Database, actor: Actor, userId: number): Promise<void> {
  await changeDirectory(database, actor, async (change) => {
    const user = await takeLiveUser(change, userId);
    if (user.external_id === null) {
      throw new EngineError(409, "not_linked", "No source has claimed this user.");
    }
    await setUserClaim(change.transaction, change.workspaceId, userId, null);
    await auditClaim(change, user, "user_unlinked", { externalId: null, source: null });
  });
}

async function auditClaim(
  { transaction, actor, workspaceId }: DirectoryChange,
  user: LockedUser,
  action: AuditAction,
  after: { externalId: string | null; source: string | null },
): Promise<void> {
  const source =
    user.source_id === null ? null : await readSourceName(transaction, workspaceId, user.source_id);
  await writeAudit(transaction, actor, {
    action,
    target: { type: "user", id: formatId("user", user.id), name: user.name },
    before: { externalId: user.external_id, source },
    after,
  });
}
