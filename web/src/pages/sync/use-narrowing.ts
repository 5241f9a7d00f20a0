import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { SyncSearch } from "./search.ts";

const route = getRouteApi("/frame/syncs/$id");

/**
 * What the address says of the report but for the open row: the same object while rows are opened one after the other,
 * so that what does not depend on the row is not drawn anew with each.
 */
export function useNarrowing(): SyncSearch {
  const text = route.useSearch({ select: ({ row: _, ...rest }) => JSON.stringify(rest) });
  return useMemo(() => JSON.parse(text) as SyncSearch, [text]);
}
