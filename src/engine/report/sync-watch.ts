import type { Sync } from "../../contract/sync.ts";
import type { Database } from "../../db/database.ts";
import { readSyncById } from "../../db/queries/read-syncs.ts";
import { renderSyncs } from "./render-sync.ts";

/** `phase`: status or phase is another than before (and at the beginning); `progress`: only counts moved on. */
export interface SyncEvent {
  event: "phase" | "progress";
  sync: Sync;
}

type Listener = (event: SyncEvent) => void;

interface Watched {
  listeners: Set<{ listen: Listener; end: () => void }>;
  last: Sync | null;
  timer: NodeJS.Timeout | null;
}

const POLL_MS = 500;

/**
 * Tells how syncs move on. Whoever runs them may be another process, so the database is asked; one question serves
 * everybody who watches the same sync, and none is asked while nobody does.
 */
export class SyncWatch {
  readonly #database: Database;
  readonly #pollMs: number;
  readonly #watched = new Map<string, Watched>();

  constructor(database: Database, pollMs = POLL_MS) {
    this.#database = database;
    this.#pollMs = pollMs;
  }

  /** How many syncs are being watched. */
  get size(): number {
    return this.#watched.size;
  }

  /** Calls `listen` on every change and `end` once, after the last one. Returns how to stop listening. */
  watch(workspaceId: number, syncId: number, listen: Listener, end: () => void): () => void {
    const key = `${workspaceId} ${syncId}`;
    let watched = this.#watched.get(key);
    if (watched === undefined) {
      watched = { listeners: new Set(), last: null, timer: null };
      this.#watched.set(key, watched);
      void this.#poll(key, workspaceId, syncId, watched);
    } else if (watched.last !== null) {
      listen({ event: "phase", sync: watched.last });
    }
    const listener = { listen, end };
    watched.listeners.add(listener);
    const { listeners } = watched;
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) this.#forget(key);
    };
  }

  /** Ends every watch: the server is closing. */
  close(): void {
    for (const key of [...this.#watched.keys()]) this.#finish(key);
  }

  async #poll(key: string, workspaceId: number, syncId: number, watched: Watched): Promise<void> {
    let sync: Sync | undefined;
    try {
      const row = await readSyncById(this.#database, workspaceId, syncId);
      [sync] = await renderSyncs(this.#database, workspaceId, row === null ? [] : [row]);
    } catch {
      // The database is away: ask again, it may come back. Listeners stay.
      this.#pollAgain(key, workspaceId, syncId, watched);
      return;
    }
    if (this.#watched.get(key) !== watched) return;
    if (sync !== undefined) this.#tell(watched, sync);
    if (sync === undefined || sync.phase === "done") this.#finish(key);
    else this.#pollAgain(key, workspaceId, syncId, watched);
  }

  #pollAgain(key: string, workspaceId: number, syncId: number, watched: Watched): void {
    if (this.#watched.get(key) !== watched) return;
    watched.timer = setTimeout(
      () => void this.#poll(key, workspaceId, syncId, watched),
      this.#pollMs,
    );
    watched.timer.unref();
  }

  #tell(watched: Watched, sync: Sync): void {
    const { last } = watched;
    watched.last = sync;
    if (last !== null && JSON.stringify(last) === JSON.stringify(sync)) return;
    const event = last?.phase === sync.phase && last.status === sync.status ? "progress" : "phase";
    for (const { listen } of watched.listeners) listen({ event, sync });
  }

  #finish(key: string): void {
    const watched = this.#watched.get(key);
    this.#forget(key);
    for (const { end } of watched?.listeners ?? []) end();
  }

  #forget(key: string): void {
    const timer = this.#watched.get(key)?.timer;
    if (timer !== null) clearTimeout(timer);
    this.#watched.delete(key);
  }
}
