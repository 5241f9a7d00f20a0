import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Utilisateurs",
  allUsers: "Tous les utilisateurs",
  listLabel: "Utilisateurs par nom",
  search: "Nom, adresse courriel ou identifiant externe",
  add: "Ajouter un utilisateur",
  noTeam: "Dans aucune équipe",
  noManager: "Sans gestionnaire",
  loadFailed: "Impossible de charger les utilisateurs.",
  noneTitle: "Aucun utilisateur pour l’instant",
  noneText:
    "Envoyez vos premières données avec l’API, déposez des fichiers ou ajoutez des utilisateurs à la main.",
  toSource: "Choisir comment les données arrivent",
  filteredTitle: "Aucun utilisateur ne correspond à ces filtres.",
  clearFilters: "Effacer les filtres",
  invite: {
    one: "Inviter {n} utilisateur",
    many: "Inviter {n} d’utilisateurs",
    other: "Inviter {n} utilisateurs",
  },
  inviteText:
    "Chacun reçoit une invitation valable 7 jours, et un courriel si un serveur de messagerie est configuré. Qui a déjà été invité reçoit un nouveau lien ; le précédent cesse de fonctionner. Qui a déjà accepté reste tel quel.",
  inviteNoMail:
    "Aucun serveur de messagerie n’est configuré : aucun courriel n’est parti. Copiez le lien sur la page de chaque utilisateur, ou laissez votre application transmettre les invitations.",
  deactivate: {
    one: "Désactiver {n} utilisateur",
    many: "Désactiver {n} d’utilisateurs",
    other: "Désactiver {n} utilisateurs",
  },
  deactivateText:
    "Ces personnes perdent l’accès immédiatement. Leurs profils et leur historique restent. Aucune synchronisation ne rétablit l’accès ; vous le pouvez.",
  selectAllFailed: "La sélection n’a pas abouti.",
};
