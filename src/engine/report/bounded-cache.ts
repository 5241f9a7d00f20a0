interface Kept<T> {
  value: T;
  bytes: number;
}

/**
 * Keeps results for a limited time and within a limited size; the longest unused goes first. Time counts from
 * putting, not from using, so that nothing outlives a change (such as an erasure) by more than `keepMs`.
 */
export class BoundedCache<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #maxBytes: number;
  readonly #keepMs: number;
  #bytes = 0;

  constructor(limits: { maxBytes: number; keepMs: number }) {
    this.#maxBytes = limits.maxBytes;
    this.#keepMs = limits.keepMs;
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** Keeps `value` unless it alone is larger than the cache. */
  put(key: string, value: T, bytes: number): void {
    this.#remove(key);
    if (bytes > this.#maxBytes) return;
    const entry = { value, bytes };
    this.#kept.set(key, entry);
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest);
    }
    setTimeout(() => {
      if (this.#kept.get(key) === entry) this.#remove(key);
    }, this.#keepMs).unref();
  }

  get bytes(): number {
    return this.#bytes;
  }

  #remove(key: string): void {
    const found = this.#kept.get(key);
    if (found === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= found.bytes;
  }
}
