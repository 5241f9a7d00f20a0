import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

/** Text of source files by path from the root of the repository, `/` between folders. */
export type Sources = ReadonlyMap<string, string>;

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Files that stand directly in `src/` and put the parts together. */
const COMPOSITION = "main";

/**
 * What each part may import besides itself. `contract` is known to all; the rules of the product (`core`) know nothing
 * of databases, and what stores or fetches data (`db`, `connectors`) knows nothing of who asks.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  core: ["contract"],
  scim: ["contract"],
  db: ["contract", "core"],
  connectors: ["contract", "core", "scim"],
  engine: ["contract", "core", "db", "connectors", "scim"],
  http: ["contract", "core", "db", "connectors", "scim", "engine"],
  cli: ["contract"],
  // Loads a made-up organisation into a server of its own, and moves its history back in time.
  demo: ["contract", "core", "db", "engine", "http", "cli", COMPOSITION],
  [COMPOSITION]: ["contract", "core", "db", "connectors", "scim", "engine", "http"],
};

/**
 * Leaves that other parts may know too: plain values, and the proof that both ends must make alike.
 */
const OPEN_FILES: Readonly<Record<string, readonly string[]>> = {
  "src/engine/host-proof.ts": ["cli"],
  "src/config.ts": ["http"],
  "src/version.ts": ["http", "cli"],
};

/**
 * The pages: their parts, and the only one of them that knows the widget library. From the server they know the
 * contract alone, by `#contract/`.
 */
const WEB = "web/src/";
const WIDGETS =
  /^(react-aria-components|react-aria|react-stately|@react-(aria|stately|types)|@internationalized)(\/|$)/;
const WIDGETS_KNOWN_IN = "web/src/ui/";
/** Contract modules that bring the schema library: the pages take their types, which are gone when they run. */
const SCHEMA_LIBRARY = "typebox";

/** Commands that are the server, started from a shell: they load it when they run, so that no other command does. */
const SERVER_COMMANDS = /^src\/cli\/(?:.+\/)?(serve|worker|migrate|demo)(-[a-z-]+)?\.ts$/;

/** Packages that compute and nothing else. */
const PURE_PACKAGES = ["typebox", "fastest-levenshtein"];
const PURE_PARTS = ["contract", "core", "scim"];
const CLOCK_OR_CHANCE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;

const MOST_LINES = 400;
const EMPTY_NAMES = /(^|-)(utils?|helpers?|common|misc)$|^(manager|service)s?$|-service$/;

interface Import {
  target: string;
  dynamic: boolean;
}

/** Reads every source file of the repository, tests included. */
export function readSources(): Sources {
  const sources = new Map<string, string>();
  for (const folder of ["src", "test", "bench", "bin", "scripts", ".ci", "web"]) {
    for (const path of listFiles(folder)) {
      if (/^web\/\.?dist/.test(path)) continue;
      if (/\.(ts|tsx|js|mjs)$/.test(path))
        sources.set(path, readFileSync(join(ROOT, path), "utf8"));
    }
  }
  return sources;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      .sort();
  } catch {
    return [];
  }
}

/** Imports against the direction of the parts, one line each. */
export function findWrongImports(sources: Sources): string[] {
  return forProduct(sources, (path, text) =>
    listImports(text)
      .filter((found) => found.target.startsWith("."))
      .map((found) => ({ ...found, target: posix.join(dirname(path), found.target) }))
      .filter((found) => !mayImport(path, found))
      .map(({ target }) => `${path} imports ${target}`),
  );
}

/** What the pages import from elsewhere than the contract, and widgets outside `ui/`, one line each. */
export function findWrongWebImports(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith(WEB) && !/\.test\.tsx?$/.test(path))
    .flatMap(([path, text]) =>
      listImports(text)
        .filter(({ target }) => !mayImportInWeb(path, target))
        .map(({ target }) => `${path} imports ${target}`),
    );
}

/** Contract modules with the schema library in them that the pages would load when they run, one line each. */
export function findSchemasInWeb(sources: Sources): string[] {
  const heavy = (path: string, seen: Set<string>): boolean => {
    if (seen.has(path)) return false;
    seen.add(path);
    return listLoaded(sources.get(path) ?? "").some(
      (target) =>
        target === SCHEMA_LIBRARY ||
        (target.startsWith(".") && heavy(posix.join(dirname(path), target), seen)),
    );
  };
  return [...sources]
    .filter(([path]) => path.startsWith(WEB) && !/\.test\.tsx?$/.test(path))
    .flatMap(([path, text]) =>
      listLoaded(text)
        .filter((target) => target.startsWith("#contract/"))
        .filter((target) => heavy(target.replace("#contract/", "src/contract/"), new Set()))
        .map((target) => `${path} loads ${target}`),
    );
}

function mayImportInWeb(path: string, target: string): boolean {
  if (target.startsWith("#")) return target.startsWith("#contract/");
  if (WIDGETS.test(target)) return path.startsWith(WIDGETS_KNOWN_IN);
  if (!target.startsWith(".")) return !target.startsWith("node:");
  const file = posix.join(dirname(path), target);
  return file.startsWith(WEB);
}

/** What a module really loads: imports of types only are gone when it runs. */
function listLoaded(text: string): string[] {
  return listImports(text.replace(/^\s*(?:import|export)\s+type\b[^;]*;/gm, "")).map(
    ({ target }) => target,
  );
}

/** Where the pure parts reach for Node, a package with effects, the clock or chance. */
export function findImpurities(sources: Sources): string[] {
  return forProduct(sources, (path, text) => {
    if (!PURE_PARTS.includes(partOf(path))) return [];
    const packages = listImports(text)
      .map(({ target }) => target)
      .filter((target) => !target.startsWith("."))
      .filter(
        (target) => !PURE_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`)),
      )
      .map((target) => `${path} imports ${target}`);
    const found = CLOCK_OR_CHANCE.exec(withoutComments(text));
    return found === null ? packages : [...packages, `${path} uses ${found[0]}`];
  });
}

/** Files of the product, other than the configuration and the command line, that read the environment. */
export function findEnvironmentReaders(sources: Sources): string[] {
  return forProduct(sources, (path, text) => {
    if (path === "src/config.ts" || partOf(path) === "cli") return [];
    return /\bprocess\s*\.\s*env\b/.test(withoutComments(text)) ? [path] : [];
  });
}

/** Files that have grown beyond what one reads at once. What a script makes is not read by people. */
export function findLongFiles(sources: Sources): string[] {
  return [...sources]
    .filter(([, text]) => !text.startsWith("// Made by "))
    .map(([path, text]) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** Files and folders whose name says nothing of what is in them, or is not kebab-case (a component: PascalCase). */
export function findEmptyNames(sources: Sources): string[] {
  return [...sources.keys()].filter((path) =>
    path
      .replace(/^\.ci\//, "ci/")
      .split("/")
      .some((name) => {
        const bare = name.replace(/(\.test|\.d|\.bench|\.en|\.fr|\.config)?\.(ts|tsx|js|mjs)$/, "");
        if (name.endsWith(".tsx") && /^([A-Z][a-z0-9]*)+$/.test(bare)) return false;
        return EMPTY_NAMES.test(bare) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(bare);
      }),
  );
}

/** Tests may import anything; these rules are about what runs. */
function forProduct(sources: Sources, check: (path: string, text: string) => string[]): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith("src/") && !path.endsWith(".test.ts"))
    .flatMap(([path, text]) => check(path, text));
}

function mayImport(path: string, { target, dynamic }: Import): boolean {
  const from = partOf(path);
  const to = partOf(target);
  if (from === to) return true;
  if (!target.startsWith("src/")) return target === "package.json";
  if (OPEN_FILES[target]?.includes(from)) return true;
  if (dynamic && SERVER_COMMANDS.test(path)) return true;
  return MAY_IMPORT[from]?.includes(to) ?? false;
}

function partOf(path: string): string {
  const [top, part, ...rest] = path.split("/");
  if (top !== "src") return "outside";
  return rest.length === 0 ? COMPOSITION : part!;
}

function listImports(text: string): Import[] {
  const code = withoutComments(text);
  const statics = [
    ...code.matchAll(/^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm),
    ...code.matchAll(/^\s*import\s*["']([^"']+)["']/gm),
  ];
  const dynamics = code.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [
    ...statics.map(([, target]) => ({ target: target!, dynamic: false })),
    ...[...dynamics].map(([, target]) => ({ target: target!, dynamic: true })),
  ];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
