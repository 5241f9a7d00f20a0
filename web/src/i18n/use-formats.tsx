import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "#contract/language.ts";
import { createFormats, type Formats, isTimeZone } from "./formats.ts";
import { useLanguage } from "./language.tsx";

const ClockContext = createContext<string | null>(null);

/** The time zone of this computer. */
export function readOwnZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : "UTC";
}

/** Whose clock the pages below show. Pages before sign-in know no workspace and show this computer's. */
export function ClockProvider({ zone, children }: { zone?: string; children: ReactNode }) {
  return <ClockContext value={zone ?? readOwnZone()}>{children}</ClockContext>;
}

/** Times and numbers as the pages write them now. */
export function useFormats(): Formats {
  const language = useLanguage();
  const zone = useContext(ClockContext);
  if (zone === null) throw new Error("ClockProvider is missing above this component.");
  return formatsOf(language, zone);
}

/** Made once: they are slow to make, and each cell of a list asks for them. */
const made = new Map<string, Formats>();

function formatsOf(language: Language, zone: string): Formats {
  const key = `${language} ${zone}`;
  const formats = made.get(key) ?? createFormats(language, zone);
  made.set(key, formats);
  return formats;
}
