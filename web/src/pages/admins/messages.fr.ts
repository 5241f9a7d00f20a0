import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Administrateurs",
  summary:
    "Les personnes qui peuvent se connecter à cet espace de travail. Les administrateurs modifient, les lecteurs consultent.",
  readOnly: "Seuls les administrateurs peuvent modifier les accès.",
  listLabel: "Personnes qui peuvent se connecter",
  loadFailed: "La liste n’a pas pu être chargée.",
  name: "Nom",
  email: "Adresse courriel",
  role: "Rôle",
  added: "Ajout",
  roleAdmin: "Administrateur",
  roleViewer: "Lecteur",
  roleAdminHint:
    "Peut tout faire : décider des synchronisations, modifier les utilisateurs, les réglages et les accès.",
  roleViewerHint:
    "Voit les synchronisations, les rapports, les utilisateurs et les réglages, sans rien modifier.",
  you: "Vous",
  noPassword: "Pas encore de mot de passe",
  actions: "Actions pour {name}",
  add: "Ajouter une personne",
  addTitle: "Donner accès à une personne",
  addConfirm: "Ajouter la personne",
  addFailed: "La personne n’a pas été ajoutée.",
  addedWithPassword: "{name} a désormais accès, avec le mot de passe qu’elle possède déjà.",
  nameNeeded: "Saisissez un nom.",
  emailNeeded: "Saisissez une adresse courriel.",
  linkTitle: "Lien pour {name}",
  linkOnce:
    "Donnez ce lien à {name}, qui pourra définir son mot de passe. Il ne sert qu’une fois et ne sera plus affiché.",
  linkLabel: "Le lien",
  copyLink: "Copier le lien",
  copyLinkWhat: "le lien",
  done: "Terminé",
  notCopiedTitle: "Fermer sans copier le lien ?",
  notCopiedText: "Il ne pourra plus être affiché. Vous pourrez en créer un autre depuis la liste.",
  stay: "Revenir au lien",
  closeAnyway: "Fermer sans copier",
  newLink: "Nouveau lien de mot de passe",
  newLinkFailed: "Aucun lien n’a été créé.",
  makeAdmin: "Nommer administrateur",
  makeViewer: "Nommer lecteur",
  roleChanged: "Nouveau rôle de {name} : {role}.",
  isAdmin: "administrateur",
  isViewer: "lecteur",
  roleFailed: "Le rôle de {name} n’a pas été modifié.",
  remove: "Retirer",
  removeTitle: "Retirer {name} ?",
  removeText:
    "Sa session se ferme aussitôt et cette personne ne peut plus se connecter à cet espace de travail.",
  removeSelf:
    "Votre session se ferme aussitôt et vous ne pouvez plus vous connecter à cet espace de travail.",
  removeConfirm: "Retirer {name}",
  removed: "{name} n’a plus accès.",
  removeFailed: "Impossible de retirer {name}.",
  demoteSelfTitle: "Devenir lecteur ?",
  demoteSelfText: "Vous ne pourrez plus rien modifier, ni vous nommer de nouveau administrateur.",
  demoteSelfConfirm: "Devenir lecteur",
  lastAdmin:
    "Un espace de travail garde au moins un administrateur. Nommez d’abord quelqu’un d’autre administrateur.",
  adminExists: "Cette personne a déjà accès à l’espace de travail.",
  passwordSet:
    "Cette personne a défini un mot de passe entre-temps. Qui l’a perdu retrouve l’accès par « muster recover » sur le serveur.",
};
