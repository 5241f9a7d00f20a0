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

/** `muster cancel`: stops a sync before its end. */
export function addCancel(program: Command): void {
  withServer(
    program
      .command("cancel")
      .description("stop a sync that is not done; what is applied already stays")
      .argument("<sync>", "number of the sync", readSyncRef),
  )
    .addHelpText(
      "after",
      `
Example:
  muster cancel 12`,
    )
    .action(async (ref: string, options: Options) => {
      const sync = await decide(new Client(options), ref, "cancel", undefined);
      if (options.jsonOutput) await printJson({ sync });
      else await print(tellCancelled(sync));
    });
}

/** Somebody at work on the sync stops at the next occasion; nobody knows yet how far it will have come. */
function tellCancelled({ number, phase, updates }: Sync): string {
  if (phase !== "done") {
    return `Sync ${number} will stop. See how far it came with: muster report ${number}`;
  }
  if (updates.applied === 0) return `Sync ${number} is cancelled. Nothing was changed.`;
  return `Sync ${number} is stopped. See what was applied with: muster report ${number}`;
}

async function decide(
  client: Client,
  ref: string,
  decision: "approve" | "reject" | "cancel",
  comment: string | undefined,
): Promise<Sync> {
  const body = comment === undefined ? {} : { comment };
  return (await client.post<{ sync: Sync }>(`/api/v1/syncs/${ref}/${decision}`, body)).sync;
}
