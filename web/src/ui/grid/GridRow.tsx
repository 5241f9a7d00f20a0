import { memo } from "react";
import { classNames } from "../class-names.ts";
import type { ShownColumn } from "./grid-column.ts";

interface GridRowProps<Row> {
  id: string;
  index: number;
  /** `undefined` while it is on its way. */
  row: Row | undefined;
  columns: readonly ShownColumn<Row>[];
  isNarrow: boolean;
  /** The keys are on it. */
  isActive: boolean;
  /** Its details are open; `null` where rows cannot be selected. */
  isSelected: boolean | null;
  isPicked: boolean;
  /** What ticking it is called; `null` where rows cannot be ticked. */
  pickLabel: string | null;
}

function DrawnRow<Row>({
  id,
  index,
  row,
  columns,
  isNarrow,
  isActive,
  isSelected,
  isPicked,
  pickLabel,
}: GridRowProps<Row>) {
  return (
    <div
      role="row"
      id={id}
      className={classNames(
        "grid-row",
        isActive && "is-active",
        (isSelected || isPicked) && "is-selected",
      )}
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={pickLabel === null ? (isSelected ?? undefined) : isPicked}
      aria-busy={row === undefined || undefined}
      data-index={index}
    >
      {pickLabel !== null && (
        <div role="gridcell" className="grid-cell is-pick" aria-colindex={1}>
          {row !== undefined && (
            <span data-pick="" className="grid-pick">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={pickLabel}
                checked={isPicked}
                readOnly
              />
            </span>
          )}
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={classNames("grid-cell", column.align === "end" && "is-end")}
          aria-colindex={column.number}
        >
          {row === undefined ? <span className="grid-bar" /> : column.cell(row, isNarrow)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something of it has changed. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
