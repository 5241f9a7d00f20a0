import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { classNames } from "../class-names.ts";
import { ErrorCallout } from "../ErrorCallout.tsx";
import { useIsSlow } from "../Skeleton.tsx";
import { GridHead } from "./GridHead.tsx";
import { GridRow } from "./GridRow.tsx";
import { fitColumns, type GridColumn } from "./grid-column.ts";
import { gridMessages } from "./messages.ts";
import { type PickedRows, pickByKey, pickByPress, pickOf } from "./picked-rows.ts";
import { readKey } from "./row-keys.ts";
import type { GridPosition } from "./row-scroller.ts";
import type { RowRange } from "./row-window.ts";
import { useBigRows } from "./use-big-rows.ts";
import { useIsNarrow } from "./use-narrow.ts";
import type { ShownRows } from "./use-row-pages.ts";
import "./grid.css";

/** Heights in pixels; in a narrow window a second line of text fits. */
const ROW_HEIGHT = { wide: 40, narrow: 56 };
/** Rows that are fetched before they are seen, on both sides. */
const FETCHED_AHEAD = 40;
/** Rows shown as placeholders while it is not known how many there are. */
const PLACEHOLDERS = 60;
/** Things in a row that do something of their own. */
const OWN_ACTIONS = "a, button, input, label, select, summary";

/** What a page can do to a grid. */
export interface BigGridHandle {
  /** Moves the keys' row by so many rows, as J and K do. */
  move(by: number): void;
  /** Puts the keys on a row and shows it. */
  goTo(index: number, at?: "nearest" | "start" | "center"): void;
  focus(): void;
  /** Where the rows are now, also while they move; for who leaves the page. */
  place(): GridPosition | null;
}

export interface BigGridProps<Row> extends ShownRows<Row> {
  /** What the rows are, for who hears the page. */
  label: string;
  columns: readonly GridColumn<Row>[];
  /** The row whose details are open; leave it out where rows cannot be selected. */
  selectedIndex?: number | null;
  /** Rows can be ticked; then Space ticks, and only Enter opens. */
  picked?: PickedRows<Row>;
  /** A row was clicked, or Enter or Space pressed on it. */
  onOpen?(index: number, row: Row): void;
  /** The keys are on another row, or its data has come. */
  onActive?(index: number, row: Row): void;
  /** Scrolling has paused: a place to keep, and to give as `start` when the list is shown again. */
  onRest?(position: GridPosition): void;
  /** Where this list was left, when it is shown again: a list begins there, or at its first row. */
  start?: GridPosition | undefined;
  /** Shown where there are no rows. */
  empty?: ReactNode;
  /** Whether J and K move. */
  letterKeys?: boolean;
  ref?: Ref<BigGridHandle>;
}

/** A list of up to millions of rows; see `useRowPages` for where they come from. */
export function BigGrid<Row>({
  label,
  columns,
  rows,
  isStale,
  selectedIndex,
  picked,
  onOpen,
  onActive,
  onRest,
  start,
  empty,
  letterKeys = true,
  ref,
}: BigGridProps<Row>) {
  const t = useMessages(gridMessages);
  const id = useId();
  const isNarrow = useIsNarrow();
  const hasPicks = picked !== undefined;
  const { shown, tracks } = useMemo(
    () => fitColumns(columns, isNarrow, hasPicks),
    [columns, isNarrow, hasPicks],
  );
  useSyncExternalStore(rows.subscribe, rows.version);
  const isWaiting = rows.total === undefined;
  const rowCount = rows.total ?? PLACEHOLDERS;
  const rowHeight = isNarrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide;
  const isSlow = useIsSlow(isWaiting || isStale);

  const [keysOn, setKeysOn] = useState<{ rows: object; index: number } | null>(null);
  // In another list the keys begin anew.
  const active = keysOn?.rows === rows && keysOn.index < rowCount ? keysOn.index : null;
  const activeRow = active === null ? undefined : rows.get(active);

  const { scrollerRef, headRef, bodyRef, blockRef, drawn, mover } = useBigRows({
    ...{ rowCount, rowHeight, start },
    list: isWaiting ? null : rows,
    onSee: ({ first, end }, isFast) => {
      if (!isWaiting) rows.show(widen({ first, end }, rowCount), isFast);
    },
    // What is in view while another list is fetched is no place in that one.
    onRest: (position) => {
      if (!isWaiting && !isStale) onRest?.(position);
    },
  });

  const goTo: BigGridHandle["goTo"] = (index, at) => {
    if (isWaiting || rowCount === 0) return;
    const to = Math.min(Math.max(index, 0), rowCount - 1);
    setKeysOn({ rows, index: to });
    mover.current?.showRow(to, at);
  };
  useImperativeHandle(ref, () => ({
    goTo,
    move: (by) => goTo((active ?? mover.current?.firstWhole ?? 0) + (active === null ? 0 : by)),
    focus: () => scrollerRef.current?.focus({ preventScroll: true }),
    place: () => mover.current?.position ?? null,
  }));

  useEffect(() => {
    if (active !== null && activeRow !== undefined) onActive?.(active, activeRow);
  }, [active, activeRow, onActive]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (pickByKey(event, picked, { index: active, row: activeRow })) return;
    const meaning = readKey(event, {
      ...{ active, rowCount, letters: letterKeys },
      firstSeen: mover.current?.firstWhole ?? 0,
      pageRows: (mover.current?.pageRows ?? 1) - 1,
    });
    const isOwn = event.target !== event.currentTarget;
    if (meaning === null || isWaiting || (isOwn && meaning.kind === "open")) return;
    event.preventDefault();
    if (meaning.kind === "move") goTo(meaning.to);
    else if (active !== null && activeRow !== undefined) onOpen?.(active, activeRow);
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>("[data-index]");
    if (element === null || isWaiting) return;
    const index = Number(element.dataset.index);
    setKeysOn({ rows, index });
    const row = rows.get(index);
    if (pickByPress(event, picked, { index, row })) return;
    // Who marks text to copy it does not want to open the row.
    const marks = getSelection()?.type === "Range";
    if (row !== undefined && !marks && target.closest(OWN_ACTIONS) === null) onOpen?.(index, row);
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || !event.target.matches(":focus-visible")) return;
    goTo(active ?? selectedIndex ?? mover.current?.firstWhole ?? 0);
  };

  const end = Math.min(drawn.end, rowCount);
  const isActiveDrawn = active !== null && active >= drawn.first && active < end;
  const rowId = (index: number) => `${id}-${index}`;
  const indices = Array.from(
    { length: Math.max(0, end - drawn.first) },
    (_, at) => drawn.first + at,
  );

  return (
    <div className={classNames("big-grid", isSlow && "is-slow")} data-waiting={isWaiting}>
      <div
        ref={scrollerRef}
        role="grid"
        tabIndex={0}
        className="grid-scroller"
        aria-label={label}
        aria-rowcount={isWaiting ? -1 : rowCount + 1}
        aria-colcount={columns.length + (hasPicks ? 1 : 0)}
        aria-multiselectable={hasPicks || undefined}
        aria-busy={isWaiting || isStale}
        aria-activedescendant={isActiveDrawn ? rowId(active) : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        style={{ "--grid-tracks": tracks, "--grid-row": `${rowHeight}px` } as object}
      >
        <GridHead headRef={headRef} columns={shown} hasPicks={hasPicks} />
        <div ref={bodyRef} role={rowCount > 0 ? "rowgroup" : "presentation"} className="grid-body">
          <div ref={blockRef} role="presentation" className="grid-block">
            {indices.map((index) => (
              <GridRow
                key={index - drawn.base}
                id={rowId(index)}
                index={index}
                row={rows.get(index)}
                columns={shown}
                isNarrow={isNarrow}
                isActive={index === active}
                isSelected={selectedIndex === undefined ? null : index === selectedIndex}
                {...pickOf(picked, rows.get(index))}
              />
            ))}
          </div>
        </div>
      </div>
      {rowCount === 0 && <div className="grid-empty">{empty}</div>}
      {rows.problem !== undefined && (
        <div className="grid-problem">
          <ErrorCallout
            error={rows.problem}
            title={t("rowsNotLoaded")}
            onRetry={() => rows.retry()}
          />
        </div>
      )}
    </div>
  );
}

function widen({ first, end }: RowRange, rowCount: number): RowRange {
  return {
    first: Math.max(0, first - FETCHED_AHEAD),
    end: Math.min(rowCount, end + FETCHED_AHEAD),
  };
}
