import { type Delimiter, detectDelimiter } from "#contract/csv-delimiter.ts";
import { foldColumnName, type InputSection } from "#contract/input-columns.ts";
import type { Property } from "../../../api/properties.ts";
import { findHeader } from "./find-header.ts";
import {
  findMissing,
  guessSection,
  knownColumns,
  type MatchedColumn,
  matchColumns,
} from "./match-columns.ts";
import type { Encoding, Head } from "./read-head.ts";

/** How many rows are shown. */
export const SHOWN_ROWS = 20;

/** What the beginning of a file tells, read as one section. */
export interface Inspection {
  encoding: Encoding;
  delimiter: Delimiter;
  columns: readonly MatchedColumn[];
  /** Fields that need a column and have none. */
  missing: readonly (readonly string[])[];
  /** The first rows, as long as the header. */
  rows: readonly (readonly string[])[];
  /** How many rows there are, where all of the file was looked at. */
  rowCount: number | null;
}

/** The parser, loaded when the first file is chosen. */
async function loadParser() {
  const { default: Papa } = await import("papaparse");
  return Papa;
}

function delimiterOf(text: string, known: ReadonlyMap<string, string>): Delimiter {
  return detectDelimiter(findHeader(text), (name) => known.has(foldColumnName(name)));
}

/** What a file seems to hold. */
export async function guessSectionOf(
  fileName: string,
  { text }: Head,
  properties: readonly Property[],
): Promise<InputSection | null> {
  const parser = await loadParser();
  const header = findHeader(text);
  return guessSection(
    fileName,
    (section) => {
      const delimiter = delimiterOf(text, knownColumns(section, properties));
      return parser.parse<string[]>(header, { delimiter }).data[0] ?? [];
    },
    properties,
  );
}

/** Looks at the beginning of a file as the server would read it for a section. */
export async function inspectHead(
  { encoding, text, isWhole }: Head,
  section: InputSection,
  properties: readonly Property[],
): Promise<Inspection> {
  const parser = await loadParser();
  const known = knownColumns(section, properties);
  const delimiter = delimiterOf(text, known);
  const { data } = parser.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: true,
    // A file that is here as a whole is counted at once.
    ...(isWhole ? {} : { preview: SHOWN_ROWS + 2 }),
  });
  const [header = [], ...rest] = data;
  // The last one may be cut off in the middle.
  const rows = isWhole || rest.length > SHOWN_ROWS ? rest : rest.slice(0, -1);
  const columns = matchColumns(header, known);
  return {
    ...{ encoding, delimiter, columns, missing: findMissing(section, columns) },
    rows: rows.slice(0, SHOWN_ROWS),
    rowCount: isWhole ? rest.length : null,
  };
}

/** Pieces that are parsed without anybody noticing. */
const PIECE_BYTES = 1024 * 1024;

/** Counts the rows of a file piece by piece; `null` when it was given up, or the file cannot be read. */
export async function countRows(
  file: File,
  { encoding, delimiter }: Pick<Inspection, "encoding" | "delimiter">,
  signal: AbortSignal,
): Promise<number | null> {
  const parser = await loadParser();
  return new Promise((resolve) => {
    let count = -1;
    parser.parse<string[], File>(file, {
      ...{ encoding, delimiter, skipEmptyLines: true, chunkSize: PIECE_BYTES },
      chunk({ data }, reader) {
        count += data.length;
        if (signal.aborted) reader.abort();
      },
      complete: () => resolve(signal.aborted ? null : Math.max(0, count)),
      error: () => resolve(null),
    });
  });
}
