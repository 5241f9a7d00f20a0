import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import type { InputReader } from "../connectors/push/input-reader.ts";
import type { DeclaredCounts } from "../core/input/declared-counts.ts";
import type { InputBatch, Section } from "../core/input/rows.ts";
import type { ContentDigest } from "../engine/content-digest.ts";
import { EngineError } from "../engine/engine-error.ts";

/** Names under which the sender says how many rows a section has (domain rules, section 11). */
export const COUNT_NAMES = {
  membersRows: "members",
  teamsRows: "teams",
  teamsMappingsRows: "teamMappings",
} as const satisfies Record<string, Section>;

function sectionOfCount(name: string): Section | null {
  return Object.hasOwn(COUNT_NAMES, name) ? COUNT_NAMES[name as keyof typeof COUNT_NAMES] : null;
}

/** Reads the parts of a multipart push; declared counts that come as fields go into `declared`. */
export async function* readParts(
  request: FastifyRequest,
  reader: InputReader,
  digest: ContentDigest,
  declared: DeclaredCounts,
): AsyncGenerator<InputBatch, void> {
  const parts = request.parts()[Symbol.asyncIterator]();
  for (;;) {
    const { value: part, done } = await parts.next().catch(refuseMultipart);
    if (done === true) return;
    const section = sectionOfCount(part.fieldname);
    if (section !== null) {
      declared[section] = readCount(part.fieldname, part.type === "field" ? part.value : null);
    } else if (part.type === "file") {
      const bytes = digest.through(part.fieldname, wholeFile(part.file));
      yield* reader.readCsv(part.fieldname, part.filename, bytes);
    } else {
      // Every other part is taken for a file, see `isFilePart`.
      throw malformed();
    }
  }
}

/** Whether a part is read as a stream: everything but a declared count, whether the sender named a file or not. */
export function isFilePart(name: string | undefined): boolean {
  return name === undefined || sectionOfCount(name) === null;
}

/** The bytes of a body. Leaving off half way does not close the connection: the answer still has to go out. */
export async function* wholeBody(body: Readable): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch {
    throw new EngineError(400, "malformed_body", "The body broke off before its end.");
  }
}

/** Takes what is left of a body and lets it go, so that the caller, still sending, gets to read the answer. */
export function dropRest(request: FastifyRequest): void {
  request.raw.unpipe();
  request.raw.resume();
}

async function* wholeFile(file: Readable): AsyncGenerator<Uint8Array, void> {
  const chunks = file.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  for (;;) {
    const { value, done } = await chunks.next().catch(refuseMultipart);
    if (done === true) return;
    yield value;
  }
}

/** What the multipart parser throws is about the body: the caller's to mend, never a fault of the server. */
function refuseMultipart(error: unknown): never {
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 413) {
    throw new EngineError(
      400,
      "too_many_parts",
      "The form has more parts than a push can have. Send each section once.",
    );
  }
  throw malformed();
}

function malformed(): EngineError {
  return new EngineError(
    400,
    "malformed_multipart",
    "The form is not complete, or not valid multipart/form-data. Send it again to its end.",
  );
}

function readCount(name: string, value: unknown): number {
  const text = String(value ?? "").trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new EngineError(400, "invalid_request", `${name} must be a whole number of rows.`, [
    { pointer: `/${name}`, message: "must be a whole number" },
  ]);
}
