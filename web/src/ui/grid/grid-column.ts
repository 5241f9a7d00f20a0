import type { ReactNode } from "react";

/** A column of a big grid. Keep the list of columns the same between renders: rows are drawn again when it changes. */
export interface GridColumn<Row> {
  id: string;
  header: ReactNode;
  /** A track of a CSS grid: `11rem`, `minmax(0, 2fr)`. */
  width: string;
  /** In a narrow window: another width, or `hidden`, when another column's cell shows its value. */
  narrow?: string;
  /** Numbers stand at the end. */
  align?: "end";
  /** What is in the cell. Links and buttons in it need `tabIndex={-1}`: the grid is one stop of the Tab key. */
  cell(row: Row, isNarrow: boolean): ReactNode;
}

/** A column that is shown, with its number among all. */
export interface ShownColumn<Row> extends GridColumn<Row> {
  number: number;
}

const PICK_TRACK = "1.25rem";

/** The columns that fit, and their tracks. */
export function fitColumns<Row>(
  columns: readonly GridColumn<Row>[],
  isNarrow: boolean,
  /** A column of boxes to tick stands before them. */
  hasPicks = false,
): { shown: ShownColumn<Row>[]; tracks: string } {
  const shown = columns
    .map((column, at) => ({ ...column, number: at + (hasPicks ? 2 : 1) }))
    .filter(({ narrow }) => !isNarrow || narrow !== "hidden");
  const tracks = shown.map(({ width, narrow }) => (isNarrow ? (narrow ?? width) : width));
  return { shown, tracks: [hasPicks ? [PICK_TRACK] : [], tracks].flat().join(" ") };
}
