import type { FastifyRequest } from "fastify";
import { EngineError } from "../engine/engine-error.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a state-changing call that another site may have made the browser send (CSRF). A call that carries a session
 * cookie must name its origin; a public one (sign-in) need not, as scripts send none, but may not name another site's.
 */
export function requireSameOrigin(
  request: FastifyRequest,
  publicUrl: string | undefined,
  cookie: boolean,
): void {
  if (READS.has(request.method)) return;
  const { origin, host } = request.headers;
  if (origin === undefined && !cookie) return;
  // A page of this host is ours whatever the scheme in front of a proxy; the public address is ours by configuration.
  const own = origin !== undefined && (origin === publicUrl || hostOf(origin) === host);
  if (own) return;
  throw new EngineError(
    403,
    "other_origin",
    "This call came from another site, or without an Origin header. Calls with a session cookie must come from the pages of this server; scripts use an API key.",
  );
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
