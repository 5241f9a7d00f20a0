import type { Language, Translated } from "./language.ts";

/** What can be wrong with one value that a person wrote; `{most}` is the limit that the refusal names. */
const FAULTS = {
  blank: { en: "Enter a value.", fr: "Saisissez une valeur." },
  too_long: {
    en: "This is too long: at most {most} characters.",
    fr: "C’est trop long : {most} caractères au plus.",
  },
  unsafe: {
    en: "This holds an invisible character. Type it again.",
    fr: "Cette valeur contient un caractère invisible. Saisissez-la à nouveau.",
  },
  not_email: { en: "This is not an email address.", fr: "Ce n’est pas une adresse courriel." },
  not_date: {
    en: "Use a date such as 2026-11-23.",
    fr: "Utilisez une date comme 2026-11-23.",
  },
  not_language: {
    en: "Use one language code, such as fr.",
    fr: "Utilisez un seul code de langue, comme fr.",
  },
  unknown_property: {
    en: "This property no longer exists.",
    fr: "Cette propriété n’existe plus.",
  },
  not_lockable: {
    en: "This value cannot be locked.",
    fr: "Cette valeur ne peut pas être verrouillée.",
  },
  unknown_product: { en: "This product no longer exists.", fr: "Ce produit n’existe plus." },
  unknown_user: { en: "This user no longer exists.", fr: "Cet utilisateur n’existe plus." },
  unknown_team: { en: "This team no longer exists.", fr: "Cette équipe n’existe plus." },
  no_access: {
    en: "This user has no access. Choose somebody who has.",
    fr: "Cet utilisateur n’a pas d’accès. Choisissez quelqu’un qui en a un.",
  },
  taken: { en: "Another user has this already.", fr: "Un autre utilisateur l’a déjà." },
  mistaken: {
    en: "This would be mistaken for another name that is in use.",
    fr: "Ce nom se confondrait avec un autre, déjà utilisé.",
  },
  key_needed: {
    en: "No key can be made from this name: enter one.",
    fr: "Aucune clé ne peut être tirée de ce nom : saisissez-en une.",
  },
  is_self: { en: "Choose somebody else.", fr: "Choisissez quelqu’un d’autre." },
  loop: { en: "This would close a loop.", fr: "Cela fermerait une boucle." },
  admins_only: {
    en: "Only a signed-in admin can set this.",
    fr: "Seul un administrateur connecté peut le définir.",
  },
} as const satisfies Record<string, Translated>;

export type FieldFault = keyof typeof FAULTS;

/** A fault in words; `null` for a code that is none of these. */
export function faultLabel(
  code: string,
  language: Language,
  most: number | undefined,
): string | null {
  const words = (FAULTS as Readonly<Record<string, Translated>>)[code]?.[language];
  return words?.replace("{most}", String(most ?? "")) ?? null;
}
