import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";

/** Ways to change what the address says about a page. */
export interface SearchChanges<Search> {
  /** A choice, as of a filter: Back undoes it. */
  pick(change: Partial<Search>): void;
  /** A letter typed: takes the place of the address before, so that Back leaves the page. */
  type(change: Partial<Search>): void;
}

/** Changes search parameters of the page that is shown; a value of `undefined` takes one away. */
export function useSearchChanges<Search extends object>(): SearchChanges<Search> {
  const navigate = useNavigate();
  return useMemo(() => {
    const go = (change: Partial<Search>, replace: boolean) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, ...change }),
        replace,
        resetScroll: false,
      });
    return { pick: (change) => go(change, false), type: (change) => go(change, true) };
  }, [navigate]);
}
