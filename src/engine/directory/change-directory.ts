import { formatId } from "../../contract/ids.ts";
import { type Database, type Queryable, withTransaction } from "../../db/database.ts";
import {
  type DirectoryRules,
  type LockedTeam,
  type LockedUser,
  lockDirectory,
  lockTeam,
  lockUser,
} from "../../db/queries/lock-directory.ts";
import type { Actor } from "../actor.ts";
import { EngineError, notFound } from "../engine-error.ts";
import { requireScope } from "../permission.ts";

/** A change of the directory by hand, while it has its turn. */
export interface DirectoryChange {
  transaction: Queryable;
  actor: Actor;
  workspaceId: number;
  rules: DirectoryRules;
}

/**
 * Runs one change by hand: permission check, one transaction, the workspace's turn. Changes of one workspace go one
 * after the other, so that seats, the last admin and loops are judged on what is really there.
 */
export async function changeDirectory<T>(
  database: Database,
  actor: Actor,
  work: (change: DirectoryChange) => Promise<T>,
): Promise<T> {
  requireScope(actor, "read_write");
  const { workspaceId } = actor;
  try {
    return await withTransaction(database, async (transaction) => {
      const rules = await lockDirectory(transaction, workspaceId);
      return work({ transaction, actor, workspaceId, rules });
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A sync that is applied at the same moment can take an address or an id between our look and our write. */
function asRefusal(error: unknown): unknown {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  if (constraint === "users_email_once") return emailTaken(null);
  if (constraint === "users_external_id_once") {
    return new EngineError(
      409,
      "external_id_taken",
      "Another user has just been linked under this external id.",
    );
  }
  return error;
}

/** 409 `email_taken`, naming who holds the address. */
export function emailTaken(holder: { id: number; name: string } | null): EngineError {
  const who = holder === null ? "Another user" : `Another user, ${holder.name},`;
  return new EngineError(
    409,
    "email_taken",
    `${who} has this email address.`,
    [{ pointer: "/email", message: "is taken", fault: "taken" }],
    holder === null ? {} : { holder: { id: formatId("user", holder.id), name: holder.name } },
  );
}

/** The user, locked; 404 when the workspace has none of that id. */
export async function takeUser(change: DirectoryChange, userId: number): Promise<LockedUser> {
  const user = await lockUser(change.transaction, change.workspaceId, userId);
  if (user === null) throw notFound("user");
  return user;
}

/** The same, refusing who is erased. */
export async function takeKnownUser(change: DirectoryChange, userId: number): Promise<LockedUser> {
  const user = await takeUser(change, userId);
  if (user.erased_at !== null)
    throw new EngineError(409, "user_erased", "This user was erased; nothing of it can change.");
  return user;
}

/** The same, refusing who is deleted. */
export async function takeLiveUser(
  change: DirectoryChange,
  userId: number,
): Promise<LockedUser & { email: string }> {
  const user = await takeKnownUser(change, userId);
  if (user.state === "deleted") {
    throw new EngineError(409, "user_deleted", "This user is deleted. Restore the user first.");
  }
  return { ...user, email: user.email! };
}

/** The team, locked; 404 when the workspace has none of that id. */
export async function takeTeam(change: DirectoryChange, teamId: number): Promise<LockedTeam> {
  const team = await lockTeam(change.transaction, change.workspaceId, teamId);
  if (team === null) throw notFound("team");
  return team;
}
