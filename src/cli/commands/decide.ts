import type { Command } from "commander";
import type { Sync } from "../../contract/sync.ts";
import { Client, type ClientOptions } from "../client.ts";
import { readSyncRef, withServer } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { waitAndReport } from "../wait-and-report.ts";

interface Options extends ClientOptions {
  comment?: string;
  wait?: boolean;
}

/** `muster approve`: applies a sync that waits. */
export function addApprove(program: Command): void {
  withServer(
    program
      .command("approve")
      .description("apply a sync that waits for approval")
      .argument("<sync>", "number of the sync", readSyncRef)
      .option("--comment <text>", "why, for the record")
      .option("--wait", "wait until it is applied, and end with its summary"),
  )
    .addHelpText(
      "after",
      `
Examples:
  muster approve 12
  muster approve 12 --comment "Reorganisation, checked with HR" --wait`,
    )
    .action(async (ref: string, options: Options) => {
      const client = new Client(options);
      const sync = await decide(client, ref, "approve", options.comment);
      if (options.wait) await waitAndReport(client, sync, options.jsonOutput === true);
      else if (options.jsonOutput) await printJson({ sync });
      else await print(`Sync ${sync.number} is approved and is being applied.`);
    });
}

/** `muster reject`: leaves everything as it is. */
export function addReject(program: Command): void {
  withServer(
    program
      .command("reject")
      .description("reject a sync that waits for approval; nothing is changed")
      .argument("<sync>", "number of the sync", readSyncRef)
      .option("--comment <text>", "why, for the record"),
  )
    .addHelpText(
      "after",
      `
Example:
  muster reject 12 --comment "The export was incomplete"`,
    )
    .action(async (ref: string, options: Options) => {
      const sync = await decide(new Client(options), ref, "reject", options.comment);
      if (options.jsonOutput) await printJson({ sync });
      else await print(`Sync ${sync.number} is rejected. Nothing was changed.`);
    });
}

async function decide(
  client: Client,
  ref: string,
  decision: "approve" | "reject",
  comment: string | undefined,
): Promise<Sync> {
  const body = comment === undefined ? {} : { comment };
  return (await client.post<{ sync: Sync }>(`/api/v1/syncs/${ref}/${decision}`, body)).sync;
}
