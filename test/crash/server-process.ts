import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sync } from "../../src/contract/sync.ts";
import type { DatabaseOptions } from "../../src/db/database.ts";
import type { BuiltCli } from "../support/run-cli.ts";

const KEY = `mus_${"k".repeat(32)}`;
const PATIENCE_MS = 60_000;

/** `muster serve` as a process of its own, which can be killed. */
export class ServerProcess {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #killAtExit: () => void;

  private constructor(child: ChildProcess, address: string, killAtExit: () => void) {
    this.#child = child;
    this.address = address;
    this.#killAtExit = killAtExit;
  }

  /** Starts a server on a database, sets it up when it is empty, and waits until it listens. */
  static async start(cli: BuiltCli, options: DatabaseOptions): Promise<ServerProcess> {
    const child = cli.start(["serve", "--json-output"], {
      ...(options.url === undefined
        ? { MUSTER_DATA_DIR: options.dataDir }
        : { DATABASE_URL: options.url }),
      ...{ MUSTER_PORT: "0", MUSTER_SECRET: "s".repeat(32), MUSTER_LOG_LEVEL: "error" },
      ...{ MUSTER_BOOTSTRAP_WORKSPACE: "Acme", MUSTER_BOOTSTRAP_API_KEY: KEY, TMPDIR: tmpdir() },
    });
    // A test run that is stopped leaves no server behind.
    const killAtExit = () => child.kill("SIGKILL");
    process.once("exit", killAtExit);
    return new ServerProcess(child, await readAddress(child), killAtExit);
  }

  /** Ends the process as a power cut would: nothing of it gets to run any more. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    process.removeListener("exit", this.#killAtExit);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
  }

  /** Calls a path under `/api/v1`; throws unless the answer is a success. */
  async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.send(method, path, {
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { "content-type": "application/json" },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  async send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: string | Buffer; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: { ...this.authorization, ...headers },
      ...(body === undefined ? {} : { body: body }),
    });
  }

  get authorization(): { authorization: string } {
    return { authorization: `Bearer ${KEY}` };
  }

  /** Every item of a list, all its pages. */
  async list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const joint = path.includes("?") ? "&" : "?";
      const page: { items: Item[]; nextCursor: string | null } = await this.call(
        "GET",
        `${path}${joint}limit=200${query}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  }

  async readSync(id: string): Promise<Sync> {
    return (await this.call<{ sync: Sync }>("GET", `/syncs/${id}`)).sync;
  }

  /** Waits until the run is over, approving it when it waits for that. */
  async settle(id: string): Promise<Sync> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const sync = await this.readSync(id);
      if (sync.phase === "done") return sync;
      if (sync.phase === "awaiting_approval") await this.call("POST", `/syncs/${id}/approve`, {});
      if (Date.now() > until) throw new Error(`Sync ${sync.number} is still ${sync.phase}.`);
      await sleep(20);
    }
  }
}

/** Reads the JSON that a server prints once it listens; throws with what it said when it ends instead. */
async function readAddress(child: ChildProcess): Promise<string> {
  let stdout = "";
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
    // What a server has to complain about belongs into the log of the tests.
    process.stderr.write(text);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`The server did not start:\n${stdout}${stderr}`)));
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      if (!stdout.trimEnd().endsWith("}")) return;
      resolve((JSON.parse(stdout) as { address: string }).address);
    });
  });
}
