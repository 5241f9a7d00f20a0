import type { French } from "../../i18n/messages.ts";
import type { en } from "./messages.en.ts";

export const fr: French<typeof en> = {
  title: "Connexion",
  email: "Adresse courriel",
  password: "Mot de passe",
  signIn: "Se connecter",
  fillEmail: "Saisissez votre adresse courriel.",
  fillPassword: "Saisissez votre mot de passe.",
  wrong: "L’adresse courriel ou le mot de passe est incorrect.",
  locked: {
    one: "Trop d’essais. La connexion est bloquée pendant {n} minute. Un administrateur peut vous créer un nouveau lien de mot de passe.",
    many: "Trop d’essais. La connexion est bloquée pendant {n} de minutes. Un administrateur peut vous créer un nouveau lien de mot de passe.",
    other:
      "Trop d’essais. La connexion est bloquée pendant {n} minutes. Un administrateur peut vous créer un nouveau lien de mot de passe.",
  },
  setUpFirst:
    "{product} n’est pas encore configuré. Son premier démarrage a affiché un lien pour le premier administrateur : ouvrez-le.",
  singleSignOn: "Se connecter avec le compte de votre organisation",
  singleSignOnWith: "Se connecter avec {provider}",
  orPassword: "ou avec un mot de passe",
  failed: "La connexion n’a pas abouti.",
};
