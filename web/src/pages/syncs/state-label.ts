import { BADGE_LABELS, STATUS_LABELS } from "#contract/labels.ts";
import type { Translated } from "#contract/language.ts";
import type { STATES } from "./search.ts";

/** What a state that one can filter by is called. */
export function stateLabel(state: (typeof STATES)[number]): Translated {
  return state === "needs_approval" ? BADGE_LABELS.needs_approval : STATUS_LABELS[state];
}
