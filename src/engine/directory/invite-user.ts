import type { Database } from "../../db/database.ts";
import { findInvitation } from "../../db/queries/invitations.ts";
import { setUserState } from "../../db/queries/write-users.ts";
import { type Actor, systemActor } from "../actor.ts";
import { EngineError } from "../engine-error.ts";
import { opens, parseInvitationToken } from "../invitation-token.ts";
import { createInvitation } from "../invitations.ts";
import { changeDirectory, takeLiveUser } from "./change-directory.ts";
import { acceptInvitation, auditState, userDeactivated } from "./user-access.ts";

/**
 * Invites a user, or reminds one: a new link takes the place of the one before (domain rules, section 6). Answers
 * the token, for the caller to deliver; `mail` sends one too.
 */
export async function inviteUser(
  database: Database,
  actor: Actor,
  userId: number,
  options: { mail: boolean },
): Promise<{ token: string; expiresAt: Date }> {
  return changeDirectory(database, actor, async (change) => {
    const { transaction, workspaceId } = change;
    const user = await takeLiveUser(change, userId);
    if (user.state === "deactivated") throw userDeactivated();
    if (user.state === "active") {
      throw new EngineError(
        409,
        "already_active",
        "This user is active already; there is nothing to accept.",
      );
    }
    const invitation = await createInvitation(transaction, workspaceId, userId, options.mail);
    if (user.state !== "invited") await setUserState(transaction, workspaceId, userId, "invited");
    await auditState(change, user, "user_invited", "invited");
    return invitation;
  });
}

/** How an invitation stands when its link is opened. */
export type InvitationState = "open" | "used" | "over" | "unknown";

export interface OpenedInvitation {
  state: InvitationState;
  /** Known unless the state is `unknown`. */
  workspaceName: string | null;
}

const UNKNOWN: OpenedInvitation = { state: "unknown", workspaceName: null };

/** Looks at an invitation by its token; changes nothing, because mail scanners open links too. */
export async function openInvitation(
  database: Database,
  tokenText: string,
): Promise<OpenedInvitation> {
  const found = await findByToken(database, tokenText);
  if (found === null) return UNKNOWN;
  const { workspace_name: workspaceName, used, open } = found.invitation;
  return { state: used ? "used" : open ? "open" : "over", workspaceName };
}

/** The person presses the button: the user becomes active, once. Answers how the invitation stood before. */
export async function acceptInvitationLink(
  database: Database,
  tokenText: string,
  from: { ip: string | null; requestId: string | null },
): Promise<OpenedInvitation> {
  const workspaceId = parseInvitationToken(tokenText)?.workspaceId;
  if (workspaceId === undefined || (await findByToken(database, tokenText)) === null)
    return UNKNOWN;
  const actor: Actor = { ...systemActor(workspaceId), name: "Invitation link", ...from };
  try {
    return await changeDirectory(database, actor, async (change) => {
      const found = await findByToken(change.transaction, tokenText);
      if (found === null) return UNKNOWN;
      const { workspace_name: workspaceName, used, open, user_id: userId } = found.invitation;
      if (!open) return { state: used ? ("used" as const) : ("over" as const), workspaceName };
      await acceptInvitation(change, await takeLiveUser(change, userId));
      return { state: "open" as const, workspaceName };
    });
  } catch (error) {
    // Deactivated or deleted since: the invitation went with the access.
    if (error instanceof EngineError)
      return { ...(await openInvitation(database, tokenText)), state: "over" };
    throw error;
  }
}

async function findByToken(queryable: Pick<Database, "query">, tokenText: string) {
  const token = parseInvitationToken(tokenText);
  if (token === null) return null;
  const invitation = await findInvitation(queryable, token.workspaceId, token.invitationId);
  if (invitation === null || !opens(token.hash, invitation.token_hashes)) return null;
  return { token, invitation };
}
