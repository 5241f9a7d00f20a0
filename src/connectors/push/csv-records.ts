import { type CsvError, Parser } from "csv-parse";
import type { Delimiter } from "../../contract/csv-delimiter.ts";
import { showColumnName } from "../../core/input/column-book.ts";
import { InputError } from "../../core/input/input-error.ts";
import { DELIMITER_NAMES } from "./csv-header.ts";
import { countLineBreaks } from "./text-position.ts";

/** One record and the physical line on which it starts (the first line is 1). */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** A record longer than this is refused, so that a missing quotation mark cannot fill the memory. */
export const MAX_RECORD_CHARACTERS = 1024 * 1024;

/** Turns text, piece by piece, into records. The first record is the header, and sets how many cells a record has. */
export interface CsvRecordReader {
  /** The records that the piece completed. */
  write(text: string): Promise<CsvRecord[]>;
  /** The records that the end of the text completed. */
  end(): Promise<CsvRecord[]>;
  close(): void;
}

/** Opens a reader on a text with that separator. Refuses with `InputError` what is no CSV (RFC 4180). */
export function openCsvRecords(file: string, delimiter: Delimiter): CsvRecordReader {
  const plain = new PlainLines(file, delimiter);
  let quoted: QuotedRecords | undefined;
  return {
    async write(text) {
      if (quoted !== undefined) return quoted.write(text);
      if (plain.accepts(text)) return plain.read(text);
      // From the first quotation mark on, csv-parse takes over at the start of the record that it stands in.
      quoted = new QuotedRecords(file, delimiter, plain.line, plain.header);
      return quoted.write(plain.takeRest() + text);
    },
    async end() {
      return quoted === undefined ? plain.end() : quoted.end();
    },
    close: () => quoted?.destroy(),
  };
}

/**
 * Text without any quotation mark: a record is a line, and splitting it is all there is to do. Most exports are
 * such text throughout, and this takes a quarter of the time that reading them byte by byte does.
 */
class PlainLines {
  line = 1;
  header: string[] | undefined;
  private rest = "";
  private endsWithReturn = false;
  private readonly file: string;
  private readonly delimiter: Delimiter;

  constructor(file: string, delimiter: Delimiter) {
    this.file = file;
    this.delimiter = delimiter;
  }

  /** Quotation marks and lone CR line breaks are left to csv-parse. */
  accepts(text: string): boolean {
    if (text.includes('"')) return false;
    if (this.endsWithReturn && !text.startsWith("\n")) return false;
    for (let i = text.indexOf("\r"); i !== -1; i = text.indexOf("\r", i + 1)) {
      if (i + 1 < text.length && text.charCodeAt(i + 1) !== 0x0a) return false;
    }
    return true;
  }

  read(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let start = 0;
    this.endsWithReturn = text.endsWith("\r");
    const pending = this.rest + text;
    // What was left over holds no line break, so the search starts behind it.
    for (
      let end = pending.indexOf("\n", this.rest.length);
      end !== -1;
      end = pending.indexOf("\n", start)
    ) {
      const lineEnd = end > start && pending.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
      this.addLine(records, pending.slice(start, lineEnd));
      this.line++;
      start = end + 1;
    }
    this.rest = pending.slice(start);
    if (this.rest.length > MAX_RECORD_CHARACTERS) throw rowTooLarge(this.file, this.line);
    return records;
  }

  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    const rest = this.takeRest();
    this.addLine(records, rest.endsWith("\r") ? rest.slice(0, -1) : rest);
    return records;
  }

  takeRest(): string {
    const { rest } = this;
    this.rest = "";
    return rest;
  }

  private addLine(records: CsvRecord[], line: string): void {
    if (isBlankLine(line, this.delimiter)) return;
    if (line.length > MAX_RECORD_CHARACTERS) throw rowTooLarge(this.file, this.line);
    const cells = line.split(this.delimiter);
    this.header ??= cells;
    if (cells.length !== this.header.length) {
      throw ragged(this.file, this.line, cells.length, this.header.length, this.delimiter);
    }
    records.push({ line: this.line, cells });
  }
}

/** A line of nothing but white space is no record, unless tabs on it separate cells. */
function isBlankLine(line: string, delimiter: Delimiter): boolean {
  const first = line.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return line.trim() === "" && !line.includes(delimiter);
}

/** Any lawful text, read by csv-parse. Its stream is only written to: records are taken where it would queue them. */
class RecordParser extends Parser {
  onRecord: (cells: string[]) => void = () => undefined;

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.onRecord(record);
    return true;
  }
}

class QuotedRecords {
  private readonly parser: RecordParser;
  private readonly file: string;
  private readonly delimiter: Delimiter;
  private readonly firstLine: number;
  private header: string[] | undefined;
  private records: CsvRecord[] = [];
  private recordCount = 0;
  /** Line breaks inside the quoted values of the records so far. */
  private innerBreaks = 0;
  /** Characters written since a record or a blank line was last completed. */
  private pendingCharacters = 0;
  private failure: InputError | undefined;

  constructor(file: string, delimiter: Delimiter, firstLine: number, header: string[] | undefined) {
    this.file = file;
    this.delimiter = delimiter;
    this.firstLine = firstLine;
    this.header = header;
    this.parser = new RecordParser({
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      // Tolerates white space around quotation marks; cells are trimmed later in any case.
      trim: true,
      skip_empty_lines: true,
    });
    this.parser.onRecord = (cells) => this.addRecord(cells);
    // Errors arrive with the callbacks of write and end; without a listener they would end the process too.
    this.parser.on("error", () => undefined);
  }

  write(text: string): Promise<CsvRecord[]> {
    const before = this.completedLines();
    return new Promise((resolve, reject) => {
      this.parser.write(text, (error) => {
        const advanced = this.completedLines() > before;
        this.pendingCharacters = text.length + (advanced ? 0 : this.pendingCharacters);
        this.settle(error, resolve, reject);
      });
    });
  }

  end(): Promise<CsvRecord[]> {
    return new Promise((resolve, reject) => {
      this.parser.end((error?: Error | null) => this.settle(error, resolve, reject));
    });
  }

  destroy(): void {
    this.parser.destroy();
  }

  private settle(
    error: Error | null | undefined,
    resolve: (records: CsvRecord[]) => void,
    reject: (error: Error) => void,
  ): void {
    const failure = this.failure ?? (error ? this.explain(error) : this.findOverflow());
    if (failure !== undefined) {
      reject(failure);
      return;
    }
    const { records } = this;
    this.records = [];
    resolve(records);
  }

  /** Doubled quotation marks and separators make the text of a record longer than its values. */
  private findOverflow(): InputError | undefined {
    if (this.pendingCharacters <= 4 * MAX_RECORD_CHARACTERS) return undefined;
    return rowTooLarge(this.file, this.currentLine());
  }

  private addRecord(cells: string[]): void {
    const line = this.currentLine();
    this.recordCount++;
    this.header ??= cells;
    if (cells.length !== this.header.length) {
      this.failure ??= ragged(this.file, line, cells.length, this.header.length, this.delimiter);
    }
    let length = 0;
    for (const cell of cells) {
      length += cell.length;
      if (cell.includes("\n") || cell.includes("\r")) this.innerBreaks += countLineBreaks(cell);
    }
    if (length > MAX_RECORD_CHARACTERS) this.failure ??= rowTooLarge(this.file, line);
    this.records.push({ line, cells });
  }

  private completedLines(): number {
    return this.recordCount + this.parser.info.empty_lines;
  }

  /** The line on which the record that is being read starts. */
  private currentLine(): number {
    return this.firstLine + this.completedLines() + this.innerBreaks;
  }

  private explain(error: Error): Error {
    if (!isCsvError(error)) return error;
    const line = this.currentLine();
    if (error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" && Array.isArray(error.record)) {
      const expected = this.header?.length ?? 0;
      return ragged(this.file, line, error.record.length, expected, this.delimiter);
    }
    const index = typeof error.column === "number" ? error.column : 0;
    const name = showColumnName(this.header?.[index] ?? "");
    const column = name === "" ? `column ${index + 1}` : name;
    return new InputError("malformed_csv", {
      file: this.file,
      line,
      column,
      message:
        error.code === "CSV_QUOTE_NOT_CLOSED"
          ? `In ${this.file}, a quotation mark that opens in the record of line ${line} (${column}) is never closed. Close it, or double it if it belongs to the value.`
          : `In ${this.file}, a quotation mark stands in the wrong place in the record of line ${line} (${column}). Put the whole value in quotation marks and double the ones inside it.`,
    });
  }
}

function isCsvError(error: Error): error is CsvError {
  return "code" in error && /^(?:CSV_|INVALID_OPENING_QUOTE)/.test(String(error.code));
}

function rowTooLarge(file: string, line: number): InputError {
  return new InputError("row_too_large", {
    file,
    line,
    message: `In ${file}, the record that starts on line ${line} is longer than 1 MiB. Shorten it; where it should be short, look for a quotation mark that is never closed.`,
  });
}

function ragged(
  file: string,
  line: number,
  count: number,
  expected: number,
  delimiter: Delimiter,
): InputError {
  const remedy =
    count > expected
      ? `Put values that contain a ${DELIMITER_NAMES[delimiter]} or a line break in quotation marks.`
      : `Write every ${DELIMITER_NAMES[delimiter]}, also for blank values at the end.`;
  return new InputError("malformed_csv", {
    file,
    line,
    message: `In ${file}, line ${line} has ${count} values, and the header has ${expected} columns. ${remedy}`,
  });
}
