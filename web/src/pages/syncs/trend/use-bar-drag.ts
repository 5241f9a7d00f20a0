import { type PointerEvent, useRef, useState } from "react";

interface Range {
  from: number;
  to: number;
}

/** Less than this is a press with a hand that shakes. */
const LEAST_MOVE = 6;

/** Picks a range of bars by dragging over them with the mouse. `indexAt` tells the bar at a share of the width. */
export function useBarDrag(
  indexAt: (share: number) => number,
  count: number,
  onPick: (from: number, to: number) => void,
) {
  const [range, setRange] = useState<Range | null>(null);
  const start = useRef<{ x: number; index: number } | null>(null);
  const dragged = useRef(false);

  const find = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const index = indexAt((event.clientX - left) / Math.max(1, width));
    return Math.min(count - 1, Math.max(0, index));
  };
  const rangeTo = (event: PointerEvent): Range | null => {
    if (start.current === null) return null;
    if (range === null && Math.abs(event.clientX - start.current.x) < LEAST_MOVE) return null;
    const index = find(event);
    return { from: Math.min(start.current.index, index), to: Math.max(start.current.index, index) };
  };

  return {
    range,
    /** Whether the press that ends now was a drag, so that it opens nothing. */
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown(event: PointerEvent) {
        dragged.current = false;
        // A finger scrolls; the days can be chosen in the filter.
        if (event.pointerType !== "mouse" || event.button !== 0) return;
        start.current = { x: event.clientX, index: find(event) };
      },
      onPointerMove(event: PointerEvent) {
        const next = rangeTo(event);
        if (next === null) return;
        if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = true;
        setRange(next);
      },
      onPointerUp(event: PointerEvent) {
        const picked = dragged.current ? rangeTo(event) : null;
        start.current = null;
        setRange(null);
        if (picked !== null) onPick(picked.from, picked.to);
      },
      onPointerCancel() {
        start.current = null;
        setRange(null);
      },
    },
  };
}
