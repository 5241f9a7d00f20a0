import type { PlanScope } from "./scope.ts";

/** Blocks of a table that are handed over at once: some ten thousand people. */
const BLOCKS = 250;

const COLUMNS = ["id", "external_id", "email", "name", "sort_name", "gone"] as const;

/**
 * Copies `people` from the transaction that has found them out to another one, piece by piece, so that only one piece
 * is in memory here. What is left out, planning teams does not ask for.
 */
export async function handPeopleOver(from: PlanScope, to: PlanScope): Promise<void> {
  await to.transaction.query(
    `create temp table people (id bigint, external_id text, email text, name text, sort_name text, gone boolean)
       on commit drop`,
  );
  let taking: Promise<unknown> = Promise.resolve();
  for await (const piece of readPieces(from)) {
    await taking;
    // The next piece is read while this one is taken.
    taking = to.transaction.query(
      `insert into people select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
      piece,
    );
    taking.catch(() => {});
  }
  await taking;
}

/** The columns of one piece after the other, each as the text of an array, which nobody here has to look into. */
async function* readPieces({ transaction }: PlanScope): AsyncGenerator<string[]> {
  const { rows } = await transaction.query<{ blocks: number }>(
    `select pg_relation_size('pg_temp.people') / current_setting('block_size')::int as blocks`,
  );
  const arrays = COLUMNS.map((column) => `array_agg(${column})::text as ${column}`).join(", ");
  for (let block = 0; block < rows[0]!.blocks; block += BLOCKS) {
    const piece = await transaction.query<Record<(typeof COLUMNS)[number], string | null>>(
      `select ${arrays} from people where ctid >= $1::tid and ctid < $2::tid`,
      [`(${block},0)`, `(${block + BLOCKS},0)`],
    );
    const columns = COLUMNS.map((column) => piece.rows[0]![column]);
    if (columns.every((column) => column !== null)) yield columns;
  }
}

/** Adds the issues that another transaction has drafted to this one's. */
export async function handDraftsOver(from: PlanScope, to: PlanScope): Promise<void> {
  const name = "drafts_to_hand_over";
  await from.transaction.query(`declare ${name} no scroll cursor for select * from issue_drafts`);
  for (;;) {
    const { rows } = await from.transaction.query(`fetch 2000 from ${name}`);
    if (rows.length === 0) break;
    await to.transaction.query(
      `insert into issue_drafts select * from jsonb_populate_recordset(null::issue_drafts, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await from.transaction.query(`close ${name}`);
}
