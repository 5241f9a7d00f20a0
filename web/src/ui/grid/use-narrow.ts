import { useSyncExternalStore } from "react";

/** As in tokens.css: below this the side bar is a top bar, and grids have fewer columns. */
const NARROW = "(width < 56.25rem)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the window is too narrow for all columns of a grid. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}
