import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "../db/database.ts";
import {
  endLinksOf,
  insertLink,
  type LinkPurpose,
  takeLink,
} from "../db/queries/one-time-links.ts";
import { EngineError } from "./engine-error.ts";

const LIFE_HOURS = 24;
const PATHS: Record<LinkPurpose, string> = { setup: "/setup", password: "/set-password" };

/**
 * A link that works once, within a day. `path` has the token in the fragment, which browsers send to no server: it
 * reaches neither an access log nor a proxy.
 */
export interface OneTimeLink {
  token: string;
  path: string;
}

/** Makes a link for the first admin, or for an account to set its password with. */
export async function makeLink(
  transaction: Queryable,
  purpose: LinkPurpose,
  accountId: string | null,
): Promise<OneTimeLink> {
  const token = randomBytes(32).toString("base64url");
  if (accountId !== null) await endLinksOf(transaction, accountId);
  await insertLink(transaction, {
    tokenHash: hashToken(token),
    purpose,
    accountId,
    hours: LIFE_HOURS,
  });
  return { token, path: `${PATHS[purpose]}#token=${token}` };
}

/** Uses a link up and answers whose it is. Throws when it does not work (any more). */
export async function redeemLink(
  transaction: Queryable,
  purpose: LinkPurpose,
  token: string,
): Promise<{ accountId: string | null }> {
  const link = await takeLink(transaction, hashToken(token), purpose);
  if (link !== null) return link;
  throw new EngineError(
    410,
    "link_not_valid",
    `This link was used already, has expired, or was replaced by a newer one. ${REMEDY[purpose]}`,
  );
}

const REMEDY: Record<LinkPurpose, string> = {
  setup: "Restart Muster to print a new one.",
  password: 'Ask for a new one, or run "muster recover" on the server.',
};

function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
