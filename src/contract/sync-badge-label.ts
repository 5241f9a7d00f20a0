import { BADGE_LABELS, STATUS_LABELS } from "./labels.ts";
import type { Language } from "./language.ts";
import type { SyncBadge } from "./sync-badge.ts";

const LABELS = { ...STATUS_LABELS, ...BADGE_LABELS };

/** What a badge is called. */
export function labelOfBadge(badge: SyncBadge, language: Language): string {
  return LABELS[badge][language];
}
