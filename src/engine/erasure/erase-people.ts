import { ERASED_USER_NAME } from "../../contract/directory.ts";
import type { Queryable } from "../../db/database.ts";
import { blankUsers, deleteTiesOfUsers } from "../../db/queries/erase-users.ts";
import type { Actor } from "../actor.ts";
import { writeAudit } from "../audit.ts";
import { eraseAudit } from "./erase-audit.ts";
import { eraseEntries } from "./erase-entries.ts";
import { eraseInputs } from "./erase-inputs.ts";
import { findIdentity } from "./find-identity.ts";

/**
 * Erases people for good (domain rules, section 11, "Privacy"): blank in the directory, in reports (also about
 * others), in stored inputs and in the audit log; types, counts and positions stay. The users are locked by the caller.
 */
export async function erasePeople(
  transaction: Queryable,
  actor: Actor,
  userIds: readonly number[],
): Promise<void> {
  if (userIds.length === 0) return;
  const { workspaceId } = actor;
  const people = await findIdentity(transaction, workspaceId, userIds);
  await deleteTiesOfUsers(transaction, workspaceId, userIds);
  await blankUsers(transaction, workspaceId, userIds);
  await eraseEntries(transaction, workspaceId, people);
  await eraseInputs(transaction, workspaceId, people);
  await eraseAudit(transaction, workspaceId, people);
  for (const id of people.auditIds) {
    await writeAudit(transaction, actor, {
      action: "user_erased",
      target: { type: "user", id, name: ERASED_USER_NAME },
    });
  }
}
