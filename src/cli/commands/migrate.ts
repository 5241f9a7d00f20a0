import type { Command } from "commander";
import { jsonOutput } from "../client-command.ts";
import { print, printJson } from "../output.ts";

/** `muster migrate`: brings the schema up to date and ends. */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database's schema up to date, as every start of a server does")
    .addOption(jsonOutput())
    .addHelpText(
      "after",
      `
Examples:
  muster migrate
  DATABASE_URL=postgres://muster@db/muster MUSTER_SECRET=… muster migrate`,
    )
    .action(async (options: { jsonOutput?: boolean }) => {
      const { readConfig } = await import("../../config.ts");
      const { openDatabase } = await import("../../db/database.ts");
      const { migrate } = await import("../../db/migrate.ts");
      const { databaseUrl, dataDir } = readConfig(process.env);
      const database = await openDatabase({ url: databaseUrl, dataDir });
      try {
        const applied = await migrate(database);
        if (options.jsonOutput) await printJson({ applied });
        else if (applied === 0) await print("The schema is current.");
        else await print(`The schema is current; ${applied} migrations were applied.`);
      } finally {
        await database.close();
      }
    });
}
