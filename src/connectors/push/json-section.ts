import { MAX_COLUMNS } from "../../contract/csv-delimiter.ts";
import { createColumnBook, type OpenColumn, tooManyColumns } from "../../core/input/column-book.ts";
import { InputError, type InputProblem } from "../../core/input/input-error.ts";
import type { InputBatch, Section } from "../../core/input/rows.ts";
import type { SectionForm } from "../../core/input/section-form.ts";
import type { SectionTally } from "./section-tally.ts";

type Place = () => Omit<InputProblem, "message">;

/** Takes the rows of one JSON array. `place` says, only when asked, where the reader stands. */
export interface JsonSection {
  section: Section;
  rowCount(): number;
  beginRow(): void;
  /** The key whose value comes next. */
  openKey(key: string, place: Place): void;
  readText(raw: string): void;
  /** Whether the current key takes a list. */
  takesList(): boolean;
  readList(items: string[]): void;
  refuseType(shown: string): void;
  endRow(): void;
  gatheredRows(): number;
  /** The rows gathered so far, as a batch. */
  takeBatch(): InputBatch;
  /** Refuses an array whose rows never bear a required key. */
  finish(place: Place): SectionTally;
}

/** A key seen before and the column that it opened. Names of one field share their `field`. */
interface KnownKey<Draft> {
  column: OpenColumn<Draft>;
  field: { lastRow: number; lastKey: string };
}

/** Keys above this length are looked up each time, so that the cache stays small. */
const CACHED_KEY_LENGTH = 200;

/** Opens a section for the rows of one array. */
export function openJsonSection<Draft, Row>(
  form: SectionForm<Draft, Row>,
  file: string,
): JsonSection {
  const book = createColumnBook(form, file);
  const keys = new Map<string, KnownKey<Draft> | null>();
  const fields = new Map<string, KnownKey<Draft>["field"]>();
  let rows: Row[] = [];
  let rowCount = 0;
  let draft = form.begin(0);
  let column: OpenColumn<Draft> | null = null;

  return {
    section: form.section,
    rowCount: () => rowCount,
    beginRow() {
      rowCount++;
      draft = form.begin(rowCount);
    },
    openKey(key, place) {
      let known = keys.get(key);
      if (known === undefined) known = learnKey(key);
      column = known === null ? null : known.column;
      if (known === null) return;
      if (known.field.lastRow === rowCount) throw duplicateKey(known.field.lastKey, key, place());
      known.field.lastRow = rowCount;
      known.field.lastKey = key;
    },
    readText: (raw) => column?.cells.readText(draft, raw),
    takesList: () => column?.cells.readList !== undefined,
    readList: (items) => column?.cells.readList?.(draft, items),
    refuseType: (shown) => column?.cells.refuseType(draft, shown),
    endRow() {
      rows.push(form.finish(draft));
    },
    gatheredRows: () => rows.length,
    takeBatch() {
      const batch = form.toBatch(rows);
      rows = [];
      return batch;
    },
    finish(place) {
      if (rowCount > 0) throwIfMissing(book.listMissing(), form.section, place());
      return { rows: rowCount, unknownColumns: book.listUnknown() };
    },
  };

  function learnKey(key: string): KnownKey<Draft> | null {
    // One unknown name can be spelled in endless ways (case, spaces), each a key of its own.
    if (keys.size >= 4 * MAX_COLUMNS) throw tooManyColumns(rowCount, file);
    const opened = book.open(key, rowCount);
    let known: KnownKey<Draft> | null = null;
    if (opened !== null) {
      const field = fields.get(opened.field) ?? { lastRow: 0, lastKey: key };
      fields.set(opened.field, field);
      known = { column: opened, field };
    }
    if (key.length <= CACHED_KEY_LENGTH) keys.set(key, known);
    return known;
  }
}

function duplicateKey(first: string, second: string, place: Omit<InputProblem, "message">) {
  return new InputError("duplicate_key", {
    ...place,
    message:
      first === second
        ? `A row has the key "${first}" twice. Keep one of them.`
        : `A row has "${first}" and "${second}", which are two names of one field. Keep one of them.`,
  });
}

function throwIfMissing(
  missing: string[][],
  section: Section,
  place: Omit<InputProblem, "message">,
): void {
  const [first, ...rest] = missing.map((group) => ({
    ...place,
    column: group[0]!,
    message: `No row of ${section} has the required key ${group.join(" or ")}. Add it to every row.`,
  }));
  if (first !== undefined) throw new InputError("missing_column", first, ...rest);
}
