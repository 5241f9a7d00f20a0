import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { rename, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { FolderInUseError, lockFolder } from "../../../src/db/folder-lock.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const KEPT_IN = join(ROOT, "node_modules", ".cache", "muster-e2e");
/** Results of builds, and tests of the sources: they do not change what is made. */
const NO_SOURCES = /(^|\/)(dist|\.[^/]+|[^/]+\.test\.tsx?)$/;
const PATIENCE_MS = 280_000;
const HOUR_MS = 3_600_000;
const IN_USE_MS = 10 * 60_000;

export interface Recipe {
  name: string;
  /** Files and folders, from the root of the repository, that decide what is made. */
  madeFrom: readonly string[];
  /** Data that tells of "3 hours ago" gets old. */
  keepHours?: number;
  make(folder: string): Promise<void>;
}

/**
 * A folder that is slow to make: made once, and found again by every test file and run until one of its sources
 * changes. Others must copy it or only read it.
 */
export async function prepareFolder(recipe: Recipe): Promise<string> {
  const folder = join(KEPT_IN, `${recipe.name}-${hashSources(recipe.madeFrom)}`);
  const unlock = await lockWhenFree(join(KEPT_IN, `lock-${recipe.name}`));
  try {
    if (isFresh(folder, recipe.keepHours)) return await touch(folder);
    const any = process.env.MUSTER_TEST_REUSE_DATA === "true" ? findNewest(recipe.name) : undefined;
    if (any !== undefined) return await touch(any);
    removeOld(recipe.name);
    rmSync(folder, { recursive: true, force: true });
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    await recipe.make(unfinished);
    await utimes(unfinished, new Date(), new Date());
    await rename(unfinished, folder);
    return folder;
  } finally {
    unlock();
  }
}

function isFresh(folder: string, keepHours: number | undefined): boolean {
  if (!existsSync(folder)) return false;
  return keepHours === undefined || Date.now() - statSync(folder).mtimeMs < keepHours * HOUR_MS;
}

/** While someone changes the engine and the pages at once, older data may be good enough for a look at the pages. */
function findNewest(name: string): string | undefined {
  if (!name.startsWith("data-")) return undefined;
  return readdirSync(KEPT_IN)
    .filter((found) => found.startsWith(`${name}-`) && !found.endsWith(".unfinished"))
    .map((found) => join(KEPT_IN, found))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** A folder's time of change is when it was made, its time of access when it was last used. */
async function touch(folder: string): Promise<string> {
  await utimes(folder, new Date(), statSync(folder).mtime);
  return folder;
}

/** What was made of other sources; those used lately stay, because another run may be at work with them. */
function removeOld(name: string): void {
  for (const found of readdirSync(KEPT_IN)) {
    const path = join(KEPT_IN, found);
    if (!found.startsWith(`${name}-`) || Date.now() - statSync(path).atimeMs < IN_USE_MS) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** One test file makes the folder; the others wait for it. */
async function lockWhenFree(path: string): Promise<() => void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return lockFolder(path);
    } catch (error) {
      if (!(error instanceof FolderInUseError) || Date.now() > until) throw error;
      await sleep(100);
    }
  }
}

function hashSources(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((it) => listFiles(it))) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(ROOT, path)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function listFiles(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => !NO_SOURCES.test(name))
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}
