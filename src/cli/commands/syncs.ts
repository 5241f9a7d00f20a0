import type { Command } from "commander";
import type { Sync } from "../../contract/sync.ts";
import { Client, type ClientOptions } from "../client.ts";
import { collect, readCount, withServer } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { formatSyncTable } from "../text/sync-table.ts";

const MOST_A_PAGE = 200;

interface Options extends ClientOptions {
  status?: string[];
  phase?: string[];
  from?: string;
  to?: string;
  limit: number;
}

/** `muster syncs`: the history, newest first. */
export function addSyncs(program: Command): void {
  withServer(
    program
      .command("syncs")
      .description("list syncs, newest first")
      .option(
        "--status <status>",
        "pending, approved, rejected, failed, completed, cancelled; may repeat",
        collect,
      )
      .option("--phase <phase>", "such as awaiting_approval; may repeat", collect)
      .option("--from <day>", "created on or after this day or time")
      .option("--to <day>", "created on or before this day or time")
      .option("--limit <count>", "how many", readCount, 20),
  )
    .addHelpText(
      "after",
      `
Examples:
  muster syncs
  muster syncs --phase awaiting_approval
  muster syncs --from 2026-03-01 --limit 100 --json-output`,
    )
    .action(async ({ limit, status, phase, from, to, ...options }: Options) => {
      const client = new Client(options);
      const items: Sync[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: Sync[]; nextCursor: string | null } = await client.get(
          "/api/v1/syncs",
          {
            ...{ status, phase, from, to },
            limit: Math.min(MOST_A_PAGE, limit - items.length),
            cursor: cursor ?? undefined,
          },
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null && items.length < limit);
      if (options.jsonOutput) await printJson({ items, nextCursor: cursor });
      else if (items.length === 0) await print("There are no syncs here.");
      else await print(...formatSyncTable(items));
    });
}
