import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/db/database.ts";
import { migrate } from "../../src/db/migrate.ts";
import { startPostgresServer } from "./postgres-server.ts";
import { withDatabaseName } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    testEngine: TestEngine;
  }
}

/** Where test files get their database from: a migrated template that each file copies. */
export type TestEngine =
  | { kind: "embedded"; templateDir: string }
  | { kind: "postgres"; serverUrl: string; template: string };

/**
 * Prepares the template database once per run. `MUSTER_TEST_ENGINE=postgres` runs the suite on a throw-away real
 * PostgreSQL (or on the server that `MUSTER_TEST_SERVER_URL` names); otherwise on the embedded engine.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.MUSTER_TEST_ENGINE === "postgres") return setupPostgres(project);
  const folder = mkdtempSync(join(tmpdir(), "muster-tests-"));
  const templateDir = join(folder, "template");
  const database = await openDatabase({ dataDir: templateDir });
  await migrate(database);
  await database.close();
  project.provide("testEngine", { kind: "embedded", templateDir });
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function setupPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MUSTER_TEST_SERVER_URL;
  const server = given === undefined ? startPostgresServer() : { url: given, stop() {} };
  const template = `muster_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const database = await openDatabase({ url: withDatabaseName(server.url, template), dataDir: "" });
  await migrate(database);
  await database.close();
  project.provide("testEngine", { kind: "postgres", serverUrl: server.url, template });
  return async () => server.stop();
}
