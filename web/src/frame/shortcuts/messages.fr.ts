import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  keysAnywhere: "Partout",
  keysLists: "Dans les listes",
  keysReport: "Dans un rapport de synchronisation",
  keyPalette: "Aller n’importe où",
  keyShortcuts: "Cette liste",
  keySyncs: "Historique des synchronisations",
  keyUsers: "Utilisateurs",
  keyTeams: "Équipes",
  keySearch: "Rechercher",
  keyFilter: "Premier filtre",
  keyMove: "Ligne suivante et précédente",
  keyOpen: "Ouvrir la ligne",
  keyClose: "Fermer",
  keyCopy: "Copier le lien",
  keyNeighbours: "Synchronisation précédente et suivante",
  keyDownload: "Télécharger le rapport",
  singleKeys: "Les touches seules sont des raccourcis",
  singleKeysHint: "Sinon, seules les touches avec Ctrl ou Cmd agissent.",
  close: "Fermer",
  shortcuts: "Raccourcis clavier",
};
