import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { EXIT } from "./exit-codes.ts";
import { Failure } from "./failure.ts";

/** A file to send, and the name of its part. */
export interface FilePart {
  name: string;
  path: string;
}

export interface UploadBody {
  headers: Record<string, string | number>;
  body: Readable;
}

/** Refuses a path that is no readable file, naming it; answers the file's size. */
export async function sizeOfFile(path: string): Promise<number> {
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "There is no file" : "Nobody can read the file";
    throw new Failure(`${why} ${path}. Check the path.`, EXIT.usage);
  }
  if (!found.isFile()) throw new Failure(`${path} is not a file. Check the path.`, EXIT.usage);
  return found.size;
}

/** The files as a multipart body (RFC 7578) that is read from disk while it is sent. */
export async function openMultipart(parts: readonly FilePart[]): Promise<UploadBody> {
  const boundary = `muster-${randomUUID()}`;
  const pieces: { head: string; path: string; size: number }[] = [];
  for (const { name, path } of parts) {
    const head =
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${escapeName(basename(path))}"\r\n` +
      "content-type: text/csv\r\n\r\n";
    pieces.push({ head, path, size: await sizeOfFile(path) });
  }
  const tail = `--${boundary}--\r\n`;
  const length = pieces.reduce(
    (sum, { head, size }) => sum + Buffer.byteLength(head) + size + 2,
    Buffer.byteLength(tail),
  );
  async function* generate(): AsyncGenerator<Buffer> {
    for (const { head, path, size } of pieces) {
      yield Buffer.from(head);
      // A file that grows while it is sent is sent as it was.
      if (size > 0) yield* createReadStream(path, { end: size - 1, highWaterMark: 256 * 1024 });
      yield Buffer.from("\r\n");
    }
    yield Buffer.from(tail);
  }
  return {
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": length,
    },
    body: Readable.from(generate(), { objectMode: false }),
  };
}

/** A JSON file as a body that is read from disk while it is sent. */
export async function openJsonFile(path: string): Promise<UploadBody> {
  const size = await sizeOfFile(path);
  const body = size > 0 ? createReadStream(path, { end: size - 1 }) : Readable.from([]);
  return { headers: { "content-type": "application/json", "content-length": size }, body };
}

/** As browsers do it (HTML, "multipart/form-data encoding"). */
function escapeName(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
