import { useEffect, useState } from "react";
import { type Param, parseSearch, type SearchCodec } from "./search.ts";

/**
 * The address that brought somebody here, as it was before the router wrote it anew without what it did not know.
 * Inside the pages every address is made by us; only one from outside can be of another time.
 */
let arrived: { path: string; search: string } | null = {
  path: window.location.pathname,
  search: window.location.search,
};

/** Notes an address that came from outside and is opened only now, as after signing in. */
export function noteArrival(address: string): void {
  const { pathname, search } = new URL(address, window.location.origin);
  arrived = { path: pathname, search };
}

/** Whether the link that opened this page had values that no longer exist; and a way to stop saying so. */
export function useDroppedValues<Params extends Readonly<Record<string, Param<unknown>>>>(
  codec: SearchCodec<Params>,
): { hasDropped: boolean; dismiss(): void } {
  const [hasDropped, setHasDropped] = useState(
    () =>
      arrived !== null &&
      arrived.path === window.location.pathname &&
      codec.findDropped(parseSearch(arrived.search)).length > 0,
  );
  // Who comes back to the page later comes from within.
  useEffect(
    () => () => {
      if (window.location.pathname !== arrived?.path) arrived = null;
    },
    [],
  );
  return {
    hasDropped,
    dismiss() {
      arrived = null;
      setHasDropped(false);
    },
  };
}
