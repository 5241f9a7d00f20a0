import { setImmediate } from "node:timers/promises";
import { PositionSet } from "../../core/report/position-set.ts";
import type { Queryable } from "../../db/database.ts";
import { foldText, readNames } from "../../db/queries/read-names.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** Entries per row of `entry_names` (see the migration). */
const CHUNK_ENTRIES = 1000;
/** Rows read at once: some megabytes. */
const BLOCK_CHUNKS = 64;
/** Scanning gives other requests a turn after so many milliseconds. */
const TURN_MS = 10;

export interface SearchLimits {
  /** Names kept in memory, all reports together, in characters. */
  maxNames: number;
  keepMs: number;
}

const LIMITS: SearchLimits = { maxNames: 200 * 1024 * 1024, keepMs: 120_000 };
/** Found sets kept for the next page and the facets of the same search. */
const MAX_FOUND_BYTES = 16 * 1024 * 1024;

export interface SearchedReport {
  workspaceId: number;
  syncId: number;
  /** Number of entries. */
  size: number;
}

/**
 * Finds entries by name, email or external id. The names of a report stand in few large rows, so reading them all
 * takes a quarter of a second at 3,000,000 entries and scanning them in memory some milliseconds: while somebody
 * searches a report its names are kept, within a limit; larger ones are read again each time.
 */
export class NameSearch {
  readonly #queryable: Queryable;
  readonly #names: BoundedCache<string[]>;
  readonly #found: BoundedCache<PositionSet>;
  readonly #limits: SearchLimits;
  readonly #reading = new Map<string, Promise<PositionSet>>();

  constructor(queryable: Queryable, limits: SearchLimits = LIMITS) {
    this.#queryable = queryable;
    this.#limits = limits;
    this.#names = new BoundedCache({ maxBytes: limits.maxNames, keepMs: limits.keepMs });
    this.#found = new BoundedCache({ maxBytes: MAX_FOUND_BYTES, keepMs: limits.keepMs });
  }

  /** Positions of the entries whose names contain `text`, without regard to case and accents. */
  async find(report: SearchedReport, text: string): Promise<PositionSet> {
    const reportKey = `${report.workspaceId} ${report.syncId}`;
    const folded = await foldText(this.#queryable, text.trim().replace(/\s+/g, " "));
    const key = `${reportKey} ${folded}`;
    for (;;) {
      const known = this.#found.get(key);
      if (known !== undefined) return known;
      const kept = this.#names.get(reportKey);
      if (kept !== undefined) {
        const found = await scan(report.size, keptBlocks(kept), folded);
        this.#found.put(key, found, found.byteLength);
        return found;
      }
      const reading = this.#reading.get(reportKey);
      if (reading === undefined) return await this.#readAndScan(report, reportKey, key, folded);
      // Another search reads this report's names already: use them when it is done.
      await reading.catch(() => {});
    }
  }

  async #readAndScan(
    report: SearchedReport,
    reportKey: string,
    key: string,
    folded: string,
  ): Promise<PositionSet> {
    const names: string[] = [];
    const search = scan(report.size, this.#readBlocks(report, names), folded);
    this.#reading.set(reportKey, search);
    try {
      const found = await search;
      this.#found.put(key, found, found.byteLength);
      if (names.length > 0) this.#names.put(reportKey, names, lengthOf(names));
      return found;
    } finally {
      this.#reading.delete(reportKey);
    }
  }

  /** Reads block after block, the next one while this one is scanned, and keeps them in `names` while they fit. */
  async *#readBlocks(report: SearchedReport, names: string[]): AsyncGenerator<string[]> {
    const chunks = Math.ceil(report.size / CHUNK_ENTRIES);
    const read = (first: number) =>
      first >= chunks
        ? null
        : readNames(
            this.#queryable,
            report.workspaceId,
            report.syncId,
            first,
            first + BLOCK_CHUNKS - 1,
          );
    let length = 0;
    let next = read(0);
    for (let first = 0; first < chunks; first += BLOCK_CHUNKS) {
      const rows = (await next) ?? [];
      next = read(first + BLOCK_CHUNKS);
      // The read ahead may fail while nobody waits for it; it is reported when its turn comes.
      next?.catch(() => {});
      const block: string[] = new Array(Math.min(BLOCK_CHUNKS, chunks - first)).fill("");
      for (const row of rows) block[row.chunk - first] = row.names;
      length += lengthOf(block);
      if (length <= this.#limits.maxNames) names.push(...block);
      else names.length = 0;
      yield block;
    }
  }
}

function lengthOf(names: readonly string[]): number {
  return names.reduce((sum, text) => sum + text.length, 0);
}

async function* keptBlocks(names: string[]): AsyncGenerator<string[]> {
  yield names;
}

/** Marks the entry of every line that contains `folded`. */
async function scan(
  size: number,
  blocks: AsyncIterable<string[]>,
  folded: string,
): Promise<PositionSet> {
  const found = PositionSet.empty(size);
  let chunk = 0;
  let turnStarted = performance.now();
  for await (const block of blocks) {
    for (const names of block) {
      markLines(found, chunk * CHUNK_ENTRIES + 1, names, folded);
      chunk += 1;
      if (performance.now() - turnStarted > TURN_MS) {
        await setImmediate();
        turnStarted = performance.now();
      }
    }
  }
  return found;
}

function markLines(found: PositionSet, firstPosition: number, names: string, folded: string): void {
  let position = firstPosition;
  let lineEnd = names.indexOf("\n");
  let at = names.indexOf(folded);
  while (at >= 0) {
    while (lineEnd >= 0 && lineEnd < at) {
      position += 1;
      lineEnd = names.indexOf("\n", lineEnd + 1);
    }
    found.add(position);
    if (lineEnd < 0) return;
    at = names.indexOf(folded, lineEnd + 1);
  }
}
