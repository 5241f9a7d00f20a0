import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Historique des synchronisations",
  listLabel: "Synchronisations, de la plus récente à la plus ancienne",
  status: "État",
  started: "Début",
  source: "Source de données",
  startedBy: "Lancée par",
  duration: "Durée",
  updates: "Mises à jour",
  issues: "Problèmes",
  issuesOf: { one: "{n} problème", many: "{n} de problèmes", other: "{n} problèmes" },
  ready: { one: "{n} prête", many: "{n} prêtes", other: "{n} prêtes" },
  syncs: {
    one: "{n} synchronisation",
    many: "{n} de synchronisations",
    other: "{n} synchronisations",
  },
  loadFailed: "Impossible de charger les synchronisations.",
  loadMore: "Afficher les synchronisations plus anciennes",
  noneTitle: "Aucune synchronisation pour l’instant",
  noneText: "Envoyez vos premières données avec l’API ou déposez des fichiers.",
  toSource: "Choisir comment les données arrivent",
  toKeys: "Créer une clé API",
  filteredTitle: "Aucune synchronisation ne correspond à ces filtres.",
  clearFilters: "Effacer les filtres",
};
