import {
  createInputReader,
  type InputReader,
  type InputReaderOptions,
} from "../../src/connectors/push/input-reader.ts";
import { InputError } from "../../src/core/input/input-error.ts";
import type {
  InputBatch,
  InputSummary,
  MemberRow,
  PropertyDefinition,
  TeamMappingRow,
  TeamRow,
} from "../../src/core/input/rows.ts";

/** Properties for tests: two default ones, and a custom one whose name invites trouble. */
export const TEST_PROPERTIES: PropertyDefinition[] = [
  { key: "department", labels: ["Department", "Service"], type: "text" },
  { key: "hireDate", labels: ["Hire date", "Date d'embauche"], type: "date" },
  { key: "constructor", labels: ["Constructor"], type: "text" },
];

/** All that a reader made of an input. */
export interface ReadInput {
  members: MemberRow[];
  teams: TeamRow[];
  teamMappings: TeamMappingRow[];
  batches: InputBatch[];
  summary: InputSummary;
}

type Options = Partial<InputReaderOptions> & {
  part?: string;
  fileName?: string;
  chunks?: number[];
};

/** Reads a CSV file given as text or bytes: as the members section unless `part` says otherwise. */
export function readCsv(input: string | Uint8Array, options: Options = {}): Promise<ReadInput> {
  return read(options, (reader) =>
    reader.readCsv(options.part ?? "members", options.fileName, chunk(input, options.chunks)),
  );
}

/** Reads a JSON body given as text, bytes or a value to be written as JSON. */
export function readJson(
  input: string | Uint8Array | object,
  options: Options = {},
): Promise<ReadInput> {
  const body =
    typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input);
  return read(options, (reader) =>
    reader.readJson(options.fileName ?? "body.json", chunk(body, options.chunks)),
  );
}

/** The `InputError` that a reading ends with. Anything else fails the test. */
export async function refusalOf(reading: Promise<unknown>): Promise<InputError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the input was taken");
}

async function read(
  options: Options,
  start: (reader: InputReader) => AsyncGenerator<InputBatch, void>,
): Promise<ReadInput> {
  const reader = createInputReader({ properties: TEST_PROPERTIES, ...options });
  const batches: InputBatch[] = [];
  for await (const batch of start(reader)) batches.push(batch);
  return {
    members: batches.flatMap((batch) => (batch.section === "members" ? batch.rows : [])),
    teams: batches.flatMap((batch) => (batch.section === "teams" ? batch.rows : [])),
    teamMappings: batches.flatMap((batch) => (batch.section === "teamMappings" ? batch.rows : [])),
    batches,
    summary: reader.summary(),
  };
}

/** The input as a stream of chunks of these sizes, over and over; as one chunk without them. */
export async function* chunk(
  input: string | Uint8Array,
  sizes: number[] = [],
): AsyncGenerator<Uint8Array> {
  const bytes = typeof input === "string" ? Buffer.from(input) : input;
  let from = 0;
  for (let i = 0; from < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}
