// @ts-check
/** Builds on demand. Plain JavaScript, because it runs before anything is built. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Results of a build, or of none of ours: never a reason to build again. */
const NO_SOURCES = new Set(["dist", "node_modules"]);

/** Builds `dist` when it is missing or older than the sources. Throws, with what to do, when it cannot. */
export function buildProgram(root = ROOT) {
  const sources = ["src", "tsconfig.build.json", "tsconfig.base.json"].map((it) => join(root, it));
  const dist = join(root, "dist");
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  // Types are checked by "npm run types"; here the sources only become JavaScript.
  const command = [compiler, "-p", join(root, "tsconfig.build.json"), "--noCheck", "--outDir"];
  buildWhenStale(root, { name: "the program", sources, dist, proof: "cli/main.js", command });
}

/** Builds the pages in `web/dist` likewise; a copy without the pages' sources has none to build. */
export function buildPages(root = ROOT) {
  const web = join(root, "web");
  if (!existsSync(join(web, "index.html"))) return;
  const sources = [web, join(root, "src", "contract")];
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const command = [vite, "build", web, "--logLevel", "error", "--emptyOutDir", "--outDir"];
  const dist = join(web, "dist");
  buildWhenStale(root, { name: "the pages", sources, dist, proof: "index.html", command });
}

/**
 * @param {string} root
 * @param {{ name: string, sources: string[], dist: string, proof: string, command: string[] }} part
 *   `proof` is a file that every build writes; `command` a script and its arguments, the last one without its value,
 *   which is the folder to build into.
 */
function buildWhenStale(root, { name, sources, dist, proof, command }) {
  const built = existsSync(join(dist, proof));
  // An installation without the sources is built already.
  if (built && !sources.some(existsSync)) return;
  const changedAt = Math.max(...sources.filter(existsSync).map(newestChange));
  if (built && statSync(join(dist, proof)).mtimeMs >= changedAt) return;
  const [script = ""] = command;
  if (!existsSync(script)) {
    // A production installation has no compiler; what was built on another machine may look older than it is.
    if (built) return;
    throw new Error(
      `Muster is not built, and what builds it is not installed. Run "npm ci" in ${root}, without leaving out the ` +
        'development dependencies, or build first with "npm run build".',
    );
  }
  const startedAt = new Date();
  const fresh = join(dirname(dist), `.dist-${process.pid}`);
  const why = built ? "the sources have changed since the last time" : "this is the first start";
  process.stderr.write(`Building ${name}, as ${why}.\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, fresh], {
    cwd: root,
    encoding: "utf8",
    // Set to anything else, as while testing, it would build the pages with the checks of a developer in them.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Building ${name} stopped with an error:\n${stdout}${stderr}`.trimEnd());
  }
  // Sources changed while it ran are newer than this, so the next start builds again.
  utimesSync(join(fresh, proof), startedAt, startedAt);
  replace(dist, fresh, proof);
}

/**
 * Puts a build in place whole, so that a command started meanwhile never sees half of it.
 * @param {string} dist
 * @param {string} fresh
 * @param {string} proof
 */
function replace(dist, fresh, proof) {
  const old = `${fresh}-old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    // Another command built at the same moment and was faster: its build is as good.
    if (!existsSync(join(dist, proof))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/**
 * When anything at a path last changed. Folders count: a file that was removed leaves no other trace.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path).filter((name) => !NO_SOURCES.has(name) && !name.startsWith("."));
  // Building into a folder touches it, so that one's own time says nothing.
  const own = existsSync(join(path, "dist")) ? 0 : stat.mtimeMs;
  return Math.max(own, ...names.map((name) => newestChange(join(path, name))));
}
