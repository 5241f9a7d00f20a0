import type { Queryable } from "../../src/db/database.ts";

/** Every row of every table as text, to search for what must not be there. */
export async function dumpDatabase(queryable: Queryable): Promise<string> {
  const { rows: tables } = await queryable.query<{ name: string }>(
    "select format('%I', table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await queryable.query<{ text: string | null }>(
      `select string_agg(t::text, E'\n') as text from ${name} t`,
    );
    texts.push(`== ${name}\n${rows[0]?.text ?? ""}`);
  }
  return texts.join("\n");
}
