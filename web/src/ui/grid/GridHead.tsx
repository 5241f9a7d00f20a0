import { memo, type RefObject } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { classNames } from "../class-names.ts";
import type { ShownColumn } from "./grid-column.ts";
import { gridMessages } from "./messages.ts";

interface GridHeadProps<Row> {
  headRef: RefObject<HTMLDivElement | null>;
  columns: readonly ShownColumn<Row>[];
  /** A column of boxes to tick stands before them. */
  hasPicks: boolean;
}

function DrawnHead<Row>({ headRef, columns, hasPicks }: GridHeadProps<Row>) {
  const t = useMessages(gridMessages);
  return (
    <div ref={headRef} role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1}>
        {hasPicks && (
          <div role="columnheader" className="grid-cell is-pick" aria-colindex={1}>
            <span className="heard">{t("pick")}</span>
          </div>
        )}
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
