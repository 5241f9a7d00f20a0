import type { RowRange } from "./row-window.ts";

/** A stretch of a list, and how long the list is. */
export interface RowSlice<Row> {
  items: readonly Row[];
  total: number;
}

/** Fetches rows from a position on. Rejects when it cannot, or when the signal says that nobody waits any more. */
export type LoadRows<Row> = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<RowSlice<Row>>;

export interface RowPagesOptions {
  /** Rows fetched at once; the API gives at most 200. */
  pageSize?: number;
  /** Pages kept; the longest unseen goes first. */
  mostPages?: number;
  /** How long a fast move must pause before its rows are worth fetching. */
  settleMs?: number;
}

interface Page<Row> {
  items: readonly Row[];
  /** Which state of the list it is from; an older one is shown until the newer has come. */
  round: number;
}

/**
 * A long list of which only some pages are in memory: those on the screen and the ones seen last. Rows that are not
 * there are `undefined` until they are.
 */
export class RowPages<Row> {
  readonly #load: LoadRows<Row>;
  readonly #pageSize: number;
  readonly #mostPages: number;
  readonly #settleMs: number;
  /** The longest unseen first. */
  readonly #pages = new Map<number, Page<Row>>();
  readonly #underWay = new Map<number, AbortController>();
  readonly #failed = new Map<number, unknown>();
  readonly #listeners = new Set<() => void>();
  #round = 0;
  #shown: readonly number[] = [];
  #settling: ReturnType<typeof setTimeout> | undefined;
  #total: number | undefined;
  #version = 0;

  constructor(load: LoadRows<Row>, options: RowPagesOptions = {}) {
    this.#load = load;
    this.#pageSize = options.pageSize ?? 100;
    this.#mostPages = options.mostPages ?? 40;
    this.#settleMs = options.settleMs ?? 90;
  }

  /** How many rows there are; `undefined` until the first have come. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Why rows that are to be seen could not be fetched; `undefined` when nothing went wrong. */
  get problem(): unknown {
    return this.#failed.values().next().value;
  }

  /** How many rows are in memory. */
  get held(): number {
    let held = 0;
    for (const { items } of this.#pages.values()) held += items.length;
    return held;
  }

  get(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.#pageSize))?.items[index % this.#pageSize];
  }

  /** Says which rows are on the screen. Their pages are fetched: soon, or when a fast move has paused. */
  show(range: RowRange, isFast = false): void {
    this.#shown = this.#pagesOf(range);
    for (const at of this.#failed.keys()) if (!this.#shown.includes(at)) this.#failed.delete(at);
    this.#abortOthers();
    clearTimeout(this.#settling);
    this.#settling = undefined;
    if (isFast) this.#settling = setTimeout(() => this.#fetchShown(), this.#settleMs);
    else this.#fetchShown();
  }

  /** The list has changed: fetches what is on the screen again, and shows the old rows until then. */
  refresh(): void {
    this.#round += 1;
    this.#failed.clear();
    for (const at of this.#pages.keys()) if (!this.#shown.includes(at)) this.#pages.delete(at);
    for (const at of [...this.#underWay.keys()]) this.#abort(at);
    this.#fetchShown();
  }

  /** Tries again to fetch what failed. */
  retry(): void {
    this.#failed.clear();
    this.#changed();
    this.#fetchShown();
  }

  /** Stops what is under way; the rows stay. */
  close(): void {
    clearTimeout(this.#settling);
    for (const at of [...this.#underWay.keys()]) this.#abort(at);
  }

  /** For `useSyncExternalStore`: tells of every change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another number after every change. */
  readonly version = (): number => this.#version;

  #pagesOf({ first, end }: RowRange): number[] {
    const from = Math.floor(first / this.#pageSize);
    const to = Math.floor((Math.max(end, first + 1) - 1) / this.#pageSize);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
      (at) => this.#total === undefined || at === 0 || at * this.#pageSize < this.#total,
    );
  }

  #fetchShown(): void {
    for (const at of this.#shown) {
      const page = this.#pages.get(at);
      if (page !== undefined) {
        this.#pages.delete(at);
        this.#pages.set(at, page);
      }
      if (page?.round !== this.#round && !this.#underWay.has(at) && !this.#failed.has(at)) {
        void this.#fetch(at);
      }
    }
    this.#forgetOldest();
  }

  async #fetch(at: number): Promise<void> {
    const abort = new AbortController();
    const round = this.#round;
    this.#underWay.set(at, abort);
    try {
      const slice = await this.#load(at * this.#pageSize, this.#pageSize, abort.signal);
      if (abort.signal.aborted) return;
      this.#pages.set(at, { items: slice.items, round });
      this.#total = slice.total;
      this.#failed.delete(at);
      this.#forgetOldest();
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#failed.set(at, error);
    } finally {
      if (this.#underWay.get(at) === abort) this.#underWay.delete(at);
    }
    this.#changed();
  }

  #abortOthers(): void {
    for (const at of [...this.#underWay.keys()]) if (!this.#shown.includes(at)) this.#abort(at);
  }

  #abort(at: number): void {
    this.#underWay.get(at)?.abort();
    this.#underWay.delete(at);
  }

  #forgetOldest(): void {
    for (const at of this.#pages.keys()) {
      if (this.#pages.size <= this.#mostPages) return;
      if (!this.#shown.includes(at)) this.#pages.delete(at);
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}
