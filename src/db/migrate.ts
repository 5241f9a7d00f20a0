import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Database, type Queryable, withTransaction } from "./database.ts";

const MIGRATIONS_DIR = fileURLToPath(new URL("../../migrations/", import.meta.url));
/** Any fixed number: processes that start at once take turns on it. */
const MIGRATION_LOCK = 8420_0001;

export interface Migration {
  version: number;
  name: string;
  sql: string;
  checksum: string;
}

/** The schema is newer than this program: it must not touch it. */
export class SchemaTooNewError extends Error {
  constructor(found: number, known: number) {
    super(
      `The database has schema version ${found}, but this version of Muster knows only up to ${known}. ` +
        "Start the version of Muster that made it, or a newer one.",
    );
    this.name = "SchemaTooNewError";
  }
}

/** Reads `migrations/NNNN_name.sql` in order. */
export function readMigrations(dir = MIGRATIONS_DIR): Migration[] {
  return readdirSync(dir)
    .filter((file) => /^\d{4}_.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${dir}/${file}`, "utf8");
      return {
        version: Number(file.slice(0, 4)),
        name: file.slice(5, -4),
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    });
}

async function readAppliedVersion(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ version: number | null }>(
    "select max(version)::int as version from schema_migrations",
  );
  return rows[0]?.version ?? 0;
}

/**
 * Brings the schema up to date: each migration once, under a lock that processes starting together take in turn,
 * all in one transaction. Returns how many were applied. Throws {@link SchemaTooNewError} on a newer schema.
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<number> {
  return withTransaction(database, async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await transaction.query(
      `create table if not exists schema_migrations (
         version integer primary key, name text not null, checksum text not null,
         applied_at timestamptz not null default now())`,
    );
    const applied = await readAppliedVersion(transaction);
    const newest = migrations.at(-1)?.version ?? 0;
    if (applied > newest) throw new SchemaTooNewError(applied, newest);
    const waiting = migrations.filter((migration) => migration.version > applied);
    for (const migration of waiting) {
      await transaction.query(migration.sql);
      await transaction.query(
        "insert into schema_migrations (version, name, checksum) values ($1, $2, $3)",
        [migration.version, migration.name, migration.checksum],
      );
    }
    return waiting.length;
  });
}

/** Whether the schema is the one this program knows (readiness check). */
export async function isMigrated(queryable: Queryable): Promise<boolean> {
  try {
    return (await readAppliedVersion(queryable)) === (readMigrations().at(-1)?.version ?? 0);
  } catch {
    return false;
  }
}
