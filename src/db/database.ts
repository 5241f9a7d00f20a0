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

/** A transaction that its owner ends, once, by one of the two. */
export interface OpenTransaction extends Queryable {
  commit(): Promise<void>;
  /** Takes everything back; does nothing to a transaction that has ended. */
  rollback(): Promise<void>;
}

/** Begins a transaction on a connection of its own. */
export async function openTransaction(database: Database): Promise<OpenTransaction> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  let isOpen = true;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  let latest: Promise<unknown> = Promise.resolve();
  const end = async (statement: "commit" | "rollback") => {
    if (!isOpen) return;
    isOpen = false;
    await latest.catch(() => {});
    try {
      if (statement === "commit") await client.query("commit");
      else await rollBack();
    } catch (error) {
      await rollBack();
      throw error;
    } finally {
      client.removeListener("error", onError);
      client.release(broken);
    }
  };
  const rollBack = () =>
    client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
  const transaction: OpenTransaction = {
    query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
      // The connection may be another transaction's by now.
      if (!isOpen) return Promise.reject(new Error("The transaction has ended."));
      const result = client.query<Row>(text, values);
      latest = result;
      return result;
    },
    commit: () => end("commit"),
    rollback: () => end("rollback"),
  };
  try {
    await client.query("begin");
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  return transaction;
}

/** Runs `work` in one transaction: commits its result, rolls back when it throws. */
export async function withTransaction<T>(
  database: Database,
  work: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const transaction = await openTransaction(database);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
