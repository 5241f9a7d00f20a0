import { useSyncExternalStore } from "react";
import type { InputSection } from "#contract/input-columns.ts";
import type { Head, HeadFault } from "./file/read-head.ts";

/** A file that was chosen for the next push. */
export interface ChosenFile {
  key: number;
  file: File;
  head: Head | { fault: HeadFault };
  /** What it holds, as guessed or as chosen. */
  section: InputSection | null;
}

let chosen: readonly ChosenFile[] = [];
let owner = "";
const listeners = new Set<() => void>();

/** Changes which files are chosen. */
export function setChosenFiles(
  change: (before: readonly ChosenFile[]) => readonly ChosenFile[],
): void {
  chosen = change(chosen);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NONE: readonly ChosenFile[] = [];

/**
 * The files that are chosen. They stay while one looks at the report of their preview, and are one person's in one
 * workspace: `whose` tells both.
 */
export function useChosenFiles(whose: string): readonly ChosenFile[] {
  return useSyncExternalStore(subscribe, () => {
    if (owner !== whose) {
      owner = whose;
      chosen = NONE;
    }
    return chosen;
  });
}

/** Each file a key of its own. */
let lastKey = 0;
export function newKey(): number {
  lastKey += 1;
  return lastKey;
}
