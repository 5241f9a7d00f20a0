import type { InputSection } from "#contract/input-columns.ts";
import { noteAnswer } from "../live/connection.ts";
import { ApiProblem, ServerUnreachable } from "./api-problem.ts";
import { addressOf } from "./call.ts";
import type { Sync } from "./syncs.ts";

/** Parts of the form by what they hold. */
const PARTS: Readonly<Record<InputSection, string>> = {
  members: "members",
  teams: "teams",
  teamMappings: "teamsMappings",
};

export interface CsvPush {
  files: readonly { section: InputSection; file: File }[];
  mode: "full" | "partial";
  dryRun: boolean;
  /** The same push sent again under its key makes no second sync. */
  idempotencyKey: string;
}

/**
 * Sends files as the push contract has it; the browser reads them from the disk as it sends. Tells how many bytes have
 * gone out. Answers the sync; throws {@link ApiProblem} or {@link ServerUnreachable}, as other calls do.
 */
export function pushCsv(
  { files, mode, dryRun, idempotencyKey }: CsvPush,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<Sync> {
  const form = new FormData();
  for (const { section, file } of files) form.append(PARTS[section], file, file.name);
  const query = { mode, ...(dryRun ? { dryRun } : {}) };
  return new Promise((resolve, reject) => {
    // fetch() does not tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", addressOf("POST /api/v1/provisioning/csv", { query }));
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", idempotencyKey);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener("error", () => {
      noteAnswer(false);
      reject(new ServerUnreachable("upload"));
    });
    request.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function readAnswer(request: XMLHttpRequest): Sync {
  const { status, responseText } = request;
  const isDocument = request.getResponseHeader("content-type")?.includes("json") ?? false;
  // A proxy in front of a stopped server answers 502 to 504 with a page of its own.
  const isFromServer = isDocument || status < 502;
  noteAnswer(isFromServer);
  if (!isFromServer) throw new ServerUnreachable(status);
  const document = isDocument ? (JSON.parse(responseText) as Record<string, unknown>) : {};
  if (status >= 200 && status < 300) return document.sync as Sync;
  const headers = new Headers();
  for (const name of ["x-request-id", "retry-after"]) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  throw new ApiProblem(status, document, headers);
}

/** A key that no other push has; `crypto.randomUUID` is not there over plain HTTP. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
