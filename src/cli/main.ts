import { Command, CommanderError } from "commander";
import { addApprove, addCancel, addReject } from "./commands/decide.ts";
import { addDemo } from "./commands/demo.ts";
import { addKeys } from "./commands/keys.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addPush } from "./commands/push.ts";
import { addRecover } from "./commands/recover.ts";
import { addReport } from "./commands/report.ts";
import { addRerun } from "./commands/rerun.ts";
import { addServe } from "./commands/serve.ts";
import { addSyncs } from "./commands/syncs.ts";
import { addWorker } from "./commands/worker.ts";
import { addWorkspaces } from "./commands/workspaces.ts";
import { EXIT } from "./exit-codes.ts";
import { describeError, Failure } from "./failure.ts";
import { endWhenNobodyReads, tell } from "./output.ts";
import { readVersion } from "./version.ts";

/** Every command, in the order that the help shows. */
const COMMANDS = [
  ...[addServe, addWorker, addMigrate, addDemo],
  ...[addPush, addSyncs, addReport, addApprove, addReject, addCancel, addRerun],
  ...[addKeys, addWorkspaces, addRecover],
];

/** Runs one command. Sets the exit code and lets the process end by itself, so that no output is cut off. */
export async function main(args: readonly string[]): Promise<void> {
  endWhenNobodyReads();
  const program = new Command("muster")
    .description("User provisioning that shows what happened.")
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help for a command")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("Try --help.")
    .exitOverride();
  for (const add of COMMANDS) add(program);
  inheritSettings(program);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = report(error, args.includes("--json-output"));
  }
}

const EXIT_CODES = `
Commands that speak to a server take --url (or MUSTER_URL) and --key (or MUSTER_API_KEY). On the server itself no key
is needed.

Exit codes: 0 done, 1 failed, 2 used wrongly. For a sync that was waited for: 0 done without issues, 3 done with issues,
4 waits for approval, 5 rejected, 1 failed.`;

/** Commands are made by name, so that they do not take these settings over by themselves. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    command.helpOption("-h, --help", "show this help");
    inheritSettings(command);
  }
}

/** Says why a command stopped, on standard error; answers the exit code. */
function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) {
    // It has printed the help, the version or what is wrong already.
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  const { message, exitCode } = describeError(error);
  if (json) {
    const problem = error instanceof Failure ? error.problem : null;
    tell(JSON.stringify({ error: problem ?? { code: "failed", detail: message } }, null, 2));
  } else {
    tell(message);
  }
  return exitCode;
}
