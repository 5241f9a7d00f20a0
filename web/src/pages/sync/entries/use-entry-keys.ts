import type { RefObject } from "react";
import { useCopyLink } from "../../../frame/copy-link/use-copy-link.ts";
import { usePageKeys } from "../../../frame/shortcuts/use-page-keys.ts";
import type { BigGridHandle } from "../../../ui/grid/BigGrid.tsx";
import type { SelectedEntry } from "./use-selected-entry.ts";

/** The keys of a list of entries, wherever on the page the focus is; also in the sheet of details. */
export function useEntryKeys(
  grid: RefObject<BigGridHandle | null>,
  { seq, close }: SelectedEntry,
): void {
  const copyLink = useCopyLink();
  usePageKeys(
    {
      j: () => grid.current?.move(1),
      k: () => grid.current?.move(-1),
      c: () => copyLink(seq === null ? "view" : "page"),
      Escape: seq === null ? undefined : close,
    },
    ".entry-details",
  );
}
