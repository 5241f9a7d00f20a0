import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  tabs: "Parties du rapport",
  updates: "Mises à jour",
  issues: "Problèmes",
  troubleshooting: "Dépannage",
  activity: "Activité",
  loadFailed: "Impossible de charger cette synchronisation.",
  notFoundTitle: "Synchronisation introuvable",
  notFound: "Aucune synchronisation ne porte cet identifiant.",
  tooOld: {
    one: "Cette synchronisation est plus ancienne que votre historique de {n} jour.",
    many: "Cette synchronisation est plus ancienne que votre historique de {n} de jours.",
    other: "Cette synchronisation est plus ancienne que votre historique de {n} jours.",
  },
  download: "Télécharger le rapport",
  downloadLater: "Vous pourrez télécharger le rapport une fois la synchronisation terminée.",
  downloadFull: "Rapport complet (CSV)",
  downloadFullHint: "Toutes les lignes, quels que soient les filtres",
  downloadRows: {
    one: "Cette ligne (CSV)",
    many: "Ces {n} de lignes (CSV)",
    other: "Ces {n} lignes (CSV)",
  },
};
