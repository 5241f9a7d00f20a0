import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useSearchChanges } from "../../../url/use-search-state.ts";
import type { KeysSearch } from "../search.ts";

const route = getRouteApi("/frame/provisioning/keys");

/** Which key's requests are open, as the address says it. */
export interface OpenRequests {
  /** Null when none are. */
  keyId: string | null;
  isOnlyRefused: boolean;
  open(keyId: string): void;
  /** A link in the page has opened them, or is about to. */
  noteOpening(): void;
  close(): void;
  showOnlyRefused(isOnlyRefused: boolean): void;
}

/** Keeps in the address whose requests are open. Back closes them, whatever was chosen meanwhile. */
export function useOpenRequests(): OpenRequests {
  const { requests, refused } = route.useSearch();
  const { pick, type } = useSearchChanges<KeysSearch>();
  const router = useRouter();
  const openedHere = useRef(false);
  useEffect(() => {
    if (requests === undefined) openedHere.current = false;
  }, [requests]);
  const noteOpening = () => {
    openedHere.current = true;
  };
  return {
    keyId: requests ?? null,
    isOnlyRefused: refused ?? false,
    noteOpening,
    open(keyId) {
      noteOpening();
      pick({ requests: keyId });
    },
    close() {
      // Who came by a link has no page without them to go back to.
      if (openedHere.current) router.history.back();
      else type({ requests: undefined, refused: undefined });
    },
    showOnlyRefused: (isOnlyRefused) => type({ refused: isOnlyRefused ? true : undefined }),
  };
}
