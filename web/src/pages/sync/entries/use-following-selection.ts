import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { ReportEntry } from "../../../api/entries.ts";
import type { BigGridHandle } from "../../../ui/grid/BigGrid.tsx";
import type { SelectedEntry } from "./use-selected-entry.ts";

/** Details that are open follow the keys and clicks in the list; the list follows the address. */
export function useFollowingSelection(
  selected: SelectedEntry,
  list: {
    grid: RefObject<BigGridHandle | null>;
    /** The rows that the place of the selected one is among are there. */
    isReady: boolean;
    /** The list is where it was left. */
    isRestored: boolean;
  },
) {
  const { grid, isReady, isRestored } = list;
  const { index, seq, select } = selected;
  const newest = useRef({ seq });
  /** The row that the keys were led to, or came to, last. */
  const led = useRef<number | null>(null);
  useEffect(() => {
    newest.current = { seq };
  });

  useEffect(() => {
    if (!isReady || index === null || led.current === index) return;
    // A link that was opened shows its row in the middle; a place that was left is found as it was.
    const isFirst = led.current === null && !isRestored;
    led.current = index;
    grid.current?.goTo(index, isFirst ? "center" : "nearest");
  }, [grid, index, isReady, isRestored]);

  const onActive = useCallback(
    (at: number, entry: ReportEntry) => {
      if (led.current === at) return;
      led.current = at;
      if (newest.current.seq !== null) select(entry.seq, at);
    },
    [select],
  );
  const onOpen = useCallback(
    (at: number, entry: ReportEntry) => {
      led.current = at;
      select(entry.seq, at);
    },
    [select],
  );
  return { onActive, onOpen };
}
