import type { FastifyReply, FastifyRequest } from "fastify";
import type { Database } from "../db/database.ts";
import type { Actor } from "../engine/actor.ts";
import { authenticateKey } from "../engine/authenticate-key.ts";
import { EngineError } from "../engine/engine-error.ts";
import { mayCall } from "./access.ts";
import { identifyHost } from "./identify-host.ts";
import type { CallLimit } from "./rate-limits.ts";
import { requireSameOrigin } from "./same-origin.ts";
import type { SignIn } from "./sign-in.ts";

/** Reads the API key of a request, from either header that carries one. */
export function readApiKey(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? "";
  // Existing push scripts send this header (http contract).
  const legacy = request.headers["workleap-subscription-key"];
  return legacy === undefined ? null : String(legacy).trim();
}

/** What finding out who calls needs. */
export interface Gate {
  database: Database;
  publicUrl: string | undefined;
  secret: string;
  signIn: SignIn;
  failedKeys: CallLimit;
}

/** Who calls: by key when there is one, else as somebody on the host, else by session. Throws 401 when nobody is known. */
async function identify(request: FastifyRequest, reply: FastifyReply, gate: Gate): Promise<Actor> {
  const key = readApiKey(request);
  if (key !== null) {
    const actor = await authenticateKey(gate.database, key, {
      ip: request.ip,
      requestId: request.id,
    });
    if (actor !== null) return actor;
    await gate.failedKeys.count(request);
    throw new EngineError(
      401,
      "invalid_key",
      "This API key is not known here, was revoked, or has expired.",
    );
  }
  const host = await identifyHost(request, gate);
  if (host !== null) return host;
  const actor = await gate.signIn.readSession(request, reply);
  if (actor !== null) {
    requireSameOrigin(request, gate.publicUrl, true);
    return actor;
  }
  throw new EngineError(
    401,
    "unauthenticated",
    'This call needs a credential: an API key as "Authorization: Bearer", or a signed-in session.',
  );
}

/** Fills `request.actor` and refuses who may not call the route. */
export async function authenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
): Promise<void> {
  const { config } = request.routeOptions;
  if (config.access === "public") {
    requireSameOrigin(request, gate.publicUrl, false);
    return;
  }
  const actor = await identify(request, reply, gate);
  request.knownActor = actor;
  if (mayCall(actor, config)) return;
  const who = actor.kind === "api_key" ? `The key "${actor.name}" has` : "Your role has";
  throw new EngineError(
    403,
    "forbidden",
    `${who} the scope ${actor.scope}; this call needs ${config.access}.`,
  );
}
