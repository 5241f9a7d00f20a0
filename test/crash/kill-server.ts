import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SyncPhase } from "../../src/contract/catalogue.ts";
import { type Database, type DatabaseOptions, openDatabase } from "../../src/db/database.ts";
import type { WirePush } from "./pushes.ts";
import type { ServerProcess } from "./server-process.ts";

/** In what a server was when it was killed. */
export type KilledIn = "planning" | "applying" | "neither";

const PATIENCE_MS = 60_000;

/** Sends part of a push and kills the server before the rest; at times the whole of it, and the answer is lost. */
export async function killWhileReading(
  server: ServerProcess,
  push: WirePush,
  key: string,
  moment: { share: number; afterMs: number },
): Promise<void> {
  const upload = request(`${server.address}/api/v1${push.path}`, {
    method: "POST",
    headers: {
      ...{ ...server.authorization, ...push.headers, "idempotency-key": key },
      "content-length": push.body.length,
    },
  });
  // The connection ends with the server, and that is the point.
  upload.on("error", () => {});
  upload.on("response", (answer) => answer.on("error", () => {}).resume());
  const part = push.body.subarray(0, Math.floor(push.body.length * moment.share));
  await new Promise<void>((resolve) => upload.write(part, () => resolve()));
  if (part.length === push.body.length) upload.end();
  await sleep(moment.afterMs);
  await server.kill();
  upload.destroy();
}

/** Waits until the run is being applied, approving it when it waits for that; false = it was over before. */
export async function waitUntilApplying(server: ServerProcess, id: string): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { phase } = await server.readSync(id);
    if (phase === "applying" || phase === "done") return phase === "applying";
    if (phase === "awaiting_approval") await server.call("POST", `/syncs/${id}/approve`, {});
  }
  throw new Error(`Sync ${id} never came to be applied.`);
}

/** Reads where a killed server has left a run. Nobody has the database open. */
export async function findWhereItStood(
  options: DatabaseOptions,
  number: number,
): Promise<KilledIn> {
  return withKilledDatabase(options, async (database) => {
    const { rows } = await database.query<{ phase: SyncPhase }>(
      "select phase from syncs where number = $1",
      [number],
    );
    const phase = rows[0]?.phase;
    if (phase === "applying") return "applying";
    return phase === "reading" || phase === "planning" ? "planning" : "neither";
  });
}

/**
 * Lets the time pass after which other processes on one PostgreSQL take a dead one's work for abandoned. A new process
 * on the embedded database knows at once.
 */
export async function letClaimsRunOut(options: DatabaseOptions): Promise<void> {
  if (options.url === undefined) return;
  await withKilledDatabase(options, async (database) => {
    await database.query(
      "update syncs set lease_until = now() - interval '1 second' where lease_owner is not null",
    );
    await database.query(
      "update idempotency_keys set created_at = created_at - interval '2 minutes' where sync_id is null",
    );
  });
}

/** Opens the database of a killed server; the embedded one as a copy, so that the next server finds it as it was left. */
async function withKilledDatabase<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const copy = options.url === undefined ? mkdtempSync(join(tmpdir(), "muster-killed-")) : null;
  if (copy !== null) cpSync(join(options.dataDir, "pg"), join(copy, "pg"), { recursive: true });
  const database = await openDatabase(copy === null ? options : { dataDir: copy });
  try {
    return await work(database);
  } finally {
    await database.close();
    if (copy !== null) rmSync(copy, { recursive: true, force: true });
  }
}
