import { useEffect, useRef } from "react";
import type { ReportEntry } from "../../../api/entries.ts";
import type { Sync } from "../../../api/syncs.ts";
import type { RowPages } from "../../../ui/grid/row-pages.ts";

/** Rows on the screen are fetched again at most this often while a sync is applied. */
const EVERY_MS = 2000;

/** Keeps the rows of a report current while its sync goes on: outcomes change, nothing else does. */
export function useRefreshedRows(rows: RowPages<ReportEntry>, sync: Sync): void {
  const { status, phase, updates, progress } = sync;
  const state = `${status} ${phase} ${updates.applied} ${updates.skipped} ${progress.done}`;
  const known = useRef({ rows, state });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = { rows, state };
    if (before.rows !== rows || before.state === state || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      known.current.rows.refresh();
    }, EVERY_MS);
  }, [rows, state]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
