import type { Language, Translated } from "./language.ts";
import { propertyLabel } from "./property-labels.ts";

/** What each limit counts that can hold a sync (domain rules, sections 3, 9 and 11), by `ExceededLimit.limit`. */
const LABELS: Readonly<Record<string, Translated>> = {
  users: { en: "User updates", fr: "Mises à jour d’utilisateurs" },
  teams: { en: "Team updates", fr: "Mises à jour d’équipes" },
  reactivations: { en: "Users to be reactivated", fr: "Utilisateurs à réactiver" },
  "removalsPercent.users": {
    en: "Users to lose access or be deleted",
    fr: "Utilisateurs qui perdraient leur accès ou seraient supprimés",
  },
  "removalsPercent.teams": { en: "Teams to be deleted", fr: "Équipes à supprimer" },
  "removalsPercent.teamMembers": {
    en: "Team members to be removed",
    fr: "Membres à retirer de leur équipe",
  },
  "removalsPercent.teamManagers": {
    en: "Team Managers to be removed",
    fr: "Gestionnaires d’équipe à retirer",
  },
  "removalsPercent.directManagers": {
    en: "Direct Managers to be removed",
    fr: "Gestionnaires directs à retirer",
  },
  identityPercent: {
    en: "Users whose email or whole name would change",
    fr: "Utilisateurs dont l’adresse courriel ou le nom complet changerait",
  },
  emailTaken: {
    en: "Users whose email another user has",
    fr: "Utilisateurs dont l’adresse courriel appartient à un autre",
  },
  "empty.members": {
    en: "Users to be removed because the members section has no rows",
    fr: "Utilisateurs à retirer, car la section des membres n’a aucune ligne",
  },
  "empty.teams": {
    en: "Teams to be deleted because the teams section has no rows",
    fr: "Équipes à supprimer, car la section des équipes n’a aucune ligne",
  },
  "empty.teamMappings": {
    en: "Places to be ended because the team mappings section has no rows",
    fr: "Rattachements à retirer, car la section des rattachements d’équipe n’a aucune ligne",
  },
};

const VALUES = "removalsPercent.values.";
const VALUE_LABEL: Translated = {
  en: "Values of {property} to be emptied",
  fr: "Valeurs de « {property} » à vider",
};

/**
 * The label of a limit; `null` for one that is not known here. Where the workspace's own names of properties are at
 * hand, `nameProperty` gives them.
 */
export function labelOfLimit(
  limit: string,
  language: Language,
  nameProperty = (key: string) => propertyLabel(key, language) ?? key,
): string | null {
  if (limit.startsWith(VALUES)) {
    const property = nameProperty(limit.slice(VALUES.length));
    return VALUE_LABEL[language].replace("{property}", () => property);
  }
  return Object.hasOwn(LABELS, limit) ? LABELS[limit]![language] : null;
}
