import { findHeader } from "./find-header.ts";

/** So much of a file tells its columns and first rows; a file of a gigabyte is never read whole. */
export const HEAD_BYTES = 256 * 1024;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Why the beginning of a file cannot be read. */
export type HeadFault = "empty" | "workbook" | "unknown_encoding" | "unreadable";

/** The beginning of a file as text. */
export interface Head {
  encoding: Encoding;
  text: string;
  /** The text is the whole file. */
  isWhole: boolean;
}

const UTF_8_MARK = [0xef, 0xbb, 0xbf];
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];

/** Reads the beginning of a file as the server reads it: UTF-8, or UTF-16 with a byte order mark. */
export async function readHead(
  file: Pick<Blob, "slice" | "size">,
  most = HEAD_BYTES,
): Promise<Head | { fault: HeadFault }> {
  const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
  const isWhole = file.size <= bytes.length;
  const detected = detectEncoding(bytes);
  if (detected === null) {
    return { fault: startsWith(bytes, ZIP_MARK) ? "workbook" : "unknown_encoding" };
  }
  const { encoding, markLength } = detected;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    // What is cut off may end within a character.
    const text = decoder.decode(bytes.subarray(markLength), { stream: !isWhole });
    return findHeader(text) === "" ? { fault: "empty" } : { encoding, text, isWhole };
  } catch {
    return { fault: "unknown_encoding" };
  }
}

function detectEncoding(bytes: Uint8Array): { encoding: Encoding; markLength: number } | null {
  const [a, b, c, d] = bytes;
  if (startsWith(bytes, UTF_8_MARK)) return { encoding: "utf-8", markLength: 3 };
  // UTF-32 begins as UTF-16 does, and goes on with zeros.
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? null : { encoding: "utf-16le", markLength: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markLength: 2 };
  if (a === 0 || b === 0 || startsWith(bytes, ZIP_MARK)) return null;
  return { encoding: "utf-8", markLength: 0 };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
