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

  it("fold names for search: case and accents off", async () => {
    const { rows } = await database.query("select fold('Élodie ÇA Nguyễn') as folded");
    expect(rows[0]).toEqual({ folded: "elodie ca nguyen" });
  });
});
