import type { Me } from "../contract/account.ts";
import type { Sync } from "../contract/sync.ts";
import type { Client } from "./client.ts";
import { exitCodeOf } from "./exit-codes.ts";
import { followSync } from "./follow-sync.ts";
import { print, printJson } from "./output.ts";
import { showProgressOn } from "./show-progress.ts";
import { formatSummary } from "./text/sync-summary.ts";

/** What the deployment calls itself, for labels. */
export async function readProductName(client: Client): Promise<string> {
  return (await client.get<Me>("/api/v1/me")).productName;
}

/** Waits for a sync, showing how it moves on, and ends with its summary and exit code. */
export async function waitAndReport(client: Client, sync: Sync, json: boolean): Promise<void> {
  const show = json ? () => {} : showProgressOn(process.stderr);
  const settled = await followSync(client, sync, show);
  if (json) await printJson({ sync: settled });
  else await print(...formatSummary(settled, await readProductName(client)));
  process.exitCode = exitCodeOf(settled);
}
