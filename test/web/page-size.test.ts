import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Compressed, in bytes; scripts and styles, fonts apart: they are kept by browsers and shown when they come. */
const FIRST_LOAD = 200_000;
const PAGE = 40_000;

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

let folder: string;
let manifest: Record<string, Chunk>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-pages-"));
  const vite = join("node_modules", "vite", "bin", "vite.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, "build", "web", "--logLevel", "error", "--emptyOutDir", "--outDir", folder],
    { encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) throw new Error(stderr);
  manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that a chunk needs, its own and of what it imports at once. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]!;
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const other of chunk.imports ?? []) filesOf(other, seen);
  return seen;
}

function sizeOf(files: Iterable<string>): number {
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
    0,
  );
}

function firstLoad(): { key: string; files: Set<string> } {
  const key = Object.keys(manifest).find((it) => manifest[it]!.isEntry === true)!;
  const files = filesOf(key);
  return { key, files: new Set([...files, "index.html", "layers.css", "before-paint.js"]) };
}

describe("what browsers load", () => {
  test("before the first page is small", () => {
    expect(sizeOf(firstLoad().files)).toBeLessThanOrEqual(FIRST_LOAD);
  });

  test("for each page is small", () => {
    const { key, files } = firstLoad();
    const pages = manifest[key]!.dynamicImports ?? [];
    expect(pages.length).toBeGreaterThan(1);
    const sizes = pages.map((page) => {
      const own = [...filesOf(page)].filter((file) => !files.has(file));
      return { page, size: sizeOf(own) };
    });
    expect(sizes.filter(({ size }) => size > PAGE)).toEqual([]);
  });

  test("has nothing of another host", () => {
    const scripts = Object.values(manifest).map(({ file }) =>
      readFileSync(join(folder, file), "utf8"),
    );
    const html = readFileSync(join(folder, "index.html"), "utf8");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(scripts.join("\n")).not.toMatch(/import\(["'`]https?:/);
  });
});
