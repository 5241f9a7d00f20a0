import { type EntryType, ISSUE_TYPES, UPDATE_TYPES } from "./catalogue.ts";
import { labelOf } from "./labels.ts";
import type { Language, Translated } from "./language.ts";

/** What the history of a user or team calls changes by hand that no sync makes. */
const MANUAL_LABELS: Readonly<Record<string, Translated>> = {
  user_activated: { en: "User activated", fr: "Utilisateur activé" },
  user_restored: { en: "User restored", fr: "Utilisateur restauré" },
  user_relinked: {
    en: "User linked to another external ID",
    fr: "Utilisateur associé à un autre identifiant externe",
  },
  user_unlinked: { en: "User unlinked", fr: "Utilisateur dissocié" },
  user_erased: { en: "User erased", fr: "Utilisateur effacé" },
  team_updated: { en: "Team renamed and moved", fr: "Équipe renommée et déplacée" },
  team_moved: { en: "Team moved", fr: "Équipe déplacée" },
};

const TYPES: readonly string[] = [...ISSUE_TYPES, ...UPDATE_TYPES];

/** The label of a change by hand; one that a sync makes too is called the same. */
export function labelOfAction(action: string, language: Language, product: string): string {
  if (TYPES.includes(action)) return labelOf(action as EntryType, language, product);
  return MANUAL_LABELS[action]?.[language] ?? action.replaceAll("_", " ");
}
