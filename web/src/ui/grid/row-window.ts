/** Rows beyond the view on both sides: what the browser shows of itself until the next ones are there. */
const AHEAD = 8;
/** The window moves by so many rows at once, so that most moves of the wheel change nothing on the page. */
const STEP = 8;

/** Rows from `first` up to but without `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

export const NO_ROWS: RowRange = { first: 0, end: 0 };

/** The rows that are seen, in part or whole. */
export function seenRows(
  position: number,
  view: number,
  rowHeight: number,
  rowCount: number,
): RowRange {
  const first = Math.min(Math.max(0, Math.floor(position / rowHeight)), rowCount);
  const end = Math.min(Math.max(first, Math.ceil((position + view) / rowHeight)), rowCount);
  return { first, end };
}

/** The rows that are on the page: what is seen and some more, always of about the same number. */
export function drawnRows(seen: RowRange, rowCount: number): RowRange {
  if (seen.end <= seen.first) return NO_ROWS;
  return {
    first: Math.max(0, Math.floor((seen.first - AHEAD) / STEP) * STEP),
    end: Math.min(rowCount, Math.ceil((seen.end + AHEAD) / STEP) * STEP),
  };
}

export function isSameRange(a: RowRange, b: RowRange): boolean {
  return a.first === b.first && a.end === b.end;
}

/** The position that shows a row whole, moving as little as possible, or that puts it first or in the middle. */
export function positionOfRow(
  index: number,
  at: "nearest" | "start" | "center",
  { position, view, rowHeight }: { position: number; view: number; rowHeight: number },
): number {
  const top = index * rowHeight;
  if (at === "start") return top;
  if (at === "center") return top - Math.max(0, (view - rowHeight) / 2);
  if (top < position) return top;
  return Math.max(position, Math.min(top, top + rowHeight - view));
}
