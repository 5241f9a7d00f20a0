import { type Command, Option } from "commander";
import { SYNC_MODES } from "../../contract/catalogue.ts";
import type { Sync } from "../../contract/sync.ts";
import { Client, type ClientOptions } from "../client.ts";
import { withServer } from "../client-command.ts";
import { EXIT } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import { type FilePart, openJsonFile, openMultipart } from "../multipart.ts";
import { print, printJson } from "../output.ts";
import { readText } from "../transport.ts";
import { readProductName, waitAndReport } from "../wait-and-report.ts";

interface Options extends ClientOptions {
  members?: string;
  teams?: string;
  teamsMappings?: string;
  json?: string;
  dryRun?: boolean;
  mode?: string;
  wait?: boolean;
  idempotencyKey?: string;
}

/** `muster push`: sends files and starts a sync. */
export function addPush(program: Command): void {
  withServer(
    program
      .command("push")
      .description("send members, teams and team mappings, and start a sync of them")
      .option("--members <file>", "CSV file of members")
      .option("--teams <file>", "CSV file of teams")
      .option("--teams-mappings <file>", "CSV file of who is in which team")
      .option("--json <file>", "instead of CSV files: one JSON file with the arrays")
      .addOption(
        new Option(
          "--mode <mode>",
          "full: what is absent leaves; partial: only what is given changes",
        ).choices([...SYNC_MODES]),
      )
      .option("--dry-run", "only preview: plan and report, change nothing")
      .option("--wait", "wait until the sync is done, and end with its summary")
      .option(
        "--idempotency-key <text>",
        "a repeated push with the same key starts no second sync",
      ),
  )
    .addHelpText(
      "after",
      `
Exit codes with --wait: 0 done without issues, 3 done with issues, 4 waits for approval, 5 rejected, 1 failed.

Examples:
  muster push --members people.csv --teams teams.csv --teams-mappings who-is-where.csv --wait
  muster push --members joiners.csv --mode partial --wait
  muster push --json people.json --dry-run --wait --json-output
  MUSTER_API_KEY=mus_… muster push --members people.csv --url https://muster.example.com`,
    )
    .action(async (options: Options) => {
      const parts = partsOf(options);
      if (parts.length > 0 && options.json !== undefined) {
        throw new Failure("--json does not go with CSV files. Give one or the other.", EXIT.usage);
      }
      if (parts.length === 0 && options.json === undefined) {
        throw new Failure(
          "There is nothing to push. Give --members, --teams, --teams-mappings, or --json.",
          EXIT.usage,
        );
      }
      const client = new Client(options);
      // Before files are opened and sent: a key that does not work, or a server that is not there, shows at once.
      await readProductName(client);
      const upload =
        options.json === undefined ? await openMultipart(parts) : await openJsonFile(options.json);
      const form = options.json === undefined ? "csv" : "json";
      const answer = await client.open("POST", `/api/v1/provisioning/${form}`, {
        query: { mode: options.mode, dryRun: options.dryRun },
        upload,
        headers:
          options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey },
      });
      const { sync } = JSON.parse(await readText(answer)) as { sync: Sync };
      if (options.wait) await waitAndReport(client, sync, options.jsonOutput === true);
      else if (options.jsonOutput) await printJson({ sync });
      else {
        const kind = sync.dryRun ? "Preview, sync" : "Sync";
        await print(
          `${kind} ${sync.number} is in the queue. See what becomes of it with: muster report ${sync.number}`,
        );
      }
    });
}

function partsOf({ members, teams, teamsMappings }: Options): FilePart[] {
  const parts = { members, teams, teamsMappings };
  return Object.entries(parts).flatMap(([name, path]) =>
    path === undefined ? [] : [{ name, path }],
  );
}
