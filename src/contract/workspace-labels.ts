import type { Language, Translated } from "./language.ts";

/** What the workspace's own values are called, also in the audit log. */
export const WORKSPACE_LABELS = {
  defaultLanguage: { en: "Default language", fr: "Langue par défaut" },
  defaultProduct: { en: "Default product", fr: "Produit par défaut" },
  name: { en: "Name", fr: "Nom" },
  products: { en: "Products", fr: "Produits" },
  seatLimit: { en: "Seats", fr: "Places" },
  timeZone: { en: "Time zone", fr: "Fuseau horaire" },
} as const satisfies Record<string, Translated>;

/** The name of one of the workspace's values. */
export function labelOfWorkspace(key: keyof typeof WORKSPACE_LABELS, language: Language): string {
  return WORKSPACE_LABELS[key][language];
}
