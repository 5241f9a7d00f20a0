// @ts-check
/**
 * The embedded database engine, in a thread of its own so that a long statement never holds up the server:
 * PGlite (PostgreSQL in WebAssembly) behind a Unix socket that the ordinary `pg` pool connects to.
 * Plain JavaScript because a worker thread cannot load TypeScript.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** @type {{ databaseDir: string, socketPath: string, maxConnections: number }} */
const { databaseDir, socketPath, maxConnections } = workerData;

const engine = await PGlite.create(databaseDir);
const server = new PGLiteSocketServer({ db: engine, path: socketPath, maxConnections });
await server.start();

parentPort?.on("message", async (message) => {
  if (message !== "stop") return;
  await server.stop();
  await engine.close();
  parentPort?.postMessage("stopped");
  parentPort?.close();
});
parentPort?.postMessage("ready");
