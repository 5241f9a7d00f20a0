import { detectDelimiter, MAX_COLUMNS } from "../../contract/csv-delimiter.ts";
import {
  createColumnBook,
  type OpenColumn,
  showColumnName,
  tooManyColumns,
} from "../../core/input/column-book.ts";
import { foldName } from "../../core/input/fold-name.ts";
import { InputError } from "../../core/input/input-error.ts";
import type { InputBatch } from "../../core/input/rows.ts";
import type { CellReader, SectionForm } from "../../core/input/section-form.ts";
import { findHeaderLine } from "./csv-header.ts";
import { type CsvRecord, MAX_RECORD_CHARACTERS, openCsvRecords } from "./csv-records.ts";
import { decodeText } from "./decode-text.ts";
import { BATCH_CHARACTERS, BATCH_ROWS, type SectionTally } from "./section-tally.ts";

/** Reads one section from a CSV file. Throws `InputError` for what is wrong with the file as a whole. */
export async function* readCsvSection<Draft, Row>(
  form: SectionForm<Draft, Row>,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  sliceSize?: number,
): AsyncGenerator<InputBatch, SectionTally> {
  const book = createColumnBook(form, file);
  let cells: (CellReader<Draft> | undefined)[] | undefined;
  let rows: Row[] = [];
  let rowCount = 0;
  let gathered = 0;

  for await (const { records, characters } of readRecords(form, file, bytes, sliceSize)) {
    gathered += characters;
    for (const { line, cells: values } of records) {
      if (cells === undefined) {
        cells = openColumns(values, line).map((column) => column?.cells);
        continue;
      }
      const draft = form.begin(line);
      for (let i = 0; i < values.length; i++) cells[i]?.readText(draft, values[i]!);
      rows.push(form.finish(draft));
      rowCount++;
    }
    if (rows.length >= BATCH_ROWS || (gathered > BATCH_CHARACTERS && rows.length > 0)) {
      yield form.toBatch(rows);
      rows = [];
      gathered = 0;
    }
  }
  if (rows.length > 0) yield form.toBatch(rows);
  return { rows: rowCount, unknownColumns: book.listUnknown() };

  function openColumns(names: string[], line: number): (OpenColumn<Draft> | null)[] {
    if (names.length > MAX_COLUMNS) throw tooManyColumns(line, file);
    const taken = new Map<string, string>();
    const columns = names.map((name, index) => {
      const shown = showColumnName(name);
      // A column without a name cannot be a duplicate, and is told apart by its position.
      if (foldName(name) === "") return book.open(`column ${index + 1}`, line);
      const column = book.open(name, line);
      const field = column?.field ?? foldName(name);
      const first = taken.get(field);
      if (first !== undefined) throw duplicateHeader(file, line, first, shown);
      taken.set(field, shown);
      return column;
    });
    throwIfMissing(book.listMissing(), file, line);
    return columns;
  }
}

/** The records of a file, slice by slice, once its header has told the separator. */
async function* readRecords<Draft, Row>(
  form: SectionForm<Draft, Row>,
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  sliceSize: number | undefined,
): AsyncGenerator<{ records: CsvRecord[]; characters: number }> {
  let head = "";
  let reader: ReturnType<typeof openCsvRecords> | undefined;
  const open = (header: string) =>
    openCsvRecords(
      file,
      detectDelimiter(header, (name) => form.columns.has(foldName(name))),
    );
  try {
    for await (const { text } of decodeText(bytes, file, sliceSize)) {
      if (reader !== undefined) {
        yield { records: await reader.write(text), characters: text.length };
        continue;
      }
      head += text;
      const header = findHeaderLine(head);
      if (header !== undefined) {
        reader = open(header);
        yield { records: await reader.write(head), characters: head.length };
      } else if (head.length > MAX_RECORD_CHARACTERS) {
        throw headerTooLarge(file);
      }
    }
    if (reader === undefined) {
      if (head.trim() === "") throw emptyFile(form, file);
      reader = open(head);
      yield { records: await reader.write(head), characters: head.length };
    }
    yield { records: await reader.end(), characters: 0 };
  } finally {
    reader?.close();
  }
}

function emptyFile<Draft, Row>(form: SectionForm<Draft, Row>, file: string): InputError {
  const header = form.required.map((group) => group[0]).join(",");
  return new InputError("empty_file", {
    file,
    line: 1,
    message: `${file} is empty. It needs a header line at least, such as "${header}"; to leave the section as it is, do not send the file.`,
  });
}

function headerTooLarge(file: string): InputError {
  return new InputError("row_too_large", {
    file,
    line: 1,
    message: `In ${file}, no header line ends within the first 1 MiB. Check that the file is CSV, and that every quotation mark in the header is closed.`,
  });
}

function duplicateHeader(file: string, line: number, first: string, second: string): InputError {
  return new InputError("duplicate_header", {
    file,
    line,
    column: second,
    message:
      first === second
        ? `In ${file}, the header has the column "${first}" twice. Remove or rename one of them.`
        : `In ${file}, the columns "${first}" and "${second}" are two names of one field. Keep one of them.`,
  });
}

function throwIfMissing(missing: string[][], file: string, line: number): void {
  const [first, ...rest] = missing.map((group) => ({
    file,
    line,
    column: group[0]!,
    message: `In ${file}, the required column ${group.join(" or ")} is missing from the header. Add it.`,
  }));
  if (first !== undefined) throw new InputError("missing_column", first, ...rest);
}
