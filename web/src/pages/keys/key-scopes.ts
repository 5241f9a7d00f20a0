import type { ApiKey } from "../../api/api-keys.ts";

/** What a key may do, in the order of what most programs need; with the words for it. */
export const KEY_SCOPES = [
  { value: "push", label: "scopePush", hint: "scopePushHint" },
  { value: "read", label: "scopeRead", hint: "scopeReadHint" },
  { value: "read_write", label: "scopeReadWrite", hint: "scopeReadWriteHint" },
] as const satisfies readonly { value: ApiKey["scope"]; label: string; hint: string }[];

/** The name of the words for a scope. */
export function labelOfScope(scope: ApiKey["scope"]): (typeof KEY_SCOPES)[number]["label"] {
  return KEY_SCOPES.find(({ value }) => value === scope)!.label;
}
