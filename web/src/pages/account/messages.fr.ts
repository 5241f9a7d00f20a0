import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Votre compte",
  password: "Mot de passe",
  passwordHint: "Si vous le changez, vos autres sessions seront fermées.",
  current: "Mot de passe actuel",
  next: "Nouveau mot de passe",
  nextHint: "Au moins {least} caractères. Quelques mots à la suite se retiennent facilement.",
  fillCurrent: "Saisissez votre mot de passe actuel.",
  nextShort: "Utilisez au moins {least} caractères.",
  wrongCurrent: "Ce n’est pas votre mot de passe actuel.",
  change: "Changer le mot de passe",
  changed: "Votre mot de passe est changé.",
  notChanged: "Le mot de passe n’a pas été changé.",
  sessions: "Vos sessions ouvertes",
  sessionsLabel: "Sessions",
  sessionsFailed: "Les sessions n’ont pas pu être chargées.",
  browser: "Navigateur",
  address: "Adresse",
  lastSeen: "Dernière activité",
  since: "Depuis",
  thisOne: "Celle-ci",
  end: "Fermer",
  endOf: "Fermer la session {browser}, {address}",
  ended: "Cette session est fermée.",
  notEnded: "La session n’a pas été fermée.",
  unknown: "Inconnu",
  browserOn: "{browser} sur {system}",
  email: "Courriels",
  emailChosen:
    "Les courriels que vous recevez sur les synchronisations se choisissent dans chaque espace de travail, sous {page}.",
  rulesPage: "Règles et approbation",
  keys: "Clavier",
  singleKeys: "Les touches seules sont des raccourcis",
  singleKeysHint:
    "Sinon, seules les touches avec Ctrl ou Cmd agissent. La touche ? les montre toutes.",
};
