import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";
import { type EntryFilters, entryPlaceQuery } from "../../../api/entries.ts";

/** The entry whose details are open. */
export interface SelectedEntry {
  /** Its position in the report; null when no details are open. */
  seq: number | null;
  /** Where it stands among the rows that are shown; null while that is not known, or where it is not among them. */
  index: number | null;
  /** The filters hide it, or the report has no such row. */
  isElsewhere: boolean;
  /** Its place is being asked for. */
  isPending: boolean;
  select(seq: number, index: number): void;
  close(): void;
}

interface Place {
  id: string;
  /** From the address. */
  row: number | undefined;
  filters: EntryFilters;
  /** Details cover the page, so that Back is expected to close them. */
  isCovering: boolean;
}

/** Keeps the selected entry in the address, and knows where it stands in the list. */
export function useSelectedEntry({ id, row, filters, isCovering }: Place): SelectedEntry {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const openedHere = useRef(false);
  const place = useQuery({
    ...entryPlaceQuery(id, row ?? 0, filters),
    enabled: row !== undefined,
  });

  const newest = useRef({ row, filters, isCovering });
  useEffect(() => {
    newest.current = { row, filters, isCovering };
    if (row === undefined) openedHere.current = false;
  });

  const show = useCallback(
    (next: number | undefined, replace: boolean) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, row: next }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const select = useCallback(
    (seq: number, index: number) => {
      const now = newest.current;
      if (now.row === seq) return;
      // The list knows already where its row stands.
      const { queryKey } = entryPlaceQuery(id, seq, now.filters);
      queryClient.setQueryData(queryKey, (known) => ({ total: known?.total ?? index + 1, index }));
      const isNewStep = now.isCovering && now.row === undefined;
      if (isNewStep) openedHere.current = true;
      show(seq, !isNewStep);
    },
    [id, queryClient, show],
  );
  const close = useCallback(() => {
    if (newest.current.row === undefined) return;
    if (openedHere.current) router.history.back();
    else show(undefined, true);
  }, [router, show]);

  const isGone = place.isError;
  return {
    seq: row ?? null,
    index: place.data?.index ?? null,
    isElsewhere: isGone || (place.data !== undefined && place.data.index === null),
    isPending: row !== undefined && place.isPending,
    select,
    close,
  };
}
