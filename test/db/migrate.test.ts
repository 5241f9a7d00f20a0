import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { isMigrated, migrate, readMigrations, SchemaTooNewError } from "../../src/db/migrate.ts";
import { openTestDatabase } from "../support/test-database.ts";

describe("migrations", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it("are applied once, also by ten starts at once", async () => {
    const counts = await Promise.all(Array.from({ length: 10 }, () => migrate(database)));
    expect(counts).toEqual(Array(10).fill(0));
    expect(await isMigrated(database)).toBe(true);
  });

  it("refuse a schema that is newer than the program", async () => {
    const older = readMigrations().slice(0, -1);
    await expect(migrate(database, older)).rejects.toThrow(SchemaTooNewError);
  });

  it("count as sensitive what was deleted as such before that was remembered", async () => {
    const { rows } = await database.query<{ id: number }>(
      "insert into workspaces (name, products) values ('Old', '{}') returning id",
    );
    const workspace = rows[0]!.id;
    await database.query(
      `insert into audit (workspace_id, actor_kind, actor_name, action, target_type, target_id, target_name, after)
       select $1, 'system', 'test', action, 'property', key, label, after::jsonb from (values
         ('property_created', 'salary', 'Salary', '{"sensitive": true}'),
         ('property_deleted', 'salary', 'Salary', null),
         ('property_created', 'salary', 'Pay', '{"sensitive": true}'),
         ('property_updated', 'salary', 'Pay (EUR)', '{"label": "Pay (EUR)"}'),
         ('property_deleted', 'salary', 'Pay (EUR)', null),
         ('property_created', 'shoes', 'Shoes', '{"sensitive": true}'),
         ('property_updated', 'shoes', 'Shoes', '{"sensitive": false}'),
         ('property_deleted', 'shoes', 'Shoes', null),
         ('property_created', 'badge', 'Badge', '{"sensitive": false}'),
         ('property_updated', 'badge', 'Badge', '{"sensitive": true}'),
         ('property_deleted', 'badge', 'Badge', null),
         ('property_created', 'grade', 'Grade', '{"sensitive": true}')) as told (action, key, label, after)`,
      [workspace],
    );
    await database.query("drop table deleted_sensitive_properties");
    await database.query(readMigrations().find(({ version }) => version === 11)!.sql);
    const { rows: kept } = await database.query(
      "select key, label from deleted_sensitive_properties where workspace_id = $1 order by key",
      [workspace],
    );
    expect(kept).toEqual([
      { key: "badge", label: "Badge" },
      { key: "salary", label: "Pay (EUR)" },
    ]);
  });

  it("fold names for search: case and accents off", async () => {
    const { rows } = await database.query("select fold('Élodie ÇA Nguyễn') as folded");
    expect(rows[0]).toEqual({ folded: "elodie ca nguyen" });
  });
});
