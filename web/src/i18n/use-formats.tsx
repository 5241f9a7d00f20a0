import { createContext, type ReactNode, useContext, useMemo } from "react";
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
  return useMemo(() => createFormats(language, zone), [language, zone]);
}
