import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type GridPosition, RowScroller, type ScrollerEvents } from "./row-scroller.ts";
import { NO_ROWS, type RowRange } from "./row-window.ts";

export interface BigRowsOptions extends Omit<ScrollerEvents, "onDraw"> {
  rowCount: number;
  rowHeight: number;
  /** The list that the rows are of. Null while there is none yet. */
  list: object | null;
  /** Where the list begins when it is shown first; without, at its first row. */
  start?: GridPosition | undefined;
}

export interface DrawnRows extends RowRange {
  /** What `index - base` makes the keys of the rows. */
  base: number;
}

const NOTHING_DRAWN: DrawnRows = { ...NO_ROWS, base: 0 };

const FIRST_ROW: GridPosition = { index: 0, offset: 0 };

type DivRef = RefObject<HTMLDivElement | null>;

export interface BigRows {
  scrollerRef: DivRef;
  headRef: DivRef;
  bodyRef: DivRef;
  blockRef: DivRef;
  /** The rows to draw, in the block, one under the other. */
  drawn: DrawnRows;
  /** Moves the rows; null before the page is there. */
  mover: RefObject<RowScroller | null>;
}

/** Keeps so many of very many rows on the page as are seen, under a native scroll bar. */
export function useBigRows(options: BigRowsOptions): BigRows {
  const { rowCount, rowHeight, list } = options;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const headRef = useRef<HTMLDivElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const blockRef = useRef<HTMLDivElement>(null);
  const mover = useRef<RowScroller>(null);
  const begun = useRef<object>(null);
  const newest = useRef(options);
  const [drawn, setDrawn] = useState(NOTHING_DRAWN);

  useLayoutEffect(() => {
    newest.current = options;
  });

  useLayoutEffect(() => {
    const [scroller, head] = [scrollerRef.current, headRef.current];
    const [body, block] = [bodyRef.current, blockRef.current];
    if (scroller === null || head === null || body === null || block === null) return;
    mover.current = new RowScroller(
      { scroller, head, body, block },
      {
        // The browser has moved already: rows that came a frame later would be seen to come.
        onDraw: (rows, isUrgent) => {
          const draw = () => setDrawn((before) => keepRows(before, rows));
          if (isUrgent) flushSync(draw);
          else draw();
        },
        onSee: (rows, isFast) => newest.current.onSee(rows, isFast),
        onRest: (position) => newest.current.onRest(position),
      },
    );
    return () => {
      mover.current?.close();
      mover.current = null;
      begun.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const isNew = list !== null && list !== begun.current;
    if (isNew) begun.current = list;
    const start = isNew ? (newest.current.start ?? FIRST_ROW) : undefined;
    mover.current?.setRows(rowCount, rowHeight, start);
  }, [rowCount, rowHeight, list]);

  useLayoutEffect(() => {
    mover.current?.placeBlock();
  });

  return { scrollerRef, headRef, bodyRef, blockRef, drawn, mover };
}

/** A row keeps its elements while it is drawn. Where none of the rows stays, their elements are used for the next. */
function keepRows(before: DrawnRows, next: RowRange): DrawnRows {
  const overlaps = next.first < before.end && before.first < next.end;
  return { ...next, base: overlaps ? before.base : before.base + next.first - before.first };
}
