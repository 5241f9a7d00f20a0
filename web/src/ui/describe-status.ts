import type { SyncPhase, SyncStatus } from "#contract/catalogue.ts";
import { BADGE_LABELS, STATUS_LABELS } from "#contract/labels.ts";
import type { Translated } from "#contract/language.ts";
import type { Tone } from "./Badge.tsx";
import type { IconName } from "./icons/paths.ts";

/** What a badge needs to know of a sync. */
export interface StatusOf {
  status: SyncStatus;
  phase: SyncPhase;
  dryRun: boolean;
  issues: { total: number };
  decision: { reason: string } | null;
}

export interface StatusLook {
  tone: Tone;
  icon: IconName | "spinner";
  label: Translated;
}

/** Word, picture and colour of a sync's state; the words are the contract's. */
export function describeStatus({ status, phase, dryRun, issues, decision }: StatusOf): StatusLook {
  switch (status) {
    case "pending":
      return phase === "awaiting_approval"
        ? { tone: "caution", icon: "hand", label: BADGE_LABELS.needs_approval }
        : { tone: "info", icon: "spinner", label: STATUS_LABELS.pending };
    case "approved":
      return { tone: "good", icon: "check", label: STATUS_LABELS.approved };
    case "rejected":
      if (decision?.reason === "expired")
        return { tone: "neutral", icon: "clock", label: BADGE_LABELS.expired };
      if (decision?.reason === "superseded")
        return { tone: "neutral", icon: "dash", label: BADGE_LABELS.superseded };
      return { tone: "neutral", icon: "dash", label: STATUS_LABELS.rejected };
    case "failed":
      return { tone: "danger", icon: "close", label: STATUS_LABELS.failed };
    case "cancelled":
      return { tone: "neutral", icon: "dash", label: STATUS_LABELS.cancelled };
    case "completed":
      if (dryRun) return { tone: "neutral", icon: "eye", label: BADGE_LABELS.preview };
      return issues.total > 0
        ? { tone: "caution", icon: "warning", label: BADGE_LABELS.completed_with_issues }
        : { tone: "good", icon: "check", label: STATUS_LABELS.completed };
  }
}
