import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  palette: "Aller à",
  paletteSearch: "Page, synchronisation, personne, équipe ou identifiant",
  paletteId: "Identifiant",
  palettePages: "Pages",
  paletteHelp: "Aide",
  paletteSearching: "Recherche…",
  paletteNone: "Aucun résultat.",
  openId: "Ouvrir {id}",
  syncNumber: "Synchronisation {number}",
  apiReference: "Référence de l’API",
  shortcuts: "Raccourcis clavier",
};
