import type { InputReader } from "../connectors/push/input-reader.ts";
import { createInputReader } from "../connectors/push/input-reader.ts";
import { DEFAULT_PROPERTIES } from "../contract/default-properties.ts";
import { InputError } from "../core/input/input-error.ts";
import type { InputBatch, InputSummary, PropertyDefinition } from "../core/input/rows.ts";
import type { Database } from "../db/database.ts";
import { listProperties } from "../db/queries/properties.ts";
import { deleteInput, insertChunk, insertInput } from "../db/queries/write-inputs.ts";

/** Rows of all sections together; more is refused. */
export const MAX_INPUT_ROWS = 5_000_000;
/** Chunks that wait for the database while reading goes on. */
const CHUNKS_IN_FLIGHT = 2;

export interface InputToStore {
  workspaceId: number;
  sourceId: number;
  form: string;
  keepDays: number;
  maxBytes: number;
  maxRows?: number | undefined;
  /** Reads the body to its end through the reader. */
  read(reader: InputReader): AsyncIterable<InputBatch>;
}

export interface StoredInput {
  inputId: number;
  summary: InputSummary;
}

/**
 * Reads a push as a stream and stores its rows in chunks. Nothing counts yet: the input becomes one when a sync
 * accepts it (domain rules, section 11, "Runs"). Removes what it stored when reading fails.
 */
export async function storeInput(database: Database, input: InputToStore): Promise<StoredInput> {
  const reader = await openReader(database, input.workspaceId, input.maxBytes);
  const inputId = await insertInput(database, input);
  try {
    await storeChunks(database, input, inputId, reader);
    return { inputId, summary: reader.summary() };
  } catch (error) {
    await discardInput(database, input.workspaceId, inputId);
    throw error;
  }
}

/** Removes an input that no sync has accepted. What cannot be removed now, retention removes later. */
export async function discardInput(
  database: Database,
  workspaceId: number,
  inputId: number,
): Promise<void> {
  await deleteInput(database, workspaceId, inputId).catch(() => {});
}

/** A reader that knows the workspace's properties. */
export async function openReader(
  database: Database,
  workspaceId: number,
  maxBytes: number,
): Promise<InputReader> {
  const rows = await listProperties(database, workspaceId);
  const properties = rows.map(({ key, label, type, is_default }): PropertyDefinition => {
    const known = is_default ? DEFAULT_PROPERTIES.find((property) => property.key === key) : null;
    return { key, type, labels: [label, ...Object.values(known?.labels ?? {})] };
  });
  return createInputReader({ properties, maxBytes });
}

async function storeChunks(
  database: Database,
  input: InputToStore,
  inputId: number,
  reader: InputReader,
): Promise<void> {
  const { workspaceId, maxRows = MAX_INPUT_ROWS } = input;
  let rows = 0;
  let chunk = 0;
  // Some chunks are written while the next is read.
  const writing: Promise<void>[] = [];
  try {
    for await (const batch of input.read(reader)) {
      rows += batch.rows.length;
      if (rows > maxRows) {
        const message = `The push has more than ${maxRows} rows. Split it into several pushes with mode=partial.`;
        throw new InputError("input_too_large", { message });
      }
      if (writing.length === CHUNKS_IN_FLIGHT) await writing.shift();
      const written = insertChunk(database, workspaceId, inputId, chunk++, batch);
      written.catch(() => {});
      writing.push(written);
    }
    await Promise.all(writing);
  } finally {
    await Promise.allSettled(writing);
  }
}
