import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sync } from "../src/contract/sync.ts";
import { type BenchOrganisation, type BenchSection, writeSection } from "./organisation.ts";
import type { ServerProcess } from "./server-process.ts";

const POLL_MS = 20;
const PATIENCE_SECONDS = 600;
const SECTIONS: readonly BenchSection[] = ["members", "teams", "teamsMappings"];

/** One push, ready on disk, so that making it up is no part of the time measured. */
export interface PushFiles {
  parts: { name: BenchSection; path: string }[];
}

/** Writes the three files of an organisation. */
export async function writePushFiles(
  folder: string,
  name: string,
  organisation: BenchOrganisation,
): Promise<PushFiles> {
  const parts = SECTIONS.map((section) => ({
    name: section,
    path: join(folder, `${name}-${section}.csv`),
  }));
  for (const part of parts) {
    await pipeline(
      Readable.from(writeSection(part.name, organisation)),
      createWriteStream(part.path),
    );
  }
  return { parts };
}

/** Pushes the files and waits until the run is as `isEnd` wants it; answers the run and the seconds from the first byte. */
export async function pushAndWait(
  server: ServerProcess,
  files: PushFiles,
  isEnd: (sync: Sync) => boolean,
): Promise<{ sync: Sync; seconds: number }> {
  const start = performance.now();
  let sync = (JSON.parse(await upload(server, files)) as { sync: Sync }).sync;
  while (!isEnd(sync)) {
    if (sync.phase === "done" || sync.phase === "awaiting_approval") {
      throw new Error(
        `Sync #${sync.number} ended as ${sync.status}: ${JSON.stringify(sync.failure ?? sync.thresholds)}`,
      );
    }
    if (performance.now() - start > PATIENCE_SECONDS * 1000) {
      throw new Error(`Sync #${sync.number} takes more than ${PATIENCE_SECONDS} s.`);
    }
    await sleep(POLL_MS);
    sync = (await callServer<{ sync: Sync }>(server, "GET", `/syncs/${sync.id}`)).sync;
  }
  return { sync, seconds: (performance.now() - start) / 1000 };
}

/** Calls a path under `/api/v1` with the key of the bench. */
export async function callServer<Answer>(
  { address, apiKey }: ServerProcess,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Answer;
}

/** Streams the files from disk as multipart/form-data; answers the body of the 202. */
function upload({ address, apiKey }: ServerProcess, { parts }: PushFiles): Promise<string> {
  const boundary = `bench-${randomUUID()}`;
  const heads = parts.map(
    ({ name }) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.csv"\r\ncontent-type: text/csv\r\n\r\n`,
  );
  const tail = `--${boundary}--\r\n`;
  const length =
    parts.reduce(
      (sum, { path }, at) => sum + (heads[at]?.length ?? 0) + statSync(path).size + 2,
      0,
    ) + tail.length;
  async function* body(): AsyncGenerator<string | Buffer> {
    for (const [at, { path }] of parts.entries()) {
      yield heads[at] ?? "";
      yield* createReadStream(path, { highWaterMark: 256 * 1024 });
      yield "\r\n";
    }
    yield tail;
  }
  return new Promise((resolve, reject) => {
    const call = request(
      `${address}/api/v1/provisioning/csv`,
      {
        method: "POST",
        headers: {
          authorization: `Bearer ${apiKey}`,
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "content-length": length,
        },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece: Buffer) => pieces.push(piece));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(pieces).toString();
          if (answer.statusCode === 202) resolve(text);
          else reject(new Error(`The push answered ${answer.statusCode}: ${text}`));
        });
      },
    );
    call.on("error", reject);
    pipeline(Readable.from(body(), { objectMode: false }), call).catch(reject);
  });
}
