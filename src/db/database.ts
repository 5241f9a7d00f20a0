import pg from "pg";
import { startEmbeddedEngine } from "./embedded.ts";

// bigint ids and counts stay far below 2^53: read them as numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Anything that runs SQL: the pool, or a transaction's connection. */
export interface Queryable {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export type EngineKind = "embedded" | "postgres";

export interface Database extends Queryable {
  engine: EngineKind;
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL connection string; unset = the embedded engine in `dataDir`. */
  url?: string | undefined;
  dataDir: string;
  maxConnections?: number;
}

/** Opens the database; the same `pg` pool whichever engine is behind it. Does not migrate. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined) {
    const max = options.maxConnections ?? 10;
    return wrapPool("postgres", new pg.Pool({ connectionString: options.url, max }));
  }
  const embedded = await startEmbeddedEngine(options.dataDir);
  // One connection: the engine has one session, and its socket takes messages of several connections in turn, so that
  // one query's parameters could run with another's statement. Callers wait in the pool instead.
  const pool = new pg.Pool({
    host: embedded.socketDir,
    user: "postgres",
    database: "postgres",
    max: 1,
  });
  return wrapPool("embedded", pool, () => embedded.stop());
}

function wrapPool(engine: EngineKind, pool: pg.Pool, stop?: () => Promise<void>): Database {
  // An idle connection that the server drops must not end the process; the next query reconnects.
  pool.on("error", () => {});
  return {
    engine,
    pool,
    query: (text, values) => pool.query(text, values),
    async close() {
      await pool.end();
      await stop?.();
    },
  };
}

/** Runs `work` in one transaction: commits its result, rolls back when it throws. */
export async function withTransaction<T>(
  database: Database,
  work: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.removeListener("error", onError);
    client.release(broken);
  }
}
