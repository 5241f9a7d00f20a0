import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { startBackgroundJobs } from "./background-jobs.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./db/database.ts";
import { isMigrated, migrate } from "./db/migrate.ts";
import { bootstrap, makeSetUpLink } from "./engine/set-up.ts";
import { type App, buildApp } from "./http/app.ts";
import { createLogger } from "./http/logging.ts";

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

export interface RunningServer extends Running {
  /** Where it listens, such as `http://127.0.0.1:8420`. */
  address: string;
  /** Where browsers reach it: the public URL, else the address. */
  url: string;
  /** Of the one-time link for the first admin, while there is none. */
  setUpUrl: string | null;
  database: Database;
}

/** How long a database may take to answer when everything starts at once. */
const PATIENCE_MS = 30_000;
const STOP_WITHIN_MS = 20_000;
const WEB_DIR = fileURLToPath(new URL("../web/dist/", import.meta.url));

/**
 * Starts everything in one process: database, schema, first set-up, pages (those built into `pagesDir`) and API, worker;
 * says where it listens.
 */
export async function startServer(
  config: Config,
  print: (line: string) => void = printLine,
  pagesDir = WEB_DIR,
): Promise<RunningServer> {
  const log = createLogger(config.logLevel);
  const database = await openWhenReady(config, log);
  const parts: Running[] = [{ stop: () => database.close() }];
  try {
    await migrate(database);
    if (config.bootstrap !== null) {
      const made = await bootstrap(database, { ...config.bootstrap, product: config.productName });
      if (made) log.info("set up from the environment");
    }
    const link = await makeSetUpLink(database);
    const webDir = existsSync(join(pagesDir, "index.html")) ? { webDir: pagesDir } : {};
    const app = await buildApp({ database, config, logger: log, ...webDir });
    parts.unshift({ stop: () => app.close() });
    await app.listen({ host: config.host, port: config.port });
    const address = findAddress(app, config.host);
    const url = config.publicUrl ?? address;
    parts.unshift(startBackgroundJobs(database, config, url, log));
    const setUpUrl = link === null ? null : url + link.path;
    print(`${config.productName} is at ${url}`);
    if (setUpUrl !== null) print(`Make the first admin with this link, within a day: ${setUpUrl}`);
    return {
      ...{ address, url, database, setUpUrl },
      stop: () => stopAll(parts, log),
    };
  } catch (error) {
    await stopAll(parts, log);
    throw error;
  }
}

/** Starts a process that only works on syncs and mail, beside the servers on one PostgreSQL. */
export async function startWorkerProcess(config: Config): Promise<Running> {
  if (config.databaseUrl === undefined) {
    throw new Error(
      "A worker of its own needs DATABASE_URL: the embedded database belongs to one process, whose server works on syncs itself.",
    );
  }
  const log = createLogger(config.logLevel);
  const database = await openWhenReady(config, log);
  const parts: Running[] = [{ stop: () => database.close() }];
  try {
    await waitForSchema(database, log);
    parts.unshift(startBackgroundJobs(database, config, config.publicUrl ?? null, log));
    return { stop: () => stopAll(parts, log) };
  } catch (error) {
    await stopAll(parts, log);
    throw error;
  }
}

/** Stops on SIGTERM or SIGINT, once and in order; a second signal ends the process at once. */
export function stopOnSignals(running: Running): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      // A caller that reads slowly must not keep the process for ever; what is half done is taken up at the next start.
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Stops the parts in order, each even when the one before fails. */
async function stopAll(parts: Running[], log: Logger): Promise<void> {
  for (const part of parts.splice(0)) {
    await part.stop().catch((error: unknown) => log.error({ err: error }, "stopping failed"));
  }
}

/** Opens the database, waiting for a PostgreSQL that is still starting. */
async function openWhenReady(config: Config, log: Logger): Promise<Database> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await database.query("select 1");
      return database;
    } catch (error) {
      if (Date.now() > until) {
        await database.close().catch(() => {});
        throw new Error(
          "The database does not answer. Check that it runs and that DATABASE_URL names its host, user and password.",
          { cause: error },
        );
      }
      log.warn({ err: error }, "the database does not answer yet");
      await sleep(1000);
    }
  }
}

/** A worker migrates nothing: it waits for a server to do it. */
async function waitForSchema(database: Database, log: Logger): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await isMigrated(database))) {
    if (Date.now() > until) {
      throw new Error(
        'The schema is not the one this version works with. Start "muster serve" or run "muster migrate".',
      );
    }
    log.warn("the schema is not current yet");
    await sleep(1000);
  }
}

function findAddress(app: App, host: string): string {
  const bound = app.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}
