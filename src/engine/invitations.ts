import type { Queryable } from "../db/database.ts";
import {
  addTokenHash,
  closeInvitations,
  insertInvitation,
  insertInvitationsWithMail,
  insertMail,
} from "../db/queries/invitations.ts";
import { makeInvitationToken } from "./invitation-token.ts";

/**
 * Invites many users at once, by mail: what a sync's `user_invited` updates do beside setting the state. Takes the
 * place of invitations that are open. The mail goes out after the commit (`deliver-mail.ts`).
 */
export async function createInvitations(
  transaction: Queryable,
  workspaceId: number,
  userIds: readonly number[],
): Promise<void> {
  if (userIds.length === 0) return;
  await closeInvitations(transaction, workspaceId, userIds, "replaced");
  await insertInvitationsWithMail(transaction, workspaceId, userIds);
}

/** Invites one user with a token for the caller to deliver; `mail` puts one into the outbox too. */
export async function createInvitation(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  mail: boolean,
): Promise<{ token: string; expiresAt: Date }> {
  await closeInvitations(transaction, workspaceId, [userId], "replaced");
  const { id, expires_at } = await insertInvitation(transaction, workspaceId, userId);
  const token = makeInvitationToken(workspaceId, id);
  await addTokenHash(transaction, workspaceId, id, token.hash);
  if (mail) await insertMail(transaction, workspaceId, id);
  return { token: token.text, expiresAt: expires_at };
}

/** Ends a user's open invitation: used, or withdrawn. */
export async function closeInvitation(
  transaction: Queryable,
  workspaceId: number,
  userId: number,
  how: "used" | "replaced",
): Promise<void> {
  await closeInvitations(transaction, workspaceId, [userId], how);
}
