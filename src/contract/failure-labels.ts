import type { Language, Translated } from "./language.ts";

/** Why a sync failed, by `Sync.failure.code`. */
const LABELS: Readonly<Record<string, Translated>> = {
  gave_up: {
    en: "The sync was broken off several times and is not tried again.",
    fr: "La synchronisation a été interrompue plusieurs fois et n’est plus relancée.",
  },
  database_unavailable: {
    en: "The connection to the database broke off several times.",
    fr: "La connexion à la base de données a été coupée plusieurs fois.",
  },
  internal_error: {
    en: "Something went wrong on the server. Its log has the details.",
    fr: "Une erreur s’est produite sur le serveur. Son journal en donne le détail.",
  },
  stopped_by_person: {
    en: "A person stopped the sync.",
    fr: "Une personne a arrêté la synchronisation.",
  },
};

/** Why a sync failed, in a sentence; `null` where only the source's own words say it. */
export function labelOfFailure(code: string, language: Language): string | null {
  return Object.hasOwn(LABELS, code) ? LABELS[code]![language] : null;
}
