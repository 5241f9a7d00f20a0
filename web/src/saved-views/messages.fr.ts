import type { French } from "../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  views: "Vues",
  shared: "pour tout le monde",
  changed: "modifiée",
  save: "Enregistrer la vue",
  update: "Mettre la vue à jour",
  updated: "La vue « {name} » est à jour.",
  saved: "La vue « {name} » est enregistrée.",
  saveTitle: "Enregistrer la vue",
  name: "Nom",
  nameMissing: "Saisissez un nom.",
  who: "Qui la voit",
  onlyMe: "Moi seulement",
  everyone: "Tout le monde",
  onlyMeHint: "Elle est conservée avec votre compte.",
  everyoneHint: "Chaque personne de l’espace de travail la trouve au-dessus de cette liste.",
  saveFailed: "La vue n’a pas été enregistrée.",
  tooMany: "Vous avez autant de vues qu’il peut y en avoir. Supprimez-en une d’abord.",
  actions: "Modifier la vue « {name} »",
  rename: "Nom et visibilité",
  renameTitle: "Modifier la vue",
  apply: "Enregistrer",
  delete: "Supprimer la vue",
  deleteTitle: "Supprimer la vue « {name} » ?",
  deleteText: "Ce qu’elle montre reste tel quel.",
  deleteSharedText:
    "Plus personne ne l’aura dans l’espace de travail. Ce qu’elle montre reste tel quel.",
  deleteFailed: "La vue n’a pas été supprimée.",
  deleted: "La vue « {name} » est supprimée.",
};
