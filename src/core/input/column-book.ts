import { distance } from "fastest-levenshtein";
import { MAX_COLUMNS } from "../../contract/csv-delimiter.ts";
import { cleanText, cutText } from "./cell-text.ts";
import { foldName } from "./fold-name.ts";
import { InputError } from "./input-error.ts";
import type { UnknownColumn } from "./rows.ts";
import type { CellReader, SectionForm } from "./section-form.ts";

const SHOWN_NAME_LENGTH = 200;

/** A column of the input that is a field or a property. */
export interface OpenColumn<Draft> {
  /** The current name of the field. */
  field: string;
  /** The name as the sender wrote it, fit to be shown. */
  name: string;
  cells: CellReader<Draft>;
}

/** The columns of one section as its input brings them. */
export interface ColumnBook<Draft> {
  /** The column of that name; `null` = unknown: its cells are dropped, the column is noted once. */
  open(name: string, line: number): OpenColumn<Draft> | null;
  /** Required columns that never came, one name for each alternative group. */
  listMissing(): string[][];
  listUnknown(): UnknownColumn[];
}

/** A book without entries for the columns of a section. `file` is what messages call the input. */
export function createColumnBook<Draft>(
  form: SectionForm<Draft, unknown>,
  file: string,
): ColumnBook<Draft> {
  const opened = new Set<string>();
  const unknown = new Map<string, UnknownColumn>();
  return {
    open(name, line) {
      const folded = foldName(name);
      const shown = showColumnName(name);
      const known = form.columns.get(folded);
      if (known !== undefined) {
        opened.add(known.field);
        return { field: known.field, name: shown, cells: known.open(shown) };
      }
      const key = cutText(folded, SHOWN_NAME_LENGTH);
      if (!unknown.has(key)) {
        if (unknown.size >= MAX_COLUMNS) throw tooManyColumns(line, file);
        const nearest = findNearest(key, form);
        unknown.set(key, { section: form.section, column: shown, nearest, line });
      }
      return null;
    },
    listMissing() {
      return form.required
        .filter((group) => !group.some((field) => opened.has(field)))
        .map((group) => [...group]);
    },
    listUnknown: () => [...unknown.values()],
  };
}

/** The refusal of an input with more than `MAX_COLUMNS` columns. */
export function tooManyColumns(line: number, file: string): InputError {
  return new InputError("too_many_columns", {
    file,
    line,
    message: `${file} has more than ${MAX_COLUMNS} columns. Send only the columns that are fields or properties.`,
  });
}

/** A column's name as messages and issues show it. */
export function showColumnName(name: string): string {
  return cutText(cleanText(name).text ?? "", SHOWN_NAME_LENGTH);
}

function findNearest<Draft>(folded: string, form: SectionForm<Draft, unknown>): string | null {
  const reach = folded.length < 5 ? 1 : folded.length < 9 ? 2 : 3;
  let nearest: string | null = null;
  let shortest = reach + 1;
  for (const [name, column] of form.columns) {
    if (Math.abs(name.length - folded.length) >= shortest) continue;
    const steps = distance(name, folded);
    if (steps < shortest) {
      nearest = column.field;
      shortest = steps;
    }
  }
  return nearest;
}
