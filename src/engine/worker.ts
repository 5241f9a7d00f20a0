import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Logger } from "pino";
import type { Database } from "../db/database.ts";
import {
  type ClaimedRun,
  claimRun,
  clearClaims,
  releaseLease,
  renewLease,
} from "../db/queries/run-syncs.ts";
import { expireWaiting } from "./close-waiting.ts";
import { EngineError } from "./engine-error.ts";
import { type Lease, LeaseLostError } from "./lease.ts";
import { failRun, type RunSteps, runSync, stopRun } from "./run-sync.ts";
import { onWork } from "./work-signal.ts";

export interface WorkerOptions {
  steps: RunSteps;
  /** Where trouble is written down. */
  log?: Pick<Logger, "error" | "warn">;
  /** How often it looks for work that another process has taken in. */
  pollMs?: number;
  name?: string;
  /** How long a claim holds without a sign of life, and how often one is given. */
  leaseSeconds?: number;
  beatMs?: number;
  /** How long a run may go on when the worker is to stop, before its claim is given up. */
  patienceMs?: number;
}

const POLL_MS = 500;
const LONGEST_POLL_MS = 2000;
const EXPIRE_EVERY_MS = 30_000;
const LEASE_SECONDS = 30;
const BEAT_MS = 5000;
const PATIENCE_MS = 5000;
/** How often a run is tried again because the database was away. */
const MOST_ATTEMPTS = 3;
/** A run that so many processes have died over is given up: it would take down every next one too. */
const MOST_CLAIMS = 50;
/** Runs at the same time in a process; on the embedded database everything goes over one connection. */
const LOOPS = { embedded: 1, postgres: 2 };

/** Works on syncs until it is stopped; any number of processes may do so on one PostgreSQL. */
export function startWorker(database: Database, options: WorkerOptions): { stop(): Promise<void> } {
  const name = options.name ?? `${hostname()} ${process.pid}`;
  const ready = clearStaleClaims(database, options.log);
  const failures = new Map<number, number>();
  const loops = Array.from(
    { length: LOOPS[database.engine] },
    () => new WorkLoop(database, `${name} ${randomUUID()}`, options, ready, failures),
  );
  const expiry = setInterval(() => void loops[0]?.expire(), EXPIRE_EVERY_MS);
  expiry.unref();
  return {
    async stop() {
      clearInterval(expiry);
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** The lock on the embedded database's folder proves that no other process lives that could hold a claim. */
async function clearStaleClaims(database: Database, log: WorkerOptions["log"]): Promise<void> {
  if (database.engine !== "embedded") return;
  await clearClaims(database, new Date(performance.timeOrigin)).catch((error: unknown) =>
    log?.error({ err: error }, "clearing the claims of an earlier process failed"),
  );
}

class WorkLoop {
  readonly #database: Database;
  readonly #name: string;
  readonly #options: WorkerOptions;
  readonly #ended: Promise<void>;
  readonly #unsubscribe: () => void;
  #stopping = false;
  #claims = 0;
  /** How often the database failed a run, over all loops of the process. */
  readonly #failures: Map<number, number>;
  /** The run at hand. */
  #lease: Lease | null = null;
  #woken = false;
  #wake: (() => void) | null = null;

  constructor(
    database: Database,
    name: string,
    options: WorkerOptions,
    ready: Promise<void>,
    failures: Map<number, number>,
  ) {
    this.#failures = failures;
    this.#database = database;
    this.#name = name;
    this.#options = options;
    this.#unsubscribe = onWork(() => this.#poke());
    this.#ended = ready.then(() => this.#loop());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#unsubscribe();
    this.#poke();
    const timer = setTimeout(() => void this.#giveUp(), this.#options.patienceMs ?? PATIENCE_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  async expire(): Promise<void> {
    await expireWaiting(this.#database).catch((error: unknown) =>
      this.#options.log?.error({ err: error }, "rejecting expired syncs failed"),
    );
  }

  /** Leaves the run at hand to whoever claims it next: at its next step it finds its claim gone. */
  async #giveUp(): Promise<void> {
    if (this.#lease === null) return;
    await releaseLease(this.#database, this.#lease).catch(() => {});
  }

  async #loop(): Promise<void> {
    await this.expire();
    const shortest = this.#options.pollMs ?? POLL_MS;
    let pause = shortest;
    while (!this.#stopping) {
      const worked = await this.#work().catch((error: unknown) => {
        this.#options.log?.error({ err: error }, "looking for a sync failed");
        return false;
      });
      if (worked) {
        pause = shortest;
        continue;
      }
      const woken = await this.#sleep(pause);
      pause = woken ? shortest : Math.min(pause * 1.5, Math.max(shortest, LONGEST_POLL_MS));
    }
  }

  /** Claims one run and works on it; false = there was none. */
  async #work(): Promise<boolean> {
    this.#woken = false;
    this.#claims += 1;
    const owner = `${this.#name} ${this.#claims}`;
    const leaseSeconds = this.#options.leaseSeconds ?? LEASE_SECONDS;
    const run = await claimRun(this.#database, owner, leaseSeconds).catch(noneWhenOvertaken);
    if (run === null) return false;
    const lease = { workspaceId: run.workspace_id, syncId: run.id, owner };
    this.#lease = lease;
    const stopBeating = this.#beat(lease, leaseSeconds);
    try {
      if (run.attempts > MOST_CLAIMS) await failRun(this.#database, lease, GAVE_UP);
      else await runSync(this.#database, lease, this.#options.steps);
      this.#failures.delete(run.id);
    } catch (error) {
      await this.#settleFailure(error, run, lease);
    } finally {
      stopBeating();
      this.#lease = null;
    }
    return true;
  }

  /** Gives signs of life; when a person wants the run stopped before it is applied, stops it. */
  #beat(lease: Lease, leaseSeconds: number): () => void {
    let busy = false;
    const beat = async () => {
      if (busy) return;
      busy = true;
      try {
        const state = await renewLease(this.#database, lease, leaseSeconds);
        if (state !== null && state.cancel_requested_by !== null && state.phase !== "applying") {
          await stopRun(this.#database, lease);
        }
      } catch (error) {
        if (!(error instanceof LeaseLostError)) {
          this.#options.log?.warn({ err: error }, "renewing the claim on a sync failed");
        }
      } finally {
        busy = false;
      }
    };
    const timer = setInterval(() => void beat(), this.#options.beatMs ?? BEAT_MS);
    const unsubscribe = onWork(() => void beat());
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }

  async #settleFailure(error: unknown, run: ClaimedRun, lease: Lease): Promise<void> {
    if (error instanceof LeaseLostError) return;
    const { log } = this.#options;
    log?.error({ err: error, sync: run.id, workspace: run.workspace_id }, "a sync failed");
    const failures = (this.#failures.get(run.id) ?? 0) + 1;
    this.#failures.set(run.id, failures);
    try {
      if (isPassing(error) && failures < MOST_ATTEMPTS) {
        await releaseLease(this.#database, lease);
        await this.#sleep(this.#options.pollMs ?? POLL_MS);
      } else {
        await failRun(this.#database, lease, describeFailure(error));
        this.#failures.delete(run.id);
      }
    } catch (failure) {
      // The database is away: the claim runs out, and the run is taken up again.
      log?.warn({ err: failure, sync: run.id }, "the failure of a sync could not be stored");
    }
  }

  #poke(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Waits until the time is over or there is a hint of work; answers whether there was one. */
  async #sleep(ms: number): Promise<boolean> {
    if (!this.#woken && !this.#stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = null;
    }
    return this.#woken;
  }
}

/** Two workers went for two runs of one workspace at the same moment: the index let one through. */
function noneWhenOvertaken(error: unknown): null {
  if ((error as { code?: unknown }).code === "23505") return null;
  throw error;
}

const PASSING_CODES = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "ENOENT"],
  // Of PostgreSQL: serialization, deadlock, too many connections, shutting or starting up.
  ...["40001", "40P01", "53300", "57P01", "57P02", "57P03"],
]);

/** Whether the same may well work when it is tried again: the connection broke, not the run. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string") return PASSING_CODES.has(code) || code.startsWith("08");
  return /connection (terminated|ended)|client has encountered a connection error|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}

const GAVE_UP = {
  code: "gave_up",
  message:
    "The sync was broken off several times and is not tried again. The report says which updates were applied and " +
    "which were not. Push again.",
};

/** The failure as people read it; the details are in the log. */
function describeFailure(error: unknown): { code: string; message: string } {
  if (error instanceof EngineError) return { code: error.code, message: error.message };
  if (isPassing(error)) {
    return {
      code: "database_unavailable",
      message: "The connection to the database broke off several times. Push again.",
    };
  }
  return {
    code: "internal_error",
    message:
      "Something went wrong on the server; its log has the details. The report says which updates were applied and " +
      "which were not.",
  };
}
