import type { FastifyRequest } from "fastify";
import type { Database } from "../db/database.ts";
import type { Actor } from "../engine/actor.ts";
import { authenticateKey } from "../engine/authenticate-key.ts";
import { EngineError } from "../engine/engine-error.ts";
import { mayCall } from "./access.ts";

/** Finds out who sent a request by its session cookie; `null` = nobody. */
export type SessionReader = (request: FastifyRequest) => Promise<Actor | null>;

/** Reads the API key of a request, from either header that carries one. */
export function readApiKey(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? "";
  // Existing push scripts send this header (http contract).
  const legacy = request.headers["workleap-subscription-key"];
  return legacy === undefined ? null : String(legacy).trim();
}

/** Who calls: by key when there is one, else by session. Throws 401 when nobody is known. */
async function identify(
  request: FastifyRequest,
  database: Database,
  readSession: SessionReader,
): Promise<Actor> {
  const key = readApiKey(request);
  if (key !== null) {
    const actor = await authenticateKey(database, key, { ip: request.ip, requestId: request.id });
    if (actor !== null) return actor;
    throw new EngineError(
      401,
      "invalid_key",
      "This API key is not known here, was revoked, or has expired.",
    );
  }
  const actor = await readSession(request);
  if (actor !== null) return actor;
  throw new EngineError(
    401,
    "unauthenticated",
    'This call needs a credential: an API key as "Authorization: Bearer", or a signed-in session.',
  );
}

/** Fills `request.actor` and refuses who may not call the route. */
export async function authenticate(
  request: FastifyRequest,
  database: Database,
  readSession: SessionReader,
): Promise<void> {
  const { config } = request.routeOptions;
  if (config.access === "public") return;
  const actor = await identify(request, database, readSession);
  request.knownActor = actor;
  if (mayCall(actor, config)) return;
  const who =
    actor.kind === "api_key"
      ? `The key "${actor.name}" has the scope ${actor.scope}`
      : `Your role has the scope ${actor.scope}`;
  throw new EngineError(403, "forbidden", `${who}; this call needs ${config.access}.`);
}
