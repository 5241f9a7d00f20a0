import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface BuiltCli {
  /** Starts a command; its environment holds nothing of the one that tests run in but the path. */
  start(args: string[], env?: Record<string, string>): ChildProcess;
  /** Runs a command to its end. */
  run(args: string[], env?: Record<string, string>): Promise<CliResult>;
  remove(): void;
}

/** Builds the program into a folder of its own, beside `dist`, so that tests and a running server share nothing. */
export function buildCli(): BuiltCli {
  const folder = join(ROOT, `.dist-test-${process.pid}`);
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const options = ["-p", "tsconfig.build.json", "--noCheck", "--outDir", folder];
  const built = spawnSync(process.execPath, [tsc, ...options], { cwd: ROOT, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The program does not build:\n${built.stdout}`);
  // A file, not `--eval`: the thread of the embedded database would inherit that option and not start.
  const script = join(folder, "muster.js");
  writeFileSync(
    script,
    'import { main } from "./cli/main.js";\nawait main(process.argv.slice(2));\n',
  );
  const start: BuiltCli["start"] = (args, env = {}) =>
    spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
  return {
    start,
    run: (args, env) =>
      new Promise((resolve, reject) => {
        const child = start(args, env);
        let stdout = "";
        let stderr = "";
        child.stdout?.setEncoding("utf8").on("data", (text) => {
          stdout += text;
        });
        child.stderr?.setEncoding("utf8").on("data", (text) => {
          stderr += text;
        });
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, stdout, stderr }));
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
