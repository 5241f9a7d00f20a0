import { useSyncExternalStore } from "react";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Narrower than the side bar needs: below 900 px. */
export const NARROW = "(width < 56.25rem)";

/** Too narrow for a list and details side by side: below 1280 px. */
export const NOT_WIDE = "(width < 80rem)";
