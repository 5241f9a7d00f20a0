import type { Language } from "#contract/language.ts";
import { badgeOf, type SyncBadge } from "#contract/sync-badge.ts";
import { labelOfBadge } from "#contract/sync-badge-label.ts";
import type { Tone } from "./Badge.tsx";
import type { IconName } from "./icons/paths.ts";

/** What a badge needs to know of a sync. */
export type StatusOf = Parameters<typeof badgeOf>[0];

interface StatusLook {
  tone: Tone;
  icon: IconName | "spinner";
}

const LOOKS: Readonly<Record<SyncBadge, StatusLook>> = {
  pending: { tone: "info", icon: "spinner" },
  needs_approval: { tone: "caution", icon: "hand" },
  completed: { tone: "good", icon: "check" },
  completed_with_issues: { tone: "caution", icon: "warning" },
  approved: { tone: "good", icon: "check" },
  rejected: { tone: "neutral", icon: "dash" },
  expired: { tone: "neutral", icon: "clock" },
  superseded: { tone: "neutral", icon: "dash" },
  failed: { tone: "danger", icon: "close" },
  cancelled: { tone: "neutral", icon: "dash" },
  preview: { tone: "neutral", icon: "eye" },
};

/** Picture and colour of a badge, as for the options of a filter. */
export function lookOfBadge(badge: SyncBadge): StatusLook {
  return LOOKS[badge];
}

/** Word, picture and colour of a sync's state; the words are the contract's. */
export function describeStatus(sync: StatusOf, language: Language): StatusLook & { label: string } {
  const badge = badgeOf(sync);
  return { ...LOOKS[badge], label: labelOfBadge(badge, language) };
}
