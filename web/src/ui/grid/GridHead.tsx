import { memo, type RefObject } from "react";
import { classNames } from "../class-names.ts";
import type { ShownColumn } from "./grid-column.ts";

interface GridHeadProps<Row> {
  headRef: RefObject<HTMLDivElement | null>;
  columns: readonly ShownColumn<Row>[];
}

function DrawnHead<Row>({ headRef, columns }: GridHeadProps<Row>) {
  return (
    <div ref={headRef} role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1}>
        {columns.map(({ id, header, number, align }) => (
          <div
            key={id}
            role="columnheader"
            className={classNames("grid-cell", align === "end" && "is-end")}
            aria-colindex={number}
          >
            {header}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The row of column headers; stays in view. */
export const GridHead = memo(DrawnHead) as typeof DrawnHead;
