import { setTimeout as sleep } from "node:timers/promises";
import type { User } from "../contract/directory.ts";
import type { Facets } from "../contract/report-queries.ts";
import type { Sync } from "../contract/sync.ts";
import { type SourceFiles, toCsv } from "./source-files.ts";

const PATIENCE_MS = 60_000;
const POLL_MS = 25;

export interface PushOptions {
  mode?: "full" | "partial";
  dryRun?: boolean;
}

/** Calls the server as its clients do: pushes with an API key, or acts as a signed-in person. */
export class DemoClient {
  readonly #address: string;
  readonly #headers: Record<string, string>;

  constructor(address: string, headers: Record<string, string>) {
    this.#address = address;
    this.#headers = headers;
  }

  /** A client that uses an API key. */
  static withKey(address: string, key: string): DemoClient {
    return new DemoClient(address, { authorization: `Bearer ${key}` });
  }

  /** A client that is signed in like a browser. */
  static async signIn(address: string, email: string, password: string): Promise<DemoClient> {
    const answer = await fetch(`${address}/api/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw await toError("Signing in", answer);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    return new DemoClient(address, { cookie, origin: address });
  }

  /** Calls a path under `/api/v1`; throws unless the answer is a success. */
  async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#send(method, path, body);
    if (!answer.ok) throw await toError(`${method} ${path}`, answer);
    return (await answer.json()) as Answer;
  }

  /** Sends the files as CSV; answers the sync as it was accepted. */
  async push(
    files: SourceFiles,
    { mode = "full", dryRun = false }: PushOptions = {},
  ): Promise<Sync> {
    const form = new FormData();
    for (const [name, lines] of Object.entries(files)) {
      const file = name === "teamsMappings" ? "teams-mappings.csv" : `${name}.csv`;
      form.append(name, new Blob([toCsv(lines)], { type: "text/csv" }), file);
    }
    const path = `/provisioning/csv?mode=${mode}&dryRun=${dryRun}`;
    const answer = await fetch(`${this.#address}/api/v1${path}`, {
      method: "POST",
      headers: this.#headers,
      body: form,
    });
    if (!answer.ok) throw await toError(`POST ${path}`, answer);
    return ((await answer.json()) as { sync: Sync }).sync;
  }

  async readSync(id: string): Promise<Sync> {
    return (await this.call<{ sync: Sync }>("GET", `/syncs/${id}`)).sync;
  }

  /** Waits until a run is done, or waits for a decision. */
  async settle(id: string): Promise<Sync> {
    return this.waitFor(id, ({ phase }) => phase === "done" || phase === "awaiting_approval");
  }

  /** Waits until a run is as `holds` wants it. */
  async waitFor(id: string, holds: (sync: Sync) => boolean): Promise<Sync> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const sync = await this.readSync(id);
      if (holds(sync)) return sync;
      if (Date.now() > until) {
        throw new Error(`Sync #${sync.number} is still ${sync.status}, phase ${sync.phase}.`);
      }
      await sleep(POLL_MS);
    }
  }

  /** Approves, rejects or cancels. Answers whether it was still possible. */
  async decide(
    id: string,
    verb: "approve" | "reject" | "cancel",
    comment?: string,
  ): Promise<boolean> {
    const answer = await this.#send(
      "POST",
      `/syncs/${id}/${verb}`,
      comment === undefined ? {} : { comment },
    );
    if (answer.status === 409) return false;
    if (!answer.ok) throw await toError(`POST /syncs/${id}/${verb}`, answer);
    return true;
  }

  /** How many entries of each type a report has. */
  async readFacets(id: string): Promise<Facets> {
    return this.call("GET", `/syncs/${id}/facets`);
  }

  /** Every sync, oldest first. */
  async listSyncs(): Promise<Sync[]> {
    return (await this.#readAll<Sync>("/syncs")).reverse();
  }

  async listUsers(): Promise<User[]> {
    return this.#readAll("/users");
  }

  async #readAll<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: "200", ...(cursor === null ? {} : { cursor }) });
      const page: { items: Item[]; nextCursor: string | null } = await this.call(
        "GET",
        `${path}?${query}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#address}/api/v1${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

async function toError(what: string, answer: Response): Promise<Error> {
  return new Error(`${what} answered ${answer.status}: ${await answer.text()}`);
}
