import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Règles et approbation",
  summary:
    "Quand une synchronisation attend une personne, ce qu’elle fait des personnes, combien de temps tout est conservé, et qui est prévenu par courriel.",
  loadFailed: "Les réglages n’ont pas pu être chargés.",
  approval: "Approbation",
  approvalHint:
    "Une synchronisation qui dépasse l’une de ces limites ne modifie rien avant l’accord d’un administrateur.",
  noLimit: "Aucune limite",
  empty: "vide",
  usersHint: "0 signifie : toute synchronisation qui modifie un utilisateur attend.",
  teamsHint: "0 signifie : toute synchronisation qui modifie une équipe attend.",
  removalsHint:
    "Part des utilisateurs, et de même des équipes, rattachements, gestionnaires et valeurs, qu’une synchronisation peut retirer.",
  identityHint:
    "Un fichier dont les colonnes ont glissé donne à beaucoup de personnes un autre nom ou une autre adresse.",
  reactivationsHint: "Les personnes qui reviennent retrouvent leur accès.",
  expiryHint: "Une synchronisation que personne n’a tranchée d’ici là est refusée.",
  pausedHint:
    "Pendant la pause, les nouvelles données sont planifiées et attendent une approbation.",
  people: "Personnes",
  inviteHint: "Les nouveaux utilisateurs qui ont un produit reçoivent une invitation par courriel.",
  leaversHint:
    "Une synchronisation ne supprime jamais un compte qui a servi : il perd seulement son accès.",
  leaversDelete: "Les supprimer",
  leaversDeactivate: "Leur retirer l’accès",
  keeping: "Ce qui est conservé",
  reportsHint:
    "Les synchronisations plus anciennes disparaissent avec leurs rapports. De 30 jours à 10 ans.",
  inputsHint: "D’ici là, une synchronisation peut être relancée avec les mêmes données.",
  undoHint: "Ensuite, ils sont effacés.",
  backtest: "Ce que ces limites auraient fait",
  backtestUnsound: "Corrigez les limites pour voir ce qu’elles auraient fait.",
  backtestNone: "Il n’y a encore aucune synchronisation pour essayer ces limites.",
  backtestClear: {
    one: "Votre dernière synchronisation se serait faite sans attendre.",
    many: "Aucune de vos {n} dernières synchronisations n’aurait attendu.",
    other: "Aucune de vos {n} dernières synchronisations n’aurait attendu.",
  },
  backtestHeld: {
    one: "Votre dernière synchronisation aurait attendu :",
    many: "Auraient attendu, sur vos {n} dernières synchronisations : {held}",
    other: "Auraient attendu, sur vos {n} dernières synchronisations : {held}",
  },
  backtestFailed: "Les limites n’ont pas pu être essayées sur les synchronisations passées.",
  past: "{label} : {planned}, limite {allowed}",
  didWait: "Elle a attendu",
  didNotWait: "Elle s’est faite sans attendre",
  saved: "Les réglages sont enregistrés.",
  saveFailed: "Les réglages n’ont pas été enregistrés.",
  readOnly: "Seuls les administrateurs peuvent modifier ces règles.",
  outOfRange: "Saisissez un nombre entier de {least} à {most}.",
};
