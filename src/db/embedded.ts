import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { lockFolder } from "./folder-lock.ts";

/** The longest path a Unix socket may have on Linux and macOS. */
const SOCKET_PATH_LIMIT = 100;
const MAX_CONNECTIONS = 32;

export interface EmbeddedEngine {
  /** Folder of the Unix socket, as `host` of a `pg` connection. */
  socketDir: string;
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on `dataDir` (made when missing) in a worker thread.
 * Throws `FolderInUseError` when another process has the folder open.
 */
export async function startEmbeddedEngine(dataDir: string): Promise<EmbeddedEngine> {
  const folder = resolve(dataDir);
  const unlock = lockFolder(folder);
  const { socketDir, removeSocketDir } = prepareSocketDir(folder);
  try {
    const worker = new Worker(new URL("./embedded-worker.js", import.meta.url), {
      workerData: {
        databaseDir: join(folder, "pg"),
        socketPath: join(socketDir, ".s.PGSQL.5432"),
        maxConnections: MAX_CONNECTIONS,
      },
    });
    await once(worker, "message");
    return {
      socketDir,
      async stop() {
        const stopped = once(worker, "exit");
        worker.postMessage("stop");
        await stopped;
        removeSocketDir();
        unlock();
      },
    };
  } catch (error) {
    removeSocketDir();
    unlock();
    throw error;
  }
}

/** The socket lives in the data folder; where that path is too long for a socket, in a private temporary folder. */
function prepareSocketDir(folder: string): { socketDir: string; removeSocketDir: () => void } {
  const inside = join(folder, "run");
  if (join(inside, ".s.PGSQL.5432").length <= SOCKET_PATH_LIMIT) {
    rmSync(inside, { recursive: true, force: true });
    mkdirSync(inside, { mode: 0o700 });
    return {
      socketDir: inside,
      removeSocketDir: () => rmSync(inside, { recursive: true, force: true }),
    };
  }
  const outside = mkdtempSync(join(tmpdir(), "muster-"));
  return {
    socketDir: outside,
    removeSocketDir: () => rmSync(outside, { recursive: true, force: true }),
  };
}
