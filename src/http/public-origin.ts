import type { FastifyRequest } from "fastify";
import type { Config } from "../config.ts";

/** The origin that links to this server begin with: the configured one, else the one this request came to. */
export function publicOrigin(config: Pick<Config, "publicUrl">, request: FastifyRequest): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`;
}
