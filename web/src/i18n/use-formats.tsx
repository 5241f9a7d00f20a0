import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { createFormats, type Formats, isTimeZone } from "./formats.ts";
import { useLanguage } from "./language.tsx";

const STORE = "muster.times";

/** Whose clock the pages show: the workspace's, or this computer's. */
export type ClockChoice = "workspace" | "own";

interface Clock {
  choice: ClockChoice;
  choose(choice: ClockChoice): void;
  workspaceZone: string;
  ownZone: string;
}

const ClockContext = createContext<Clock | null>(null);

function readChoice(): ClockChoice {
  try {
    return localStorage.getItem(STORE) === "own" ? "own" : "workspace";
  } catch {
    return "workspace";
  }
}

function readOwnZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : "UTC";
}

/** Holds whose clock is shown. Pages before sign-in know no workspace and show this computer's. */
export function ClockProvider({
  workspaceZone,
  children,
}: {
  workspaceZone: string | undefined;
  children: ReactNode;
}) {
  const [choice, setChoice] = useState(readChoice);
  const clock = useMemo<Clock>(() => {
    const ownZone = readOwnZone();
    return {
      choice,
      choose(next) {
        try {
          localStorage.setItem(STORE, next);
        } catch {
          // Storage is switched off: the choice holds until the page is left.
        }
        setChoice(next);
      },
      workspaceZone: workspaceZone ?? ownZone,
      ownZone,
    };
  }, [choice, workspaceZone]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** Whose clock is shown, and how to change it. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error("ClockProvider is missing above this component.");
  return clock;
}

/** Times and numbers as the pages write them now. */
export function useFormats(): Formats {
  const language = useLanguage();
  const { choice, workspaceZone, ownZone } = useClock();
  const zone = choice === "own" ? ownZone : workspaceZone;
  return useMemo(() => createFormats(language, zone), [language, zone]);
}
