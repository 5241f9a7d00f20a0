import type { Command } from "commander";
import { jsonOutput } from "../client-command.ts";
import { goOnWhenNobodyReads, print, printJson } from "../output.ts";

/** `muster worker`: only the work on syncs and mail. */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .description("start a process that only works on syncs, beside servers on one PostgreSQL")
    .addOption(jsonOutput("print a line of JSON once it works"))
    .addHelpText(
      "after",
      `
Example:
  DATABASE_URL=postgres://muster@db/muster MUSTER_SECRET=… muster worker`,
    )
    .action(async (options: { jsonOutput?: boolean }) => {
      const { readConfig } = await import("../../config.ts");
      const { startWorkerProcess, stopOnSignals } = await import("../../server.ts");
      goOnWhenNobodyReads();
      const worker = await startWorkerProcess(readConfig(process.env));
      stopOnSignals(worker);
      if (options.jsonOutput) await printJson({ working: true });
      else await print("The worker works on syncs.");
    });
}
