import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Équipes",
  treeLabel: "Équipes et sous-équipes",
  listLabel: "Équipes par nom",
  search: "Nom ou identifiant externe",
  add: "Ajouter une équipe",
  team: "Équipe",
  members: "Membres",
  managers: "Gestionnaires d’équipe",
  source: "Source",
  parent: "dans {team}",
  membersCount: { one: "{n} membre", many: "{n} de membres", other: "{n} membres" },
  subteamsCount: { one: "{n} sous-équipe", many: "{n} de sous-équipes", other: "{n} sous-équipes" },
  managedBy: "gérée par {names}",
  moreManagers: {
    one: "{names} et {n} autre",
    many: "{names} et {n} d’autres",
    other: "{names} et {n} autres",
  },
  content: "Contenu",
  emptyOnly: "Ni membres ni sous-équipes",
  empty: "Vide",
  loadFailed: "Impossible de charger les équipes.",
  loadMore: "Afficher plus d’équipes",
  noneTitle: "Aucune équipe pour l’instant",
  noneText:
    "Envoyez des équipes avec l’API, déposez des fichiers ou ajoutez des équipes à la main.",
  toSource: "Choisir comment les données arrivent",
  filteredTitle: "Aucune équipe ne correspond à ces filtres.",
  clearFilters: "Effacer les filtres",
};
