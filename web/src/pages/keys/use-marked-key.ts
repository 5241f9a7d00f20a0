import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { parseId } from "#contract/ids.ts";
import type { ApiKey } from "../../api/api-keys.ts";

interface KeyList {
  isSuccess: boolean;
  isFetching: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The key that the address marks (`#key_7`): sought to the end of the list, shown and focused. */
export function useMarkedKey(
  keys: readonly ApiKey[],
  { isSuccess, isFetching, hasNextPage, fetchNextPage }: KeyList,
): { marked: string | null; isMissing: boolean } {
  const hash = useLocation({ select: (location) => location.hash });
  const marked = parseId("apiKey", hash) === null ? null : hash;
  const isThere = keys.some(({ id }) => id === marked);
  const isSought = marked !== null && !isThere && isSuccess;

  useEffect(() => {
    if (isSought && hasNextPage && !isFetching) fetchNextPage();
  }, [isSought, hasNextPage, isFetching, fetchNextPage]);
  useEffect(() => {
    if (marked === null || !isThere) return;
    // Once the palette that led here has given the focus back.
    const timer = setTimeout(() => {
      const row = document.getElementById(marked);
      row?.scrollIntoView({ block: "center" });
      row?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [marked, isThere]);
  return { marked, isMissing: isSought && !hasNextPage && !isFetching };
}
