import type { French } from "../../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  approveTitle: {
    one: "Approuver {n} mise à jour ?",
    many: "Approuver {n} de mises à jour ?",
    other: "Approuver {n} mises à jour ?",
  },
  approveNoneTitle: "Approuver cette synchronisation ?",
  approveNoneText: "Elle n’a aucune mise à jour : rien ne sera modifié.",
  approveText: "Elles seront appliquées aussitôt. Vous ne pourrez pas les annuler d’ici.",
  deleteUsersFact: {
    one: "{n} utilisateur sera supprimé.",
    many: "{n} d’utilisateurs seront supprimés.",
    other: "{n} utilisateurs seront supprimés.",
  },
  endAccessFact: {
    one: "{n} utilisateur perdra son accès.",
    many: "{n} d’utilisateurs perdront leur accès.",
    other: "{n} utilisateurs perdront leur accès.",
  },
  deleteTeamsFact: {
    one: "{n} équipe sera supprimée.",
    many: "{n} d’équipes seront supprimées.",
    other: "{n} équipes seront supprimées.",
  },
  shareUsers: "C’est {share} de votre annuaire.",
  shareUsersAndMost:
    "C’est {share} de votre annuaire, et plus que toute synchronisation des 90 derniers jours.",
  shareTeams: "C’est {share} de vos équipes.",
  mostBefore:
    "Le plus grand nombre de retraits d’une synchronisation des 90 derniers jours est de {n}, dans {sync}.",
  syncNumber: "la synchronisation nº {number}",
  moreThanAny: "C’est plus que toute synchronisation des 90 derniers jours.",
  showUsers: "Afficher ces utilisateurs",
  showTeams: "Afficher ces équipes",
  noComparison: "La comparaison avec votre annuaire n’a pas pu être faite.",
  moved: "L’annuaire a changé depuis la préparation de ces mises à jour.",
  misfits: {
    one: "{n} mise à jour ne convient plus et sera ignorée.",
    many: "{n} de mises à jour ne conviennent plus et seront ignorées.",
    other: "{n} mises à jour ne conviennent plus et seront ignorées.",
  },
  showMisfits: "Afficher ces mises à jour",
  mayNotFit: "Les mises à jour qui ne conviennent plus seront ignorées.",
  note: "Note",
  noteHint: "Elle figure dans le rapport.",
  typeDeletions: "Saisissez {number} pour confirmer les suppressions",
  typeAccess: "Saisissez {number} pour confirmer les pertes d’accès",
  typeRemovals: "Saisissez {number} pour confirmer les retraits",
  typeOther: "Saisissez {number} pour confirmer. {what} : {number}",
  typedWrong: "Ce n’est pas {number}.",
  approveNone: "Approuver la synchronisation",
  approveUpdates: {
    one: "Approuver {n} mise à jour",
    many: "Approuver {n} de mises à jour",
    other: "Approuver {n} mises à jour",
  },
  approveDeleteUsers: {
    one: "Approuver et supprimer {n} utilisateur",
    many: "Approuver et supprimer {n} d’utilisateurs",
    other: "Approuver et supprimer {n} utilisateurs",
  },
  approveEndAccess: {
    one: "Approuver et retirer l’accès de {n} utilisateur",
    many: "Approuver et retirer l’accès de {n} d’utilisateurs",
    other: "Approuver et retirer l’accès de {n} utilisateurs",
  },
  approveRemoveUsers: {
    one: "Approuver et retirer {n} utilisateur",
    many: "Approuver et retirer {n} d’utilisateurs",
    other: "Approuver et retirer {n} utilisateurs",
  },
  approveDeleteTeams: {
    one: "Approuver et supprimer {n} équipe",
    many: "Approuver et supprimer {n} d’équipes",
    other: "Approuver et supprimer {n} équipes",
  },
  approveRemoveUsersAndTeams: {
    one: "Approuver et retirer {n} utilisateur ou équipe",
    many: "Approuver et retirer {n} d’utilisateurs et d’équipes",
    other: "Approuver et retirer {n} utilisateurs et équipes",
  },
  approveFailed: "La synchronisation n’a pas été approuvée.",

  rejectTitle: {
    one: "Refuser {n} mise à jour ?",
    many: "Refuser {n} de mises à jour ?",
    other: "Refuser {n} mises à jour ?",
  },
  rejectNoneTitle: "Refuser cette synchronisation ?",
  rejectNone: "Refuser la synchronisation",
  rejectText: "Aucune ne sera appliquée. L’annuaire reste tel quel.",
  reason: "Motif",
  reject: {
    one: "Refuser {n} mise à jour",
    many: "Refuser {n} de mises à jour",
    other: "Refuser {n} mises à jour",
  },
  rejectFailed: "La synchronisation n’a pas été refusée.",

  cancelTitle: "Annuler cette synchronisation ?",
  cancelText: "Rien n’en a été appliqué et rien ne le sera.",
  stopTitle: "Arrêter cette synchronisation ?",
  stopText:
    "Ce qui a été appliqué le reste : {done} mises à jour sur {total} jusqu’ici. Ce qui est en train d’être appliqué se termine, le reste ne sera pas appliqué.",
  keepRunning: "La laisser continuer",
  cancel: "Annuler la synchronisation",
  stop: "Arrêter la synchronisation",
  cancelFailed: "La synchronisation n’a pas été annulée.",

  close: "Fermer",
  decidedTitle: "Décision déjà prise",
  byApproved: "{who} a approuvé cette synchronisation {when}.",
  byRejected: "{who} a refusé cette synchronisation {when}.",
  byExpired: "Personne n’a décidé à temps : elle a expiré {when}.",
  bySuperseded: "Une synchronisation plus récente l’a remplacée {when}.",
  byOther: "Cette synchronisation n’attend plus de décision.",
  notInYourName: "Rien n’a été fait en votre nom.",
  overTitle: "Déjà terminée",
  overText: "Cette synchronisation a pris fin entre-temps.",
};
