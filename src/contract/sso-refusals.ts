import { type Language, nameProduct, type Translated } from "./language.ts";

/** Why a single sign-on was refused; the sign-in page gets it as `?refused=…`. */
export const SSO_REFUSALS = [
  "sso_no_account",
  "sso_email_not_verified",
  "sso_other_identity",
  "sso_denied",
  "sso_interrupted",
  "sso_failed",
] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];

const TEXTS: Record<SsoRefusal, Translated> = {
  sso_no_account: {
    en: "Only admins can see {product}. Your provider knows you, but no admin has your email address: ask one of them to add you.",
    fr: "Seuls les administrateurs ont accès à {product}. Votre fournisseur vous connaît, mais aucun administrateur n’a votre adresse : demandez à l’un d’eux de vous ajouter.",
  },
  sso_email_not_verified: {
    en: "Your provider did not say that your email address is verified, so {product} cannot tell whose account it is. Verify the address there, or sign in with your password.",
    fr: "Votre fournisseur n’a pas indiqué que votre adresse est vérifiée : {product} ne peut pas savoir à qui est le compte. Faites-la vérifier, ou connectez-vous avec votre mot de passe.",
  },
  sso_other_identity: {
    en: "The account with your email address belongs to another identity at your provider. Sign in with your password, or ask for a link made with “muster recover”: setting a password with it lets the account meet its identity anew.",
    fr: "Le compte ayant votre adresse appartient à une autre identité chez votre fournisseur. Connectez-vous avec votre mot de passe, ou demandez un lien créé avec « muster recover » : y choisir un mot de passe permet d’associer de nouveau le compte.",
  },
  sso_denied: {
    en: "Your provider did not let you through. Try again, or sign in with your password.",
    fr: "Votre fournisseur ne vous a pas laissé passer. Réessayez, ou connectez-vous avec votre mot de passe.",
  },
  sso_interrupted: {
    en: "This sign-in took too long, or another one was started since. Try again.",
    fr: "Cette connexion a pris trop de temps, ou une autre a été commencée depuis. Réessayez.",
  },
  sso_failed: {
    en: "Your provider could not be reached, or its answer could not be trusted. Try again in a moment, or sign in with your password.",
    fr: "Votre fournisseur est injoignable, ou sa réponse n’est pas fiable. Réessayez dans un instant, ou connectez-vous avec votre mot de passe.",
  },
};

/** The refusal as a text for the person. */
export function describeSsoRefusal(
  refusal: SsoRefusal,
  language: Language,
  product: string,
): string {
  return nameProduct(TEXTS[refusal][language], product);
}
