import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";
import { usePageKeys } from "./use-page-keys.ts";

/** How long after G the second key may come. */
const PATIENCE_MS = 1500;

const PLACES = { s: "/syncs", u: "/users", t: "/teams" } as const;

/** G, then S, U or T: to the syncs, the users, the teams. */
export function useGoKeys(): void {
  const router = useRouter();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const go = (place: string) => () => {
    if (performance.now() - pressedAt.current > PATIENCE_MS) return;
    pressedAt.current = Number.NEGATIVE_INFINITY;
    void router.navigate({ href: place });
  };
  usePageKeys({
    g: () => {
      pressedAt.current = performance.now();
    },
    s: go(PLACES.s),
    u: go(PLACES.u),
    t: go(PLACES.t),
  });
}
