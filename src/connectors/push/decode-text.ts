import { TextDecoder } from "node:util";
import { InputError } from "../../core/input/input-error.ts";
import { advancePosition, TEXT_START, type TextPosition } from "./text-position.ts";

/** Work is done in slices of this many bytes, however large or small the chunks are that arrive. */
export const SLICE_BYTES = 64 * 1024;

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** A piece of decoded text and where it starts. */
export interface TextSlice {
  text: string;
  start: TextPosition;
}

/**
 * Decodes an input: UTF-8 with or without byte order mark, UTF-16 with one (domain rules, section 3).
 * Bytes that are no such text are refused with the place where they stand.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  sliceSize = SLICE_BYTES,
): AsyncGenerator<TextSlice> {
  let encoding: Encoding | undefined;
  let carry = Buffer.alloc(0);
  let position = TEXT_START;
  for await (const slice of sliceBytes(bytes, sliceSize)) {
    let pending: Buffer = carry.length === 0 ? asBuffer(slice) : Buffer.concat([carry, slice]);
    if (encoding === undefined) {
      // Four bytes tell every byte order mark apart; a shorter input is decided at its end.
      if (pending.length < 4) {
        carry = Buffer.from(pending);
        continue;
      }
      const detected = detectEncoding(pending, file);
      encoding = detected.encoding;
      pending = pending.subarray(detected.markLength);
    }
    const complete = pending.length - incompleteTail(pending, encoding);
    const text = decodeSlice(pending.subarray(0, complete), encoding, position, file);
    carry = Buffer.from(pending.subarray(complete));
    if (text === "") continue;
    yield { text, start: position };
    position = advancePosition(position, text);
  }
  if (encoding === undefined) {
    const detected = detectEncoding(carry, file);
    encoding = detected.encoding;
    carry = carry.subarray(detected.markLength);
  }
  const rest = decodeSlice(carry, encoding, position, file);
  if (rest !== "") yield { text: rest, start: position };
}

/** Cuts large chunks and gathers small ones: no sender's chunking may make the work quadratic. */
async function* sliceBytes(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let from = 0;
    while (length + chunk.length - from >= size) {
      const to = from + size - length;
      gathered.push(chunk.subarray(from, to));
      yield gathered.length === 1 ? gathered[0]! : Buffer.concat(gathered);
      gathered = [];
      length = 0;
      from = to;
    }
    if (from < chunk.length) {
      gathered.push(chunk.subarray(from));
      length += chunk.length - from;
    }
  }
  if (length > 0) yield Buffer.concat(gathered);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function detectEncoding(head: Buffer, file: string): { encoding: Encoding; markLength: number } {
  const [a, b, c, d] = head;
  const refuse = (message: string) =>
    new InputError("unknown_encoding", { file, line: 1, column: 1, message });
  const remedy = "Save it as UTF-8, or as UTF-16 with a byte order mark, and send it again.";
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe)) {
    throw refuse(`${file} is UTF-32 text. ${remedy}`);
  }
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) {
    throw refuse(`${file} is a workbook or an archive, not text. Export it as CSV in UTF-8.`);
  }
  if (a === 0 || b === 0) {
    throw refuse(`${file} looks like UTF-16 without a byte order mark. ${remedy}`);
  }
  return { encoding: "utf-8", markLength: 0 };
}

/** Bytes at the end that begin a character whose other bytes have not come yet. */
function incompleteTail(bytes: Buffer, encoding: Encoding): number {
  const length = bytes.length;
  if (encoding === "utf-8") {
    for (let back = 1; back <= 3 && back <= length; back++) {
      const byte = bytes[length - back]!;
      if (byte < 0x80) return 0;
      if (byte < 0xc0) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
    return 0;
  }
  const odd = length % 2;
  if (length - odd < 2) return odd;
  const high = bytes[length - odd - (encoding === "utf-16le" ? 1 : 2)]!;
  return high >= 0xd8 && high <= 0xdb ? odd + 2 : odd;
}

// `ignoreBOM` keeps a U+FEFF that stands inside the text; the mark itself has been cut off before.
const DECODERS: Record<Encoding, TextDecoder> = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { fatal: true, ignoreBOM: true }),
};

function decodeSlice(bytes: Buffer, encoding: Encoding, start: TextPosition, file: string): string {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return text;
  const { line, column } = advancePosition(start, decodeValidPrefix(bytes, encoding));
  throw new InputError("unknown_encoding", {
    file,
    line,
    column,
    message: `${file} is not ${encoding.toUpperCase()} text at line ${line}, column ${column}. Save it as UTF-8, or as UTF-16 with a byte order mark, and send it again.`,
  });
}

function tryDecode(bytes: Buffer, encoding: Encoding): string | undefined {
  try {
    return DECODERS[encoding].decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bisects for the longest start that decodes: only refusals pay for knowing the place. */
function decodeValidPrefix(bytes: Buffer, encoding: Encoding): string {
  let valid = "";
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const prefix = bytes.subarray(0, middle);
    const text = tryDecode(prefix.subarray(0, middle - incompleteTail(prefix, encoding)), encoding);
    if (text === undefined) {
      high = middle - 1;
    } else {
      valid = text;
      low = middle;
    }
  }
  return valid;
}
