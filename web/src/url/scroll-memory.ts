import { useRouterState } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";

/** A place in a long list: the first row in view, and how much of it is above. */
export interface ListPlace {
  readonly index: number;
  readonly offset: number;
}

const STORE = "muster.places";
/** So many views are remembered; who goes further back begins at the start. */
const MOST = 50;

function readAll(): [string, ListPlace][] {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? "[]") as [string, ListPlace][];
  } catch {
    return [];
  }
}

function keepPlace(key: string, place: ListPlace): void {
  const others = readAll().filter(([known]) => known !== key);
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...others, [key, place]].slice(-MOST)));
  } catch {
    // Storage is switched off or full: the list begins at its start then.
  }
}

/**
 * Remembers where a long list was scrolled to, for Back and for loading the page again. `list` says which rows it
 * shows: other filters are another list.
 */
export function useScrollMemory(list: string): {
  start: ListPlace | undefined;
  keep(place: ListPlace): void;
} {
  // Opening a row changes the address, but not how far back in the history the page is.
  const step = useRouterState({
    select: ({ location }) => `${location.state.__TSR_index} ${location.pathname}`,
  });
  const key = `${step} ${list}`;
  const last = useRef<{ list: string; place: ListPlace } | null>(null);
  const start = useMemo(() => readAll().find(([known]) => known === key)?.[1], [key]);
  useEffect(() => {
    // The same rows one step further on, as when details open over them: reloading there shows the same place.
    if (last.current?.list === list && start === undefined) keepPlace(key, last.current.place);
  }, [key, list, start]);
  return {
    start,
    keep(place) {
      last.current = { list, place };
      keepPlace(key, place);
    },
  };
}
