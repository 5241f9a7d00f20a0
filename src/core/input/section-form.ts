/** What a reader of any format needs to know about a section to turn cells into rows. */

import type { InputBatch, Section } from "./rows.ts";

/** Limits on the length of values, in characters (domain rules, section 6). */
export const LENGTH_LIMITS = {
  externalId: 255,
  email: 320,
  name: 200,
  jobTitle: 255,
  text: 20_000,
} as const;

/** Puts the cells of one column into the row that is being read. */
export interface CellReader<Draft> {
  /** A text; '' = blank. JSON numbers and booleans arrive as text, `null` as ''. */
  readText(draft: Draft, raw: string): void;
  /** A JSON list of texts. A column without it takes none. */
  readList?(draft: Draft, items: string[]): void;
  /** A JSON object, or a list where none is taken. `shown` stands for it in an issue. */
  refuseType(draft: Draft, shown: string): void;
}

/** A field or property that a column can name. */
export interface KnownColumn<Draft> {
  /** The current name: what messages say and what two names of one field have in common. */
  field: string;
  /** `name` is the column as the sender wrote it, for the flaws of its cells. */
  open(name: string): CellReader<Draft>;
}

/** One section: its columns, and how a row of it begins and ends. */
export interface SectionForm<Draft, Row> {
  section: Section;
  /** By folded name (see `foldName`), legacy names included. */
  columns: ReadonlyMap<string, KnownColumn<Draft>>;
  /** Of each group at least one column must be there. */
  required: readonly (readonly string[])[];
  begin(line: number): Draft;
  finish(draft: Draft): Row;
  toBatch(rows: Row[]): InputBatch;
}
