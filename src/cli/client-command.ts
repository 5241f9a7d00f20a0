import { type Command, InvalidArgumentError, Option } from "commander";

/** The option that every command has. */
export function jsonOutput(description = "print the answer as JSON, for scripts"): Option {
  return new Option("--json-output", description);
}

/** Adds the options of a command that speaks to a server. */
export function withServer(command: Command): Command {
  return withHost(command)
    .option("--key <key>", "API key (default: MUSTER_API_KEY)")
    .option(
      "--workspace <name>",
      "without a key, on the server itself: name or id of the workspace, where there are several",
    );
}

/** Adds the options of a command that only somebody on the server's host may use. */
export function withHost(command: Command): Command {
  return command
    .option("--url <address>", "address of the server (default: MUSTER_URL, http://127.0.0.1:8420)")
    .addOption(jsonOutput());
}

/** Reads a whole number of 1 or more. */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number, 1 or more.");
}

/** Reads the number or id of a sync. */
export function readSyncRef(text: string): string {
  if (/^([1-9]\d{0,8}|syn_\d+)$/.test(text)) return text;
  throw new InvalidArgumentError(
    'It must be the number of a sync, such as 12; "muster syncs" lists them.',
  );
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
