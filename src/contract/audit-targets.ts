/** Every kind of thing that the audit log tells of. */
export const AUDIT_TARGETS = [
  ...(["user", "team", "sync", "cause", "account", "api_key"] as const),
  ...(["property", "view", "workspace"] as const),
] as const;
export type AuditTarget = (typeof AUDIT_TARGETS)[number];
