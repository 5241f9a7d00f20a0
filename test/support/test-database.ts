import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type Database, type DatabaseOptions, openDatabase } from "../../src/db/database.ts";

let copies = 0;

/** A database that nobody has opened yet: where it is, and how to remove it. */
export interface TestDatabasePlace {
  options: DatabaseOptions;
  remove(): Promise<void>;
}

/** A database of the test file's own, copied from the migrated template; `close` removes it. */
export async function openTestDatabase(): Promise<Database> {
  const place = await copyTestDatabase();
  const database = await openDatabase(place.options);
  return {
    ...database,
    async close() {
      await database.close();
      await place.remove();
    },
  };
}

/** Copies the migrated template, for processes that open the database themselves. */
export async function copyTestDatabase(): Promise<TestDatabasePlace> {
  const engine = inject("testEngine");
  if (engine.kind === "embedded") {
    const folder = mkdtempSync(join(tmpdir(), "muster-test-"));
    cpSync(engine.templateDir, folder, { recursive: true });
    return {
      options: { dataDir: folder },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `muster_test_${process.pid}_${copies++}`;
  await runOnServer(engine.serverUrl, `create database ${name} template ${engine.template}`);
  return {
    options: { url: withDatabaseName(engine.serverUrl, name), dataDir: "" },
    remove: () => runOnServer(engine.serverUrl, `drop database ${name} with (force)`),
  };
}

/** The same server, another database. */
export function withDatabaseName(serverUrl: string, name: string): string {
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
