import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, withTransaction } from "../../src/db/database.ts";
import { openTestDatabase } from "../support/test-database.ts";

describe("the database", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.query(
      "create table notes (id bigint generated always as identity primary key, text text)",
    );
  });
  afterAll(() => database.close());

  it("gives every caller the answer to its own question, whatever the others ask at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, number) => {
        const id = await withTransaction(database, async (transaction) => {
          const { rows } = await transaction.query<{ id: number }>(
            "insert into notes (text) values ($1) returning id",
            [`note ${number}`],
          );
          return rows[0]!.id;
        });
        const [note, echo] = await Promise.all([
          database.query<{ text: string }>("select text from notes where id = $1", [id]),
          database.query<{ echo: number }>("select $1::int + 1 as echo", [number]),
        ]);
        return [note.rows[0]?.text, echo.rows[0]?.echo];
      }),
    );
    expect(answers).toEqual(answers.map((_, number) => [`note ${number}`, number + 1]));
  });

  it("takes back a transaction that fails", async () => {
    const failing = withTransaction(database, async (transaction) => {
      await transaction.query("insert into notes (text) values ('never')");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const { rows } = await database.query("select from notes where text = 'never'");
    expect(rows).toHaveLength(0);
  });
});
