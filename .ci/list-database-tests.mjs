// Prints the test files that reach the database, directly or through what they import from test/: those depend on the
// engine and are run on each. Browser tests are about pages, which are the same on both.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SUPPORT = join("test", "support", "test-database.ts");
/** @type {Map<string, boolean>} */
const known = new Map();

/**
 * @param {string} path
 * @returns {boolean}
 */
function reachesDatabase(path) {
  if (path === SUPPORT) return true;
  const answer = known.get(path);
  if (answer !== undefined) return answer;
  known.set(path, false);
  const imports = [...readFileSync(path, "utf8").matchAll(/from\s+"(\.[^"]+)"/g)];
  const reaches = imports
    .map(([, target = ""]) => join(dirname(path), target))
    .filter((target) => target.startsWith("test") && existsSync(target))
    .some(reachesDatabase);
  known.set(path, reaches);
  return reaches;
}

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((name) => join("test", name))
  .filter((name) => name.endsWith(".test.ts") && !name.startsWith(join("test", "e2e")))
  .sort();
for (const file of files) if (reachesDatabase(file)) console.log(file);
