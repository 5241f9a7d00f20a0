import type { Outcome } from "#contract/catalogue.ts";
import type { Tone } from "../../../ui/Badge.tsx";
import type { IconName } from "../../../ui/icons/paths.ts";

/** How the outcome of an update looks; its word stands beside it. */
export const OUTCOME_LOOKS: Readonly<Record<Outcome, { icon: IconName; tone: Tone }>> = {
  planned: { icon: "clock", tone: "neutral" },
  applied: { icon: "check", tone: "good" },
  skipped: { icon: "warning", tone: "caution" },
  not_applied: { icon: "dash", tone: "neutral" },
};
