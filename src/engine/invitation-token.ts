import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * What an invitation link ends in: workspace, invitation and a secret of 256 bits. The two numbers find the row by
 * its key; only the SHA-256 of the secret is stored.
 */
export interface InvitationToken {
  workspaceId: number;
  invitationId: number;
  hash: Buffer;
}

/** A new token; its text is shown once, its hash kept. */
export function makeInvitationToken(
  workspaceId: number,
  invitationId: number,
): { text: string; hash: Buffer } {
  const secret = randomBytes(32).toString("base64url");
  return { text: `${workspaceId}-${invitationId}-${secret}`, hash: hashSecret(secret) };
}

/** Reads the text of a token; `null` when it is none. */
export function parseInvitationToken(text: string): InvitationToken | null {
  const match = /^([1-9]\d{0,14})-([1-9]\d{0,14})-([\w-]{43})$/.exec(text);
  if (match === null) return null;
  return {
    workspaceId: Number(match[1]),
    invitationId: Number(match[2]),
    hash: hashSecret(match[3]!),
  };
}

/** Whether a hash is among those kept. */
export function opens(hash: Buffer, kept: readonly Buffer[]): boolean {
  return kept.some((each) => each.length === hash.length && timingSafeEqual(each, hash));
}

function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The address of the page that accepts an invitation. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/invitations/${token}`;
}
