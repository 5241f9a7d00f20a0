import { createHmac, timingSafeEqual } from "node:crypto";

/** What a browser keeps while its person is at the provider. */
export interface SsoTicket {
  state: string;
  nonce: string;
  /** Of PKCE (RFC 7636). */
  verifier: string;
  /** Where the person wanted to go: a path of this server. */
  returnTo: string;
}

/** How long a person may take at the provider. */
export const SSO_TICKET_SECONDS = 10 * 60;

/**
 * Writes a ticket for a cookie, signed, so that it comes back as it was and any process can read it. It binds the
 * answer of the provider to the browser that asked (RFC 9700, section 2.1).
 */
export function writeSsoTicket(secret: string, ticket: SsoTicket, now: number): string {
  const until = now + SSO_TICKET_SECONDS * 1000;
  const payload = Buffer.from(JSON.stringify({ ...ticket, until })).toString("base64url");
  return `${payload}.${sign(secret, payload).toString("base64url")}`;
}

/** Reads a ticket back; `null` for one that is missing, altered or too old. */
export function readSsoTicket(
  secret: string,
  text: string | undefined,
  now: number,
): SsoTicket | null {
  const [payload = "", signature = ""] = (text ?? "").split(".");
  const expected = sign(secret, payload);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { until, ...ticket } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as {
    until: number;
  } & SsoTicket;
  return until < now ? null : ticket;
}

function sign(secret: string, payload: string): Buffer {
  return createHmac("sha256", secret).update(`single sign-on ${payload}`).digest();
}

/** The path to go to after a sign-in: the one given if it stays on this server, else the start. */
export function safeReturnPath(given: string | undefined): string {
  // A browser takes "//host" and "/\host" for another host, and drops tabs and line breaks before it looks.
  if (given === undefined || !/^\/(?![/\\])[\x20-\x7e]*$/.test(given)) return "/";
  const base = "http://muster.invalid";
  if (!URL.canParse(given, base)) return "/";
  const { origin, pathname, search, hash } = new URL(given, base);
  return origin === base && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
