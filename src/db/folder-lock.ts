import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another live process holds the data folder. */
export class FolderInUseError extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Two processes in one folder would damage the ` +
        "database. Stop the other process, or set MUSTER_DATA_DIR to another folder. To use the running server " +
        "from the command line, give --url.",
    );
    this.name = "FolderInUseError";
  }
}

interface Holder {
  pid: number;
  started: string | null;
}

/** When a process started, in clock ticks since boot, so that a reused process number is told apart (Linux only). */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return holder.started === null || readStartTime(holder.pid) === holder.started;
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/**
 * Takes the folder for this process and returns how to give it back. A lock left by a killed process is taken over.
 * Throws {@link FolderInUseError} while another live process holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, "muster.lock");
  const mine = join(folder, `muster.lock.${randomUUID()}`);
  const me: Holder = { pid: process.pid, started: readStartTime(process.pid) };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (;;) {
      try {
        linkSync(mine, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = readHolder(lock);
      if (holder !== null && isAlive(holder)) throw new FolderInUseError(folder, holder.pid);
      // Move the dead lock aside; if a faster process has put its own there meanwhile, put that one back.
      const aside = `${mine}.stale`;
      try {
        renameSync(lock, aside);
      } catch {
        continue;
      }
      const moved = readHolder(aside);
      if (moved !== null && isAlive(moved)) {
        try {
          linkSync(aside, lock);
        } catch {}
        rmSync(aside, { force: true });
        throw new FolderInUseError(folder, moved.pid);
      }
      rmSync(aside, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
