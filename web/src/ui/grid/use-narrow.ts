import { useSyncExternalStore } from "react";

/** As in tokens.css: below this the side bar is a top bar, and grids have fewer columns. */
const NARROW = "(width < 56.25rem)";

let query: MediaQueryList | undefined;
function findQuery(): MediaQueryList {
  query ??= matchMedia(NARROW);
  return query;
}

function subscribe(listener: () => void): () => void {
  findQuery().addEventListener("change", listener);
  return () => findQuery().removeEventListener("change", listener);
}

/** Whether the window is too narrow for all columns of a grid. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => findQuery().matches);
}
