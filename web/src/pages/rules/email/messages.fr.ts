import type { French } from "../../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Courriels",
  sentTo:
    "Qui est prévenu quand une synchronisation le demande. Les vôtres sont envoyés à {email}.",
  loadFailed: "La liste des courriels n’a pas pu être chargée.",
  notSetUp:
    "Ce serveur ne peut pas envoyer de courriels : personne n’est prévenu. Pour y remédier, indiquez dans {variable} l’adresse d’un serveur de messagerie.",
  own: "Vous recevez un courriel dans ces cas",
  failedHint: "Elle s’est interrompue. Pas quand une personne l’a arrêtée.",
  newIssuesHint: "Pour les problèmes dont la synchronisation précédente n’avait pas la cause.",
  saved: "Votre choix est enregistré.",
  notSaved: "Votre choix n’a pas été enregistré.",
  others: "Qui d’autre est prévenu",
  othersHint: "Chaque personne choisit pour elle-même.",
  nobodyElse: "Personne d’autre n’a accès à cet espace de travail.",
  name: "Nom",
  toldOf: "Prévenu pour",
  needsApproval: "À approuver",
  failed: "Échec",
  newIssues: "Nouveaux problèmes",
  nothing: "Aucun courriel",
  roleAdmin: "Administrateur",
  roleViewer: "Lecteur",
};
