/**
 * How fast a report is read: pages, filters, name search and facets over HTTP, and the CSV download.
 *
 *   npm run bench:report -- [--entries 3000000] [--engine postgres|embedded] [--rounds 40]
 *
 * Builds a report on a throw-away database first; that takes about a minute for 3,000,000 entries.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Database, openDatabase } from "../src/db/database.ts";
import { migrate } from "../src/db/migrate.ts";
import { buildApp } from "../src/http/app.ts";
import { buildReport, FIRST_IMPORT } from "../test/support/build-report.ts";
import { startPostgresServer } from "../test/support/postgres-server.ts";
import { addTestWorkspace, testConfig } from "../test/support/test-app.ts";

const { values: options } = parseArgs({
  options: {
    entries: { type: "string", default: "3000000" },
    engine: { type: "string", default: "postgres" },
    rounds: { type: "string", default: "40" },
  },
});
const entries = Number(options.entries);
const rounds = Number(options.rounds);

interface Timing {
  what: string;
  p50: number;
  p95: number;
  most: number;
}

interface Opened {
  database: Database;
  remove(): void;
}

async function openBenchDatabase(): Promise<Opened> {
  if (options.engine === "embedded") {
    const dataDir = mkdtempSync(join(tmpdir(), "muster-bench-"));
    return {
      database: await openDatabase({ dataDir }),
      remove: () => rmSync(dataDir, { recursive: true, force: true }),
    };
  }
  const server = startPostgresServer({ durable: true });
  return {
    database: await openDatabase({ url: server.url, dataDir: "" }),
    remove: () => server.stop(),
  };
}

/** Times `ask` (0, 1, 2 …) one after the other. */
async function time(
  what: string,
  ask: (round: number) => Promise<unknown>,
  times = rounds,
): Promise<Timing> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await ask(round);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) =>
    round1(taken[Math.min(taken.length - 1, Math.ceil(share * taken.length) - 1)]!);
  return { what, p50: at(0.5), p95: at(0.95), most: at(1) };
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

interface Download {
  rows: number;
  bytes: number;
  seconds: number;
  rowsPerSecond: number;
  memoryBefore: number;
  memoryMost: number;
}

/** Takes the whole file, counting lines and the most memory meanwhile. */
async function download(url: string, headers: Record<string, string>): Promise<Download> {
  globalThis.gc?.();
  const memoryBefore = megabytes();
  let memoryMost = memoryBefore;
  const sampler = setInterval(() => {
    memoryMost = Math.max(memoryMost, megabytes());
  }, 100);
  const start = performance.now();
  let rows = 0;
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    get(url, { headers }, (answer) => {
      answer.on("data", (piece: Buffer) => {
        bytes += piece.length;
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows += 1;
      });
      answer.on("end", resolve);
      answer.on("error", reject);
    }).on("error", reject);
  });
  clearInterval(sampler);
  const seconds = (performance.now() - start) / 1000;
  const rowsPerSecond = Math.round(rows / seconds);
  return { rows, bytes, seconds: round1(seconds), rowsPerSecond, memoryBefore, memoryMost };
}

const { database, remove } = await openBenchDatabase();
try {
  await migrate(database);
  const app = await buildApp({ database, config: testConfig() });
  const workspace = await addTestWorkspace(database, "Bench");
  console.log(`building a report of ${entries} entries (${options.engine})`);
  const place = { workspaceId: workspace.id, sourceId: workspace.sourceId };
  const report = await buildReport(database, place, {
    entries,
    weights: FIRST_IMPORT,
    skipEvery: 1000,
  });
  await database.query("analyze");
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const base = `${address}/api/v1/syncs/${report.number}`;
  const headers = { authorization: `Bearer ${workspace.keys.read}` };
  const ask = async (path: string) => {
    const answer = await fetch(`${base}/${path}`, { headers });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
    return JSON.parse(body) as { total: number; items: unknown[] };
  };
  await ask("entries");
  const deep = (round: number) => Math.floor(((round * 7919) % 10_000) * (entries / 10_000));
  const names = [
    "amelie roy",
    "zoe",
    "okafor",
    "hiro fortin",
    "łukasz",
    "nguyen",
    "ruth",
    "o'neil",
    "garcia.1",
    "smith.2",
  ];
  const rare = (round: number) =>
    `e${Math.floor(((round * 7919) % 10_000) * (entries / 40_000)) + 100_000}`;
  const timings = [
    await time("first page", () => ask("entries")),
    await time("jump to any position", (round) => ask(`entries?offset=${deep(round)}`)),
    await time("page of 200, deep", (round) => ask(`entries?limit=200&offset=${deep(round)}`)),
    await time("kind=issue", () => ask("entries?kind=issue")),
    await time("subject=team, deep", (round) =>
      ask(`entries?subject=team&offset=${Math.floor(deep(round) / 3)}`),
    ),
    await time("type, deep", (round) =>
      ask(`entries?type=direct_manager_assigned&offset=${Math.floor(deep(round) / 4)}`),
    ),
    await time("outcome=skipped", () => ask("entries?outcome=skipped")),
    await time("outcome=applied, deep", (round) =>
      ask(`entries?outcome=applied&offset=${deep(round)}`),
    ),
    await time("reason", () => ask("entries?reason=email_taken")),
    await time("facets", () => ask("facets?kind=update")),
    await time("causes", () => ask("causes")),
  ];
  const downloads = [
    await download(`${base}/report.csv`, headers),
    await download(`${base}/report.csv?filtered=true&type=user_created`, headers),
  ];
  // Last, because the names of a searched report stay in memory for a while.
  const searches = [
    await time("very first name search", () => ask("entries?q=liam%20kim"), 1),
    await time("name search, common", (round) =>
      ask(`entries?q=${encodeURIComponent(`${names[round % 10]!} ${round > 9 ? round : ""}`)}`),
    ),
    await time("name search, rare", (round) => ask(`entries?q=${rare(round)}`)),
    await time("name search and type", (round) =>
      ask(`entries?type=user_created&q=${rare(round + 3000)}`),
    ),
    await time("same search, deep", (round) =>
      ask(`entries?q=example&offset=${Math.floor(deep(round) / 3)}`),
    ),
    await time("facets of a search", (round) => ask(`facets?q=${names[round % 10]!}`)),
  ];
  console.table([...timings, ...searches]);
  console.table(downloads);
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/report.json",
    `${JSON.stringify({ entries, engine: options.engine, timings: [...timings, ...searches], downloads, memoryAfterSearch: megabytes() }, null, 2)}\n`,
  );
  await app.close();
} finally {
  await database.close();
  remove();
}
