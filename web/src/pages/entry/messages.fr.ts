import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  setUpTitle: "Configurer {product}",
  setUpText: "Vous serez le premier administrateur. D’autres pourront être ajoutés ensuite.",
  workspace: "Espace de travail",
  workspaceHint: "En général, le nom de votre organisation.",
  name: "Votre nom",
  email: "Votre adresse courriel",
  password: "Mot de passe",
  newPassword: "Nouveau mot de passe",
  passwordHint: "Au moins {least} caractères. Quelques mots à la suite se retiennent facilement.",
  passwordShort: "Utilisez au moins {least} caractères.",
  fillWorkspace: "Nommez l’espace de travail.",
  fillName: "Saisissez votre nom.",
  fillEmail: "Saisissez votre adresse courriel.",
  setUp: "Configurer",
  setUpFailed: "Rien n’a été configuré.",
  setUpLinkEnded:
    "Ce lien a déjà servi, a expiré ou a été remplacé par un plus récent. Redémarrez le serveur : il en affichera un nouveau.",
  noSetUpToken:
    "{product} attend son premier administrateur. Ouvrez le lien que le serveur a affiché à son démarrage : cette adresse seule ne suffit pas.",
  isSetUp: "{product} est déjà configuré.",
  toSignIn: "Se connecter",
  loadFailed: "La page n’a pas pu être chargée.",
  setPasswordTitle: "Choisir un mot de passe",
  setPasswordText:
    "Il vous servira ensuite à vous connecter. Vos autres sessions seront toutes fermées.",
  setPassword: "Définir le mot de passe",
  passwordSet: "Votre mot de passe est défini.",
  passwordNotSet: "Le mot de passe n’a pas été défini.",
  passwordLinkEnded:
    "Ce lien a déjà servi, a expiré ou a été remplacé par un plus récent. Demandez-en un nouveau à un administrateur.",
  noPasswordToken:
    "Cette adresse ne fonctionne qu’avec le lien entier qu’un administrateur vous a donné.",
};
