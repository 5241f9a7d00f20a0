/** Who does something: every write in `engine/` takes one and leaves it in the audit log. */
export interface Actor {
  workspaceId: number;
  kind: "api_key" | "account" | "system";
  /** Key or account id; `null` for the system. */
  id: string | null;
  /** Shown name: the key's name, the admin's name, or "Muster". */
  name: string;
  /** `read` < `push` (read syncs, push) < `read_write` (everything a key may) < `admin` (a signed-in admin). */
  scope: Scope;
  ip: string | null;
  requestId: string | null;
}

export const SCOPES = ["read", "push", "read_write", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/** The program itself, acting on a workspace: expiry, superseding, retention. */
export function systemActor(workspaceId: number): Actor {
  return {
    workspaceId,
    kind: "system",
    id: null,
    name: "Muster",
    scope: "admin",
    ip: null,
    requestId: null,
  };
}
