import { useEffect, useState, useSyncExternalStore } from "react";
import { type LoadRows, RowPages, type RowPagesOptions } from "./row-pages.ts";

export interface RowQuery<Row> extends RowPagesOptions {
  /** Says which list it is: another text is another list. */
  key: string;
  load: LoadRows<Row>;
  /** The row that will be seen first, where a place is restored. */
  first?: number;
}

/** Rows for a grid. */
export interface ShownRows<Row> {
  rows: RowPages<Row>;
  /** The list asked for is on its way, and the one before is shown meanwhile. */
  isStale: boolean;
}

/**
 * The rows of a list, fetched as they are seen. When another list is asked for, the one before stays until the first
 * rows of the new one have come.
 */
export function useRowPages<Row>(query: RowQuery<Row>): ShownRows<Row> {
  const [{ key, rows, first, before }, setLists] = useState(() => openList(query, null));
  useSyncExternalStore(rows.subscribe, rows.version);
  const isReady = rows.total !== undefined || rows.problem !== undefined;
  if (key !== query.key) setLists(openList(query, isReady ? rows : before));

  // Asked for here, because the grid still shows, and asks for, the list before.
  useEffect(() => {
    rows.show({ first, end: first + 1 });
    return () => rows.close();
  }, [rows, first]);

  return isReady || before === null ? { rows, isStale: false } : { rows: before, isStale: true };
}

interface Lists<Row> {
  key: string;
  rows: RowPages<Row>;
  first: number;
  before: RowPages<Row> | null;
}

function openList<Row>(query: RowQuery<Row>, before: RowPages<Row> | null): Lists<Row> {
  const { key, load, first = 0, ...options } = query;
  return { key, rows: new RowPages(load, options), first, before };
}
