import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  palette: "Aller à",
  paletteSearch: "Page, synchronisation, personne, équipe, date ou identifiant",
  paletteId: "Identifiant",
  palettePages: "Pages",
  paletteActions: "Actions",
  paletteHelp: "Aide",
  paletteSearching: "Recherche…",
  paletteNone: "Aucun résultat.",
  openId: "Ouvrir {id}",
  syncNumber: "Synchronisation {number}",
  syncsOf: "Synchronisations du {day}",
  allSyncsOf: "Toutes les synchronisations du {day}",
  noSyncsOf: "Aucune synchronisation le {day}.",
  run: "Nouvelle synchronisation",
  addUser: "Ajouter un utilisateur",
  addTeam: "Ajouter une équipe",
  addKey: "Créer une clé d’API",
  apiReference: "Référence de l’API",
  shortcuts: "Raccourcis clavier",
};
