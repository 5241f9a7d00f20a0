import type { Database } from "../db/database.ts";
import { addApiRequests, type NewApiRequestRow } from "../db/queries/api-requests.ts";

/** One answered call of an API key, as far as it is kept. */
export interface AnsweredCall {
  workspaceId: number;
  keyId: number;
  at: Date;
  method: string;
  /** The route's pattern, never the address. */
  route: string;
  status: number;
  /** Of the problem that was answered. */
  code: string | null;
  ip: string | null;
  requestId: string;
  /** The sync that the call made. */
  syncId: number | null;
}

/** Where it is told that something could not be kept. */
interface RecorderLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export const RECORDER_LIMITS = {
  /** Kinds of calls that wait to be written: more are not kept. */
  waiting: 2000,
  /** Addresses that one key is told apart by in one minute: its calls from others are added up without theirs. */
  addressesOfKey: 20,
};

const WRITE_AFTER_MS = 1000;
const MINUTE_MS = 60_000;

/**
 * Keeps what is asked with API keys: adds calls up in memory, and writes them about once a second in one statement.
 * No call waits for it or fails with it; what cannot be written is logged and lost.
 */
export class RequestRecorder {
  readonly #database: Database;
  readonly #log: RecorderLog;
  readonly #writeAfterMs: number;
  #waiting = new Map<string, NewApiRequestRow>();
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** The addresses of this minute, by key. */
  #addresses = new Map<number, Set<string>>();
  #minute = 0;

  constructor(database: Database, log: RecorderLog, writeAfterMs = WRITE_AFTER_MS) {
    this.#database = database;
    this.#log = log;
    this.#writeAfterMs = writeAfterMs;
  }

  /** Takes a call. The timer keeps no process alive: who stops one flushes first. */
  record(call: AnsweredCall): void {
    const minute = Math.floor(call.at.getTime() / MINUTE_MS) * MINUTE_MS;
    const { workspaceId, keyId, method, route, status, code, syncId } = call;
    const kind = {
      ...{ workspaceId, keyId, minute: new Date(minute), method, route, status, code },
      ...{ ip: this.#knownAddress(minute, call), syncId },
    };
    const name = JSON.stringify(Object.values(kind));
    const known = this.#waiting.get(name);
    if (known === undefined && this.#waiting.size >= RECORDER_LIMITS.waiting) {
      this.#dropped++;
      return;
    }
    this.#waiting.set(name, {
      ...{ ...kind, count: (known?.count ?? 0) + 1, firstAt: known?.firstAt ?? call.at },
      ...{ lastAt: call.at, requestId: call.requestId },
    });
    this.#timer ??= setTimeout(() => void this.flush(), this.#writeAfterMs).unref();
  }

  /** Writes what waits, and is done when it is written or lost. Never throws. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One statement at a time, so that a database that is slow has one of ours to do.
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const rows = [...this.#waiting.values()];
    if (this.#dropped > 0)
      this.#log.warn(
        { calls: this.#dropped },
        "too many kinds of calls at once; some are not kept",
      );
    this.#dropped = 0;
    if (rows.length === 0) return;
    this.#waiting = new Map();
    try {
      await addApiRequests(this.#database, rows);
    } catch (error) {
      this.#log.error({ err: error, rows: rows.length }, "keeping the calls of API keys failed");
    }
  }

  /** The caller's address, unless its key comes from so many that each would be a row of its own. */
  #knownAddress(minute: number, { keyId, ip }: AnsweredCall): string | null {
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#addresses = new Map();
    }
    if (ip === null) return null;
    const known = this.#addresses.get(keyId) ?? new Set();
    this.#addresses.set(keyId, known);
    if (!known.has(ip) && known.size >= RECORDER_LIMITS.addressesOfKey) return null;
    known.add(ip);
    return ip;
  }
}
