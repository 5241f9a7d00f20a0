import type { IncomingMessage } from "node:http";
import { EXIT } from "./exit-codes.ts";
import { Failure, type Problem, refused } from "./failure.ts";
import { makeHostHeaders } from "./host-credential.ts";
import type { UploadBody } from "./multipart.ts";
import { readText, send } from "./transport.ts";

/** The options that every command has which speaks to a server. */
export interface ClientOptions {
  url?: string;
  key?: string;
  workspace?: string;
  jsonOutput?: boolean;
}

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

type Environment = Record<string, string | undefined>;

const DEFAULT_URL = "http://127.0.0.1:8420";

/** Speaks to a Muster server over its HTTP API. */
export class Client {
  readonly origin: URL;
  readonly #key: string | undefined;
  readonly #workspace: string | undefined;
  readonly #env: Environment;

  constructor(options: ClientOptions, env: Environment = process.env) {
    this.origin = readOrigin(options.url ?? (env.MUSTER_URL?.trim() || DEFAULT_URL));
    this.#key = options.key ?? (env.MUSTER_API_KEY?.trim() || undefined);
    this.#workspace = options.workspace;
    this.#env = env;
    if (this.#key !== undefined && this.#workspace !== undefined) {
      throw new Failure(
        "--workspace does not go with an API key: a key belongs to one workspace. Leave one of them out.",
        EXIT.usage,
      );
    }
  }

  async get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return (await this.#json(await this.open("GET", path, { query }))) as Answer;
  }

  async post<Answer>(path: string, body?: object, query: Query = {}): Promise<Answer> {
    const json = body === undefined ? {} : { json: body };
    return (await this.#json(await this.open("POST", path, { query, ...json }))) as Answer;
  }

  async delete(path: string): Promise<void> {
    (await this.open("DELETE", path)).resume();
  }

  /** Sends a call and answers with its open body; throws a {@link Failure} for anything but success. */
  async open(
    method: string,
    path: string,
    options: {
      query?: Query;
      json?: object;
      upload?: UploadBody;
      headers?: Record<string, string>;
      hostOnly?: boolean;
    } = {},
  ): Promise<IncomingMessage> {
    const credential = await this.#credential();
    const json = options.json === undefined ? undefined : JSON.stringify(options.json);
    const body = options.upload?.body ?? json;
    const answer = await send({
      method,
      url: this.#address(path, options.query ?? {}),
      headers: {
        accept: "application/json, */*;q=0.5",
        "user-agent": "muster-cli",
        ...credential.headers,
        ...(json === undefined
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(json) }),
        ...options.upload?.headers,
        ...options.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    const problem = await this.#readProblem(answer, status);
    throw refused(problem, hintFor(problem, credential.kind));
  }

  #address(path: string, query: Query): URL {
    const url = new URL(this.origin);
    url.pathname = url.pathname.replace(/\/$/, "") + path;
    for (const [name, value] of Object.entries(query)) {
      if (value === undefined) continue;
      for (const one of Array.isArray(value) ? value : [value])
        url.searchParams.append(name, String(one));
    }
    return url;
  }

  async #credential(): Promise<{
    kind: "key" | "host" | "none";
    headers: Record<string, string>;
  }> {
    if (this.#key !== undefined) {
      return { kind: "key", headers: { authorization: `Bearer ${this.#key}` } };
    }
    const headers = await makeHostHeaders(this.origin, this.#workspace, this.#env);
    return headers === null ? { kind: "none", headers: {} } : { kind: "host", headers };
  }

  async #json(answer: IncomingMessage): Promise<unknown> {
    const text = await readText(answer);
    try {
      return JSON.parse(text);
    } catch {
      throw this.#notMuster(answer.statusCode ?? 0);
    }
  }

  async #readProblem(answer: IncomingMessage, status: number): Promise<Problem> {
    const text = await readText(answer).catch(() => "");
    try {
      const problem = JSON.parse(text) as Partial<Problem>;
      if (typeof problem.detail === "string" && typeof problem.code === "string") {
        return { ...problem, status, code: problem.code, detail: problem.detail };
      }
    } catch {}
    throw this.#notMuster(status);
  }

  #notMuster(status: number): Failure {
    return new Failure(
      `What answers at ${this.origin.origin} does not speak as Muster does (status ${status}). Check --url or MUSTER_URL, and any proxy in between.`,
    );
  }
}

function readOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Failure(
      `"${text}" is not the address of a server. Give one such as https://muster.example.com.`,
      EXIT.usage,
    );
  }
  return url;
}

/** What the command line can add to a refusal. */
function hintFor(problem: Problem, kind: "key" | "host" | "none"): string | null {
  if (problem.code === "several_workspaces" || problem.code === "unknown_workspace") {
    return 'Choose one with --workspace NAME; "muster workspaces list" names them.';
  }
  if (problem.status !== 401) return null;
  if (kind === "key") return "Give a key that works, with --key or MUSTER_API_KEY.";
  return (
    "Give an API key with --key or MUSTER_API_KEY. On the server itself none is needed: run the command where the " +
    "server was started, or with the same MUSTER_DATA_DIR or MUSTER_SECRET."
  );
}
