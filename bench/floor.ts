import { type Database, openDatabase } from "../src/db/database.ts";
import type { BenchDatabase } from "./server-process.ts";

const BATCH_ROWS = 20_000;
/** What the first import leaves: the directory and its report. */
const TABLES = [
  "teams",
  "users",
  "direct_managers",
  "team_places",
  "entries",
  "entry_names",
] as const;

/**
 * The least that an import can take: the rows it left, written once more into the same emptied tables with the same
 * indexes, batch by batch from copies, and nothing else. The server must have stopped.
 */
export async function measureFloor(place: BenchDatabase, firstSync: number): Promise<number> {
  const database = await openDatabase({ url: place.url, dataDir: place.dataDir });
  try {
    const copies = [];
    for (const table of TABLES) copies.push(await copyTable(database, table, firstSync));
    await database.query(`truncate ${TABLES.join(", ")}`);
    await database.query("checkpoint");
    const start = performance.now();
    for (const { table, columns, rows } of copies) {
      for (let row = 0; row < rows; row += BATCH_ROWS) {
        await database.query(
          `insert into ${table} (${columns}) select ${columns} from bench_${table}
            where bench_row > $1 and bench_row <= $2 order by bench_row`,
          [row, row + BATCH_ROWS],
        );
      }
    }
    return (performance.now() - start) / 1000;
  } finally {
    await database.close();
  }
}

interface Copy {
  table: string;
  columns: string;
  rows: number;
}

async function copyTable(database: Database, table: string, firstSync: number): Promise<Copy> {
  const { rows: named } = await database.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const columns = named.map(({ name }) => name).join(", ");
  const { rows: hasSync } = await database.query(
    "select 1 from information_schema.columns where table_name = $1 and column_name = 'sync_id'",
    [table],
  );
  const chosen =
    hasSync.length === 0
      ? ""
      : `where sync_id = (select id from syncs where number = ${Math.trunc(firstSync)})`;
  await database.query(
    `create unlogged table bench_${table} as
      select row_number() over () as bench_row, ${columns} from ${table} ${chosen}`,
  );
  await database.query(`create unique index on bench_${table} (bench_row)`);
  await database.query(`analyze bench_${table}`);
  const { rows } = await database.query<{ count: number }>(`select count(*) from bench_${table}`);
  return { table, columns, rows: rows[0]?.count ?? 0 };
}
