import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";

/** Places by entry of the browser's history; gone when the pages are loaded anew. */
const kept = new Map<string, unknown>();

/** Where somebody was on this page when it was left: Back comes there again. */
export function useKeptPlace<Place>(): { start: Place | undefined; keep(place: Place): void } {
  const key = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? "" });
  const [start] = useState(() => kept.get(key) as Place | undefined);
  return { start, keep: (place) => void kept.set(key, place) };
}
