import { readConfig } from "../../src/config.ts";
import type { Database } from "../../src/db/database.ts";
import { buildApp } from "../../src/http/app.ts";
import { buildOpenApi } from "../../src/http/openapi.ts";

/** The server's description of its calls. Routes are registered and never called, so that no database is needed. */
export async function readApiDocument(): Promise<Record<string, unknown>> {
  const database = { pool: { connect: () => Promise.reject(new Error("No database.")) } };
  const config = readConfig({ DATABASE_URL: "postgres://none", MUSTER_SECRET: "-".repeat(32) });
  const app = await buildApp({ database: database as unknown as Database, config });
  const document = buildOpenApi(app);
  await app.close();
  return document;
}
