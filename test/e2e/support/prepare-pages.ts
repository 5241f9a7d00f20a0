import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareFolder } from "./prepared-folder.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * The pages as they are shipped. Built beside `web/dist`, so that a server that someone runs from there keeps the files
 * it has shown.
 */
export function preparePages(): Promise<string> {
  return prepareBuild("pages", "web", ["web", "src/contract", "package-lock.json"]);
}

/** Builds the pages in a folder of the repository with Vite. */
export function prepareBuild(
  name: string,
  root: string,
  madeFrom: readonly string[],
): Promise<string> {
  return prepareFolder({
    name,
    madeFrom,
    make: async (folder) => {
      const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
      const args = ["build", root, "--logLevel", "error", "--emptyOutDir", "--outDir", folder];
      // Vitest's NODE_ENV would put React's development build into the pages.
      const env = { ...process.env, NODE_ENV: "production" };
      const built = spawn(process.execPath, [vite, ...args], { cwd: ROOT, env });
      let said = "";
      for (const stream of [built.stdout, built.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
        });
      }
      const [code] = (await once(built, "close")) as [number | null];
      if (code !== 0) throw new Error(`The pages in ${root} do not build:\n${said}`);
    },
  });
}
