import { type Command, Option } from "commander";
import { ENTRY_KINDS, OUTCOMES } from "../../contract/catalogue.ts";
import type { ReportEntry } from "../../contract/entry.ts";
import { LANGUAGES } from "../../contract/language.ts";
import type { Sync } from "../../contract/sync.ts";
import { Client, type ClientOptions, type Query } from "../client.ts";
import { collect, readSyncRef, withServer } from "../client-command.ts";
import { isSettled } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import { print, printJson, write } from "../output.ts";
import { formatEntries } from "../text/entry-lines.ts";
import { formatSummary } from "../text/sync-summary.ts";
import { countOf, formatNumber, inReportOrder, labelOfType } from "../text/words.ts";
import { readProductName } from "../wait-and-report.ts";

interface Filters {
  kind?: string;
  type?: string[];
  outcome?: string;
  q?: string;
  lang?: string;
}

interface Options extends ClientOptions, Filters {
  csv?: boolean;
  all?: boolean;
}

interface Page {
  items: ReportEntry[];
  total: number;
  nextCursor: string | null;
}

const FIRST_ISSUES = 20;
const FIRST_UPDATES = 5;
const MOST_A_PAGE = 200;

/** `muster report`: what a sync did, to read or to download. */
export function addReport(program: Command): void {
  withServer(
    program
      .command("report")
      .description("show the report of a sync: issues first, then updates by type")
      .argument("[sync]", "number of the sync; the newest without one", readSyncRef)
      .option(
        "--csv",
        "write the whole report as CSV to standard output; with filters, what they pass",
      )
      .option("--all", "every entry, not only the first of each type")
      .addOption(
        new Option("--kind <kind>", "only issues or only updates").choices([...ENTRY_KINDS]),
      )
      .option("--type <type>", "only this type, such as user_skipped; may repeat", collect)
      .addOption(
        new Option("--outcome <outcome>", "only updates of this outcome").choices([...OUTCOMES]),
      )
      .option("--q <text>", "only who has this in name, email or external id")
      .addOption(
        new Option("--lang <language>", "language of labels and messages").choices([...LANGUAGES]),
      ),
  )
    .addHelpText(
      "after",
      `
Examples:
  muster report 12
  muster report 12 --csv > report.csv
  muster report 12 --kind issue --all
  muster report --type user_deactivated --all`,
    )
    .action(async (ref: string | undefined, options: Options) => {
      const client = new Client(options);
      const path = `/api/v1/syncs/${ref ?? (await findNewest(client))}`;
      const { kind, type, outcome, q, lang } = options;
      const filters = { kind, type, outcome, q, lang };
      if (options.csv) await writeCsv(client, path, filters);
      else if (options.jsonOutput) await writeJson(client, path, filters, options.all === true);
      else await writeText(client, path, options);
    });
}

async function findNewest(client: Client): Promise<string> {
  const { items } = await client.get<{ items: Sync[] }>("/api/v1/syncs", { limit: 1 });
  if (items[0] === undefined) throw new Failure("There are no syncs here yet.");
  return items[0].id;
}

async function writeCsv(client: Client, path: string, { lang, ...filters }: Query): Promise<void> {
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const query = filtered ? { ...filters, lang, filtered } : { lang };
  const answer = await client.open("GET", `${path}/report.csv`, { query });
  try {
    for await (const chunk of answer) await write(chunk);
  } catch {
    throw new Failure(
      "The connection broke before the report was complete. Run the command again.",
    );
  }
}

/** `{sync, items, total}`; written page by page, as a report may have millions of entries. */
async function writeJson(
  client: Client,
  path: string,
  filters: Query,
  all: boolean,
): Promise<void> {
  const { sync } = await client.get<{ sync: Sync }>(path);
  let page = await client.get<Page>(`${path}/entries`, { ...filters, limit: MOST_A_PAGE });
  if (!all) return printJson({ sync, ...page });
  await write(`{"sync":${JSON.stringify(sync)},"total":${page.total},"items":[`);
  for (let first = true; ; first = false) {
    const items = page.items.map((entry) => JSON.stringify(entry)).join(",\n");
    await write(`${first || items === "" ? "" : ","}\n${items}`);
    if (page.nextCursor === null) break;
    const query = { ...filters, limit: MOST_A_PAGE, cursor: page.nextCursor };
    page = await client.get<Page>(`${path}/entries`, query);
  }
  await write('],"nextCursor":null}\n');
}

async function writeText(client: Client, path: string, options: Options): Promise<void> {
  const { sync } = await client.get<{ sync: Sync }>(path);
  const product = await readProductName(client);
  await print(...formatSummary(sync, product));
  if (!isSettled(sync)) await print("", "The report is complete once the sync is done.");
  for (const [type] of inReportOrder({ ...sync.issues.byType, ...sync.updates.byType })) {
    const kind = type in sync.issues.byType ? "issue" : "update";
    if (options.kind !== undefined && options.kind !== kind) continue;
    if (options.type !== undefined && !options.type.includes(type)) continue;
    const most = kind === "issue" ? FIRST_ISSUES : FIRST_UPDATES;
    const { outcome, q, lang } = options;
    await writeType(
      client,
      path,
      { kind, type, outcome, q, lang },
      {
        most: options.all ? Number.POSITIVE_INFINITY : most,
        label: labelOfType(type, product),
      },
    );
  }
}

/** The entries of one type under their label, and how many more there are. */
async function writeType(
  client: Client,
  path: string,
  filters: Query,
  { most, label }: { most: number; label: string },
): Promise<void> {
  let shown = 0;
  let cursor: string | null = null;
  do {
    const limit = Math.min(MOST_A_PAGE, most - shown);
    const page: Page = await client.get<Page>(`${path}/entries`, {
      ...filters,
      limit,
      cursor: cursor ?? undefined,
    });
    if (page.total === 0) return;
    if (shown === 0)
      await print("", `${page.items[0]?.label ?? label} (${formatNumber(page.total)})`);
    await print(...formatEntries(page.items));
    shown += page.items.length;
    cursor = shown < most ? page.nextCursor : null;
    if (cursor === null && shown < page.total) {
      await print(`  and ${countOf(page.total - shown, "more", "more")}; --all shows every one`);
    }
  } while (cursor !== null);
}
