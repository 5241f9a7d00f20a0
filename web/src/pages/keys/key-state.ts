import type { ApiKey } from "../../api/api-keys.ts";

/** What is worth knowing of a key at a glance; `null` = in use and nothing to do. */
export type KeyState = "expired" | "replaced" | "expiresSoon" | "neverUsed" | null;

const SOON_MS = 14 * 24 * 3600_000;

/** The first thing that somebody should know of a key. */
export function stateOfKey(
  { expiresAt, replacedBy, lastUsedAt }: Pick<ApiKey, "expiresAt" | "replacedBy" | "lastUsedAt">,
  now: Date,
): KeyState {
  const left =
    expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return "expired";
  if (replacedBy !== null) return "replaced";
  if (left < SOON_MS) return "expiresSoon";
  return lastUsedAt === null ? "neverUsed" : null;
}
