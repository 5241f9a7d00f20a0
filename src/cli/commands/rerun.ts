import type { Command } from "commander";
import type { Sync } from "../../contract/sync.ts";
import { Client, type ClientOptions } from "../client.ts";
import { readSyncRef, withServer } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { waitAndReport } from "../wait-and-report.ts";

interface Options extends ClientOptions {
  dryRun?: boolean;
  wait?: boolean;
}

/** `muster rerun`: runs the stored input of a sync again. */
export function addRerun(program: Command): void {
  withServer(
    program
      .command("rerun")
      .description("run the stored input of a sync again, as a new sync")
      .argument("<sync>", "number of the sync", readSyncRef)
      .option("--dry-run", "only preview: plan and report, change nothing")
      .option("--wait", "wait until the sync is done, and end with its summary"),
  )
    .addHelpText(
      "after",
      `
Input that is older than what was accepted last always waits for approval.

Examples:
  muster rerun 12 --dry-run --wait
  muster rerun 12 --wait`,
    )
    .action(async (ref: string, options: Options) => {
      const client = new Client(options);
      const body = { rerunOf: ref, ...(options.dryRun ? { dryRun: true } : {}) };
      const { sync } = await client.post<{ sync: Sync }>("/api/v1/syncs", body);
      if (options.wait) await waitAndReport(client, sync, options.jsonOutput === true);
      else if (options.jsonOutput) await printJson({ sync });
      else {
        await print(
          `Sync ${sync.number} is in the queue. See what becomes of it with: muster report ${sync.number}`,
        );
      }
    });
}
