import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { LANGUAGES, type Language } from "#contract/language.ts";
import { WidgetLanguage } from "../ui/WidgetLanguage.tsx";

const STORE = "muster.language";

interface LanguageChoice {
  language: Language;
  /** Whether this browser was told, or asks for a language that the pages speak. */
  isChosen: boolean;
  /** The same function as long as the page lives. */
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((it) => it === text);
}

/** What this browser was told last, else what it prefers; before-paint.js has put it on the page already. */
function readLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : "en";
}

function isLanguageAsked(): boolean {
  if (isLanguage(navigator.language.slice(0, 2))) return true;
  try {
    return localStorage.getItem(STORE) !== null;
  } catch {
    return false;
  }
}

/** Holds the language of the pages, of their widgets and of the document. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(readLanguage);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    try {
      localStorage.setItem(STORE, next);
    } catch {
      // Storage is switched off: the choice holds until the page is left.
    }
    setLanguage(next);
  }, []);
  const choice = useMemo<LanguageChoice>(
    () => ({ language, isChosen: isLanguageAsked(), choose }),
    [language, choose],
  );
  return (
    <LanguageContext value={choice}>
      <WidgetLanguage language={language}>{children}</WidgetLanguage>
    </LanguageContext>
  );
}

/** The language, and how to change it. */
export function useLanguageChoice(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error("LanguageProvider is missing above this component.");
  return choice;
}

/** The language that the pages speak now. */
export function useLanguage(): Language {
  return useLanguageChoice().language;
}
