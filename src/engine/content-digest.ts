import { createHash, type Hash } from "node:crypto";

/**
 * What tells one push from another: the bytes of its parts by name, and what was asked for. How the parts were
 * wrapped for sending (order, boundaries) makes no difference.
 */
export class ContentDigest {
  readonly #parts: { name: string; hash: Hash }[] = [];

  /** Passes a part's bytes on, and takes them in. */
  async *through(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    const hash = createHash("sha256");
    this.#parts.push({ name, hash });
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  }

  /** The digest as text; call it once, when every part has been read. */
  finish(asked: Readonly<Record<string, string | boolean>>): string {
    const parts = this.#parts
      .map(({ name, hash }) => [name, hash.digest("hex")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash("sha256")
      .update(JSON.stringify([asked, parts]))
      .digest("hex");
  }
}
