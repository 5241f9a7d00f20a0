import type { KeyboardEvent, MouseEvent } from "react";

/** Rows that are ticked, to do something with several of them. Space ticks; with Shift all from the one before. */
export interface PickedRows<Row> {
  has(row: Row): boolean;
  /** What ticking a row is called: "Select Mia Roy". */
  label(row: Row): string;
  onPick(index: number, row: Row, extend: boolean): void;
}

interface Target<Row> {
  index: number | null;
  row: Row | undefined;
}

/** Ticks the row that the keys are on; whether the key was for that. */
export function pickByKey<Row>(
  event: KeyboardEvent<HTMLElement>,
  picked: PickedRows<Row> | undefined,
  { index, row }: Target<Row>,
): boolean {
  if (picked === undefined || event.key !== " " || event.target !== event.currentTarget)
    return false;
  event.preventDefault();
  if (index !== null && row !== undefined) picked.onPick(index, row, event.shiftKey);
  return true;
}

/** Ticks the row whose box was pressed; whether the press was on a box. */
export function pickByPress<Row>(
  event: MouseEvent<HTMLElement>,
  picked: PickedRows<Row> | undefined,
  { index, row }: Target<Row>,
): boolean {
  if (picked === undefined || (event.target as Element).closest("[data-pick]") === null) {
    return false;
  }
  if (index !== null && row !== undefined) picked.onPick(index, row, event.shiftKey);
  return true;
}

/** How a row shows that it is ticked; its label is `null` where rows cannot be. */
export function pickOf<Row>(
  picked: PickedRows<Row> | undefined,
  row: Row | undefined,
): { isPicked: boolean; pickLabel: string | null } {
  if (picked === undefined) return { isPicked: false, pickLabel: null };
  if (row === undefined) return { isPicked: false, pickLabel: "" };
  return { isPicked: picked.has(row), pickLabel: picked.label(row) };
}
