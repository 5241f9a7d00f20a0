import type { UnknownColumn } from "../../core/input/rows.ts";

/** What is known of a section when it has been read to its end. */
export interface SectionTally {
  rows: number;
  unknownColumns: UnknownColumn[];
}

/** A batch is handed over when it has this many rows, */
export const BATCH_ROWS = 500;
/** or when this much text has gone into it: rows can be long. */
export const BATCH_CHARACTERS = 4 * 1024 * 1024;
