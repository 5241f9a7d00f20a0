import type { French } from "../../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  addTitle: "Ajouter un utilisateur",
  addText:
    "Une personne qu’aucune source de données ne mentionne. Une synchronisation l’associe dès qu’elle apporte la même adresse courriel.",
  editTitle: "Modifier {name}",
  add: "Ajouter l’utilisateur",
  save: "Enregistrer",
  nothingChanged: "Rien n’est encore modifié.",
  added: "{name} est dans l’annuaire.",
  saved: "Le profil de {name} est modifié.",
  addFailed: "L’utilisateur n’a pas été ajouté.",
  saveFailed: "Les modifications n’ont pas été enregistrées.",
  fieldsWrong: "Certains champs demandent une autre valeur. Rien n’a été modifié.",
  person: "Personne",
  work: "Travail",
  access: "Accès",
  languageHint: "Un seul code de langue, comme fr.",
  emailNeeded: "Saisissez une adresse courriel.",
  productsLabel: "Produits",
  noProducts: "Sans choix, le produit par défaut est attribué : {product}.",
  roleHint: "Les synchronisations n’y touchent jamais.",
  synced:
    "{source} tient cette personne à jour. La prochaine synchronisation écrase chaque valeur pour laquelle elle en apporte une autre, sauf celles que vous verrouillez.",
  showLocks: "Verrouiller des valeurs telles quelles",
  hideLocks: "N’afficher que les verrous utilisés",
  willBeOverwritten:
    "Vient de {source} : la prochaine synchronisation écrasera votre modification.",
  mayBeOverwritten:
    "Si {source} apporte une autre valeur, la prochaine synchronisation écrasera la vôtre.",
  keepValue: "Garder cette valeur quand les synchronisations en apportent une autre",
  willLock: "Les synchronisations n’y touchent plus et signalent ce qu’elles apportent.",
  willUnlock: "Dès la prochaine synchronisation, elle peut être écrasée comme les autres.",
  lockedBy: "Verrouillée par {name}, {time}. Les synchronisations n’y touchent pas.",
  adminEmailKept: "Une synchronisation ne change jamais l’adresse d’un administrateur.",
  noManager: "Laissez vide pour aucun.",
};
