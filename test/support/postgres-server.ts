import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PostgresServer {
  /** Connection string of its maintenance database. */
  url: string;
  stop(): void;
}

/** Runs a PostgreSQL program; as user `postgres` when we are root, which the server refuses to be. */
function runServerProgram(program: string, args: string[]): void {
  const bin = execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
  const path = join(bin, program);
  if (!existsSync(path))
    throw new Error(`${program} is missing: install the PostgreSQL server package.`);
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    execFileSync("runuser", ["-u", "postgres", "--", path, ...args], { stdio: "pipe", cwd: "/" });
  else execFileSync(path, args, { stdio: "pipe" });
}

/**
 * Starts a throw-away PostgreSQL that listens on a Unix socket only. Data safety is switched off, because nothing
 * in it outlives the tests; benchmarks pass `durable` to keep it on.
 */
export function startPostgresServer(options: { durable?: boolean } = {}): PostgresServer {
  const folder = mkdtempSync(join(tmpdir(), "muster-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  runServerProgram("initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
  ]);
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "shared_buffers=256MB",
    "max_wal_size=2GB",
  ];
  if (options.durable !== true)
    settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  runServerProgram("pg_ctl", [
    ...["-D", data, "-w", "-l", join(folder, "log")],
    ...["-o", settings.map((setting) => `-c ${setting}`).join(" "), "start"],
  ]);
  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`,
    stop() {
      runServerProgram("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
