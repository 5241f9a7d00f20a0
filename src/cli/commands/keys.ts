import { type Command, InvalidArgumentError, Option } from "commander";
import type { Static } from "typebox";
import type { ApiKey, IssuedApiKey } from "../../contract/api-key.ts";
import { Client, type ClientOptions } from "../client.ts";
import { withServer } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { formatTable } from "../text/table.ts";
import { formatTime } from "../text/words.ts";

const COLUMNS = [
  ...[{ title: "Id" }, { title: "Name", most: 40 }, { title: "Scope" }, { title: "Ends in" }],
  ...[{ title: "Created (UTC)" }, { title: "Expires (UTC)" }, { title: "Last used (UTC)" }],
];

/** `muster keys`: API keys of a workspace. */
export function addKeys(program: Command): void {
  const keys = program.command("keys").description("list, create and revoke API keys");
  keys.addHelpText(
    "after",
    `
Examples:
  muster keys list
  muster keys create "Nightly export" --scope push
  muster keys revoke key_7`,
  );
  addList(keys);
  addCreate(keys);
  addRevoke(keys);
}

function addList(keys: Command): void {
  withServer(keys.command("list").description("list the API keys, newest first"))
    .addHelpText("after", "\nExample:\n  muster keys list")
    .action(async (options: ClientOptions) => {
      const client = new Client(options);
      const items: ApiKey[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: ApiKey[]; nextCursor: string | null } = await client.get(
          "/api/v1/api-keys",
          { limit: 200, cursor: cursor ?? undefined },
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      if (options.jsonOutput) await printJson({ items });
      else if (items.length === 0) await print("There are no API keys.");
      else await print(...formatTable(COLUMNS, items.map(rowOf)));
    });
}

function rowOf(key: ApiKey): string[] {
  return [
    ...[key.id, key.name, key.scope, key.lastFour, formatTime(key.createdAt)],
    ...[key.expiresAt === null ? "never" : formatTime(key.expiresAt)],
    ...[key.lastUsedAt === null ? "never" : formatTime(key.lastUsedAt)],
  ];
}

function addCreate(keys: Command): void {
  withServer(
    keys
      .command("create")
      .description("make an API key; it is shown this once")
      .argument("<name>", "what the key is for")
      .addOption(
        new Option("--scope <scope>", "what it may do")
          .choices(["read", "push", "read_write"])
          .default("push"),
      )
      .option("--expires <day>", "last day it works, such as 2027-06-30", readDay),
  )
    .addHelpText("after", '\nExample:\n  muster keys create "Nightly export" --scope push')
    .action(
      async (
        name: string,
        { scope, expires, ...options }: ClientOptions & { scope: string; expires?: string },
      ) => {
        const body = { name, scope, ...(expires === undefined ? {} : { expiresAt: expires }) };
        const made = await new Client(options).post<Static<typeof IssuedApiKey>>(
          "/api/v1/api-keys",
          body,
        );
        if (options.jsonOutput) await printJson(made);
        else await print(made.key, "Keep it now: it cannot be shown again.");
      },
    );
}

/** The end of a day in UTC, as the day is the last on which the key works. */
function readDay(text: string): string {
  const time = new Date(`${text}T23:59:59Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new InvalidArgumentError("It must be a day such as 2027-06-30.");
}

function addRevoke(keys: Command): void {
  withServer(
    keys
      .command("revoke")
      .description("revoke an API key at once")
      .argument("<id>", "id of the key, such as key_7"),
  )
    .addHelpText("after", "\nExample:\n  muster keys revoke key_7")
    .action(async (id: string, options: ClientOptions) => {
      await new Client(options).delete(`/api/v1/api-keys/${encodeURIComponent(id)}`);
      if (options.jsonOutput) await printJson({ revoked: id });
      else await print(`The key ${id} is revoked.`);
    });
}
