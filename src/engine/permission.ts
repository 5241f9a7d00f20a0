import type { Actor, Scope } from "./actor.ts";
import { EngineError } from "./engine-error.ts";

/** What each scope may do besides its own: `push` reads no directory, so it is no superset of `read`. */
const COVERS: Record<Scope, readonly Scope[]> = {
  read: ["read"],
  push: ["push"],
  read_write: ["read", "push", "read_write"],
  admin: ["read", "push", "read_write", "admin"],
};

/** Whether someone with scope `held` may do what asks for `needed`. */
export function covers(held: Scope, needed: Scope): boolean {
  return COVERS[held].includes(needed);
}

/** The permission check of a write: throws 403 `forbidden` unless the actor has one of the scopes. */
export function requireScope(actor: Actor, ...anyOf: Scope[]): void {
  if (anyOf.some((scope) => covers(actor.scope, scope))) return;
  const who =
    actor.kind === "api_key"
      ? `The key "${actor.name}" has the scope ${actor.scope}`
      : "You are signed in with the scope ".concat(actor.scope);
  throw new EngineError(403, "forbidden", `${who}; this needs ${anyOf.join(" or ")}.`);
}
