import { type Config, readConfig } from "../../../src/config.ts";
import { type Database, openDatabase } from "../../../src/db/database.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { playStory } from "../../../src/demo/run-demo.ts";
import { startServer } from "../../../src/server.ts";
import { buildReport, FIRST_IMPORT } from "../../support/build-report.ts";
import { prepareFolder } from "./prepared-folder.ts";

/**
 * What is in the database when a test file begins:
 * `demo`: the sample organisation with its history of six weeks, one sync waiting for approval;
 * `empty`: a workspace with its first admin and an API key, and nothing else;
 * `million`: the same workspace with one sync, whose report has a million entries;
 * `new`: nothing at all, as on the very first start.
 */
export type DataName = "demo" | "empty" | "million" | "new";

export const WORKSPACE = "Northwind";
export const ADMIN = { email: "admin@northwind.example", password: "correct horse battery" };
/** Entries in the report of `million`. */
export const MILLION = 1_000_000;
export const API_KEY = "mus_of_the_browser_tests_0123456789abcdef";

/** What decides what is stored. How it is asked for and shown (`http`, `cli`) changes too often to make it anew. */
const MADE_FROM = [
  ...["connectors", "contract", "core", "db", "demo", "engine"].map((part) => `src/${part}`),
  "migrations",
  "package-lock.json",
  "test/e2e/support/prepare-data.ts",
  "test/support/build-report.ts",
];

/** The configuration of a test's server, read as a real one is. */
export function serverConfig(dataDir: string, env: Record<string, string> = {}): Config {
  return readConfig({
    MUSTER_PORT: "0",
    MUSTER_DATA_DIR: dataDir,
    MUSTER_SECRET: "a secret for browser tests that is long enough",
    MUSTER_LOG_LEVEL: process.env.MUSTER_TEST_LOG_LEVEL ?? "silent",
    ...env,
  });
}

/** A data folder filled with `data`; copy it. */
export function prepareData(data: DataName): Promise<string> {
  return prepareFolder({
    name: `data-${data}`,
    madeFrom: MADE_FROM,
    // Its history is told from the moment it was made: "15 hours ago" stays true for a while.
    ...(data === "demo" ? { keepHours: 6 } : {}),
    make: async (folder) => {
      if (data === "new") return makeNew(folder);
      const bootstrap = { workspaceName: WORKSPACE, admin: ADMIN, apiKey: API_KEY };
      const server = await startServer({ ...serverConfig(folder), bootstrap }, () => {});
      try {
        if (data === "demo") await playStory(server, ADMIN);
        if (data === "million") await addMillion(server.database);
      } finally {
        await server.stop();
      }
    },
  });
}

async function makeNew(folder: string): Promise<void> {
  const database = await openDatabase({ dataDir: folder });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/** A report as a first import of a large organisation leaves it, written straight into the tables. */
async function addMillion(database: Database): Promise<void> {
  const { rows } = await database.query<{ workspaceId: number; sourceId: number }>(
    'select workspace_id as "workspaceId", id as "sourceId" from sources',
  );
  await buildReport(database, rows[0]!, {
    ...{ entries: MILLION, skipEvery: 1000 },
    weights: { ...FIRST_IMPORT, user_updated: 300, team_renamed: 5 },
  });
  await database.query("analyze");
}
