import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { jsonOutput } from "../client-command.ts";
import { goOnWhenNobodyReads, print, printJson, tell } from "../output.ts";

/** What belongs to an installation and must not reach the demo: it never touches a real database. */
const NOT_FOR_DEMO =
  /^(DATABASE_URL|MUSTER_DATA_DIR|MUSTER_SMTP_URL|MUSTER_SECRET|MUSTER_BOOTSTRAP_.*)$/;

/** `muster demo`: a server on a throw-away database with a sample organisation. */
export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("start a server on a throw-away database with a sample organisation and its syncs")
    .addOption(
      jsonOutput(
        "print the address as JSON once it listens, everything else as text to standard error",
      ),
    )
    .option("--once", "end as soon as everything is shown, as a trial of an installation")
    .addHelpText(
      "after",
      `
Nothing is kept: the database is removed when the demo stops.

Examples:
  muster demo
  MUSTER_PORT=0 muster demo`,
    )
    .action(async (options: { jsonOutput?: boolean; once?: boolean }) => {
      const { readConfig } = await import("../../config.ts");
      const { stopOnSignals } = await import("../../server.ts");
      const { runDemo } = await import("../../demo/run-demo.ts");
      goOnWhenNobodyReads();
      const kept = Object.entries(process.env).filter(([name]) => !NOT_FOR_DEMO.test(name));
      const config = readConfig({
        MUSTER_LOG_LEVEL: "error",
        ...Object.fromEntries(kept),
        MUSTER_SECRET: randomBytes(32).toString("base64url"),
      });
      const show = options.jsonOutput ? tell : (line: string) => void print(line);
      const demo = await runDemo({ config, print: show });
      if (!options.once) stopOnSignals(demo);
      if (options.jsonOutput) await printJson({ url: demo.url });
      if (options.once) await demo.stop();
    });
}
