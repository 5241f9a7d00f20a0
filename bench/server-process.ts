import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildProgram } from "../bin/build.js";
import { startPostgresServer } from "../test/support/postgres-server.ts";

export type Engine = "embedded" | "postgres";

/** A database that goes away with the measurement. PostgreSQL keeps its data safety on, as in production. */
export interface BenchDatabase {
  engine: Engine;
  url: string | undefined;
  dataDir: string;
  remove(): void;
}

/** The server in a process of its own, set up by the environment. */
export interface ServerProcess {
  address: string;
  apiKey: string;
  /** The most memory it held so far, in MB. */
  readPeakMemory(): number;
  stop(): Promise<void>;
}

export function makeDatabase(engine: Engine): BenchDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), "muster-bench-"));
  const server = engine === "postgres" ? startPostgresServer({ durable: true }) : undefined;
  const remove = () => {
    process.removeListener("exit", remove);
    server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once("exit", remove);
  return { engine, dataDir, url: server?.url, remove };
}

/** Starts the built command line as `muster serve` does, on that database. */
export async function startServerProcess(database: BenchDatabase): Promise<ServerProcess> {
  buildProgram();
  const apiKey = `mus_${randomBytes(24).toString("hex")}`;
  const child = spawn(process.execPath, [fileURLToPath(new URL("serve.js", import.meta.url))], {
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(MUSTER_|DATABASE_URL$)/.test(name)),
      ),
      ...(database.url === undefined ? {} : { DATABASE_URL: database.url }),
      MUSTER_DATA_DIR: database.dataDir,
      MUSTER_PORT: "0",
      MUSTER_LOG_LEVEL: "error",
      MUSTER_SECRET: randomBytes(32).toString("base64"),
      MUSTER_BOOTSTRAP_WORKSPACE: "Benchmark",
      MUSTER_BOOTSTRAP_API_KEY: apiKey,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const address = await readAddress(child);
  return {
    ...{ address, apiKey },
    readPeakMemory: () => readPeakMemory(child),
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      process.removeListener("exit", kill);
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The server's output cannot be read.");
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[^\s#]+:\d+/.exec(line);
    if (found !== null) {
      child.stdout.resume();
      return found[0];
    }
  }
  throw new Error("The server ended before it listened.");
}

function readPeakMemory({ pid }: ChildProcess): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
