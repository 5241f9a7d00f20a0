/**
 * How fast a sync is, end to end: from the HTTP push of CSV files to its end, report included, in a server of its own
 * process on a throw-away database.
 *
 *   npm run bench -- [--people 100000] [--engine embedded|postgres] [--cases floor,first,no-op,churn,decide] [--repeat 1]
 *
 * floor: the rows of the first import and its report by bulk inserts and nothing else; first: the first import;
 * no-op: the same again; churn: one per cent changed, joined, left or got another manager; decide: until an approver
 * sees the plan of the first import.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureFloor } from "./floor.ts";
import { callServer, type PushFiles, pushAndWait, writePushFiles } from "./push-files.ts";
import { type Engine, makeDatabase, startServerProcess } from "./server-process.ts";

const CASES = ["floor", "first", "no-op", "churn", "decide"] as const;
type Case = (typeof CASES)[number];

interface Measured {
  case: Case;
  seconds: number;
  entries: number | null;
  peakMemory: number | null;
}

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    engine: { type: "string", default: "postgres" },
    cases: { type: "string", default: CASES.join(",") },
    repeat: { type: "string", default: "1" },
  },
});
const people = readCount("people", options.people);
const repeat = readCount("repeat", options.repeat);
const engine = readEngine(options.engine);
const wanted = readCases(options.cases);

// Leave nothing running behind when somebody stops the bench.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const folder = mkdtempSync(join(tmpdir(), "muster-bench-files-"));
try {
  const before = await writePushFiles(folder, "before", { people, generation: 0 });
  const after = await writePushFiles(folder, "after", { people, generation: 1 });
  const measured: Measured[] = [];
  for (let round = 0; round < repeat; round++) {
    measured.push(...(await measureSyncs(before, after)));
    if (wanted.has("decide")) measured.push(await measureDecide(before));
  }
  report(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** First import, no-op, churn and floor, on one database. */
async function measureSyncs(before: PushFiles, after: PushFiles): Promise<Measured[]> {
  const measured: Measured[] = [];
  if (![...wanted].some((name) => name !== "decide")) return measured;
  const database = makeDatabase(engine);
  try {
    const server = await startServerProcess(database);
    const run = async (name: Case, files: PushFiles): Promise<number> => {
      const { sync, seconds } = await pushAndWait(
        server,
        files,
        ({ status, phase }) => status === "completed" && phase === "done",
      );
      const entries = sync.updates.planned + sync.issues.total;
      measured.push({ case: name, seconds, entries, peakMemory: server.readPeakMemory() });
      console.log(`${name}: ${round(seconds)} s`);
      return sync.number;
    };
    let firstSync: number;
    try {
      firstSync = await run("first", before);
      if (wanted.has("no-op")) await run("no-op", before);
      if (wanted.has("churn")) await run("churn", after);
    } finally {
      await server.stop();
    }
    if (wanted.has("floor")) {
      const seconds = await measureFloor(database, firstSync);
      measured.unshift({ case: "floor", seconds, entries: null, peakMemory: null });
    }
    return measured;
  } finally {
    database.remove();
  }
}

/** From the push until the plan waits for an approver, on a database of its own. */
async function measureDecide(files: PushFiles): Promise<Measured> {
  const database = makeDatabase(engine);
  try {
    const server = await startServerProcess(database);
    try {
      await callServer(server, "PATCH", "/provisioning/settings", { thresholds: { users: 0 } });
      const { sync, seconds } = await pushAndWait(
        server,
        files,
        ({ phase }) => phase === "awaiting_approval",
      );
      await callServer(server, "GET", `/syncs/${sync.id}/entries?limit=50`);
      const entries = sync.updates.planned + sync.issues.total;
      return { case: "decide", seconds, entries, peakMemory: server.readPeakMemory() };
    } finally {
      await server.stop();
    }
  } finally {
    database.remove();
  }
}

function report(measured: readonly Measured[]): void {
  const names = CASES.filter((name) => measured.some((one) => one.case === name));
  const secondsOf = (name: Case) =>
    median(measured.filter((one) => one.case === name).map(({ seconds }) => seconds));
  const floor = names.includes("floor") ? secondsOf("floor") : null;
  const rows = names.map((name) => {
    const seconds = secondsOf(name);
    const runs = measured.filter((one) => one.case === name);
    return {
      case: name,
      seconds: round(seconds),
      peoplePerSecond: Math.round(people / seconds),
      timesFloor: floor === null ? null : round(seconds / floor),
      entries: runs[0]?.entries ?? null,
      peakMemoryMb: name === "floor" ? null : Math.max(...runs.map((one) => one.peakMemory ?? 0)),
    };
  });
  console.log(`${people} people, ${engine}, median of ${repeat}, ${cpus().length} cores`);
  console.table(rows);
  mkdirSync("bench/results", { recursive: true });
  const result = { people, engine, repeat, cores: cpus().length, node: process.version, rows };
  writeFileSync("bench/results/latest.json", `${JSON.stringify(result, null, 2)}\n`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function readCount(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} must be a whole number from 1.`);
  return value;
}

function readEngine(text: string): Engine {
  if (text === "embedded" || text === "postgres") return text;
  throw new Error('--engine must be "embedded" or "postgres".');
}

function readCases(text: string): Set<Case> {
  const names = text.split(",").map((name) => {
    const known = CASES.find((one) => one === name.trim());
    if (known === undefined) throw new Error(`--cases takes any of ${CASES.join(", ")}.`);
    return known;
  });
  return new Set(names);
}
