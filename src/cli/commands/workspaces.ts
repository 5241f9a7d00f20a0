import type { Command } from "commander";
import type { Static } from "typebox";
import type { HostWorkspaceList, NewHostWorkspaceAnswer } from "../../contract/host.ts";
import { Client, type ClientOptions } from "../client.ts";
import { withHost } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { formatTable } from "../text/table.ts";

const PATH = "/api/v1/host/workspaces";

/** `muster workspaces`: only on the server's host. */
export function addWorkspaces(program: Command): void {
  const workspaces = program
    .command("workspaces")
    .description("list and create workspaces, on the server itself");
  workspaces.addHelpText(
    "after",
    `
Examples:
  muster workspaces list
  muster workspaces create "Northwind" --admin-email ada@example.com`,
  );
  withHost(workspaces.command("list").description("list the workspaces, oldest first"))
    .addHelpText("after", "\nExample:\n  muster workspaces list")
    .action(async (options: ClientOptions) => {
      const answer = await new Client(options, hostOnly()).get<Static<typeof HostWorkspaceList>>(
        PATH,
      );
      if (options.jsonOutput) return printJson({ items: answer.items });
      if (answer.items.length === 0) return print("There are no workspaces yet.");
      const rows = answer.items.map(({ id, name }) => [id, name]);
      return print(...formatTable([{ title: "Id" }, { title: "Name" }], rows));
    });
  withHost(
    workspaces
      .command("create")
      .description("make a workspace")
      .argument("<name>", "name of the workspace")
      .option("--admin-email <email>", "who administers it"),
  )
    .addHelpText(
      "after",
      '\nExample:\n  muster workspaces create "Northwind" --admin-email ada@example.com',
    )
    .action(
      async (name: string, { adminEmail, ...options }: ClientOptions & { adminEmail?: string }) => {
        const client = new Client(options, hostOnly());
        const body = { name, ...(adminEmail === undefined ? {} : { adminEmail }) };
        const { workspace, link } = await client.post<Static<typeof NewHostWorkspaceAnswer>>(
          PATH,
          body,
        );
        const url = link === null ? null : new URL(link, client.origin).href;
        if (options.jsonOutput) return printJson({ workspace, link: url });
        await print(`The workspace ${workspace.name} is made (${workspace.id}).`);
        if (url !== null) await print(`${adminEmail} sets a password with this link, once: ${url}`);
      },
    );
}

/** The environment without the key: a key opens none of this, being on the host does. */
export function hostOnly(): Record<string, string | undefined> {
  return { ...process.env, MUSTER_API_KEY: undefined };
}
