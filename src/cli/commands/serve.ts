import type { Command } from "commander";
import { jsonOutput } from "../client-command.ts";
import { goOnWhenNobodyReads, printJson } from "../output.ts";

/** `muster serve`: pages, API and the work on syncs in one process. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("start the server: pages, API, and the work on syncs")
    .addOption(jsonOutput("print the address as JSON once it listens"))
    .addHelpText(
      "after",
      `
Set up by the environment: DATABASE_URL, MUSTER_DATA_DIR, MUSTER_HOST, MUSTER_PORT, MUSTER_PUBLIC_URL, MUSTER_SECRET,
MUSTER_LOG_LEVEL, MUSTER_SMTP_URL, MUSTER_PRODUCT_NAME, MUSTER_MAX_UPLOAD_BYTES, MUSTER_BOOTSTRAP_WORKSPACE,
MUSTER_BOOTSTRAP_ADMIN_EMAIL, MUSTER_BOOTSTRAP_ADMIN_PASSWORD, MUSTER_BOOTSTRAP_API_KEY, MUSTER_OIDC_ISSUER,
MUSTER_OIDC_CLIENT_ID, MUSTER_OIDC_CLIENT_SECRET, MUSTER_OIDC_LABEL.

Examples:
  muster serve
  MUSTER_PORT=9000 muster serve
  DATABASE_URL=postgres://muster@db/muster MUSTER_SECRET=… muster serve`,
    )
    .action(async (options: { jsonOutput?: boolean }) => {
      const { readConfig } = await import("../../config.ts");
      const { startServer, stopOnSignals } = await import("../../server.ts");
      goOnWhenNobodyReads();
      const quiet = options.jsonOutput ? [() => {}] : [];
      const server = await startServer(readConfig(process.env), ...quiet);
      stopOnSignals(server);
      if (options.jsonOutput) {
        const { url, address, setUpUrl } = server;
        await printJson({ url, address, setUpUrl });
      }
    });
}
