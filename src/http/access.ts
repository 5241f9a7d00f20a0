import type { RouteOptions } from "fastify";
import type { Actor, Scope } from "../engine/actor.ts";
import { covers } from "../engine/permission.ts";

/**
 * Who may call a route. Every route declares it: `config: { access: "read" }`.
 * - `public`: anybody, without credential.
 * - a scope: whoever holds it (`read` is covered by `read_write` and `admin`, but not by `push`).
 */
export type Access = "public" | Scope;

declare module "fastify" {
  interface FastifyContextConfig {
    access: Access;
    /** Lets a `push` key in too: pushes, and reading syncs (domain rules, section 11, "Keys and people"). */
    alsoPush?: true;
  }
  interface FastifyRequest {
    /** Who calls. Throws on a public route, where nobody is known. */
    readonly actor: Actor;
    /** The same, `null` on a public route. */
    knownActor: Actor | null;
    /** The session behind a call with a cookie; `null` otherwise. */
    sessionId: string | null;
  }
}

interface RouteAccess {
  access: Access;
  alsoPush?: true | undefined;
}

/** Whether an actor may call a route that is not public. */
export function mayCall(actor: Actor, route: RouteAccess): boolean {
  if (route.access === "public") return true;
  return covers(actor.scope, route.access) || (route.alsoPush === true && actor.scope === "push");
}

/** Refuses, at start, a route that does not say who may call it or whose schema lets unknown names in. */
export function checkRoute(route: RouteOptions): void {
  const name = `${String(route.method)} ${route.url}`;
  if (route.config?.access === undefined) {
    throw new Error(`${name} does not declare who may call it: add config: { access }.`);
  }
  route.schema ??= {};
  const { schema } = route;
  schema.querystring ??= { type: "object", properties: {}, additionalProperties: false };
  for (const part of ["querystring", "body"] as const) {
    if (isOpenObject(schema[part])) {
      throw new Error(`${name}: the schema of its ${part} needs additionalProperties: false.`);
    }
  }
}

/** Whether an object anywhere in a schema leaves open what else it may hold. Where anything may, say `true`. */
function isOpenObject(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if (Array.isArray(schema)) return schema.some(isOpenObject);
  const { type, properties, additionalProperties } = schema as Record<string, unknown>;
  if (type === "object" && properties !== undefined && additionalProperties === undefined)
    return true;
  return Object.values(schema).some(isOpenObject);
}
