import { parseId } from "../../contract/ids.ts";
import { type ChainLink, readManagerChain } from "../../db/queries/check-directory.ts";
import { EngineError } from "../engine-error.ts";
import { type DirectoryChange, takeUser } from "./change-directory.ts";
import { hasSeat } from "./user-rules.ts";
import { refuse } from "./user-values.ts";

const POINTER = "/directManagerId";

/**
 * The user who is to be somebody's Direct Manager: has access, and no loop arises (domain rules, section 11,
 * "Manual calls that would close a loop: 409"). `userId` is `null` for a user who does not exist yet.
 */
export async function takeDirectManager(
  change: DirectoryChange,
  managerId: string,
  userId: number | null,
): Promise<ChainLink> {
  const id = parseId("user", managerId);
  const manager = id === null ? null : await findUser(change, id);
  if (manager === null) {
    const message = "names no user of this workspace";
    refuse([{ pointer: POINTER, message, fault: "unknown_user" }]);
  }
  if (manager!.id === userId) {
    throw new EngineError(409, "manager_is_self", "A user cannot be their own Direct Manager.", [
      { pointer: POINTER, message: "is the user", fault: "is_self" },
    ]);
  }
  if (!hasSeat(manager!.state)) {
    const message = `names a user who is ${manager!.state}`;
    refuse([{ pointer: POINTER, message, fault: "no_access" }]);
  }
  if (userId !== null) await refuseLoop(change, manager!.id, userId);
  return { id: manager!.id, name: manager!.name };
}

async function findUser(change: DirectoryChange, id: number) {
  try {
    return await takeUser(change, id);
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return null;
    throw error;
  }
}

async function refuseLoop(
  change: DirectoryChange,
  managerId: number,
  userId: number,
): Promise<void> {
  const chain = await readManagerChain(change.transaction, change.workspaceId, managerId);
  const at = chain.findIndex((link) => link.id === userId);
  if (at < 0) return;
  const names = chain.slice(0, at + 1).map((link) => link.name);
  const ring = [names.at(-1)!, ...names];
  throw new EngineError(
    409,
    "manager_cycle",
    `The reporting line would loop: ${ring.join(" reports to ")}.`,
    [{ pointer: POINTER, message: "would close a loop", fault: "loop" }],
    { ring },
  );
}
