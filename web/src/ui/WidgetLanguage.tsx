import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Language } from "#contract/language.ts";

/** The full locales: dates as "Nov 23", and narrow spaces in French numbers. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", fr: "fr-FR" };

/** Lets the widgets speak the language of the pages, not the browser's. */
export function WidgetLanguage({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}) {
  return <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>;
}
