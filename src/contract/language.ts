/** The languages that labels and messages are written in. */
export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language: leaving one out does not compile. */
export type Translated = Readonly<Record<Language, string>>;

/** Puts the deployment's product name where a text has `{product}`. */
export function nameProduct(text: string, product: string): string {
  return text.replaceAll("{product}", () => product);
}
