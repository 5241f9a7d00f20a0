import type { Command } from "commander";
import type { Static } from "typebox";
import type { RecoveryAnswer } from "../../contract/host.ts";
import { Client, type ClientOptions } from "../client.ts";
import { withHost } from "../client-command.ts";
import { print, printJson } from "../output.ts";
import { hostOnly } from "./workspaces.ts";

/** `muster recover`: lets an admin in who cannot sign in. */
export function addRecover(program: Command): void {
  withHost(
    program
      .command("recover")
      .description("make a one-time link for an admin who cannot sign in, on the server itself")
      .argument("<email>", "email of the admin's account"),
  )
    .addHelpText("after", "\nExample:\n  muster recover ada@example.com")
    .action(async (email: string, options: ClientOptions) => {
      const client = new Client(options, hostOnly());
      const answer = await client.post<Static<typeof RecoveryAnswer>>(
        "/api/v1/host/recovery-links",
        {
          email,
        },
      );
      const link = new URL(answer.link, client.origin).href;
      if (options.jsonOutput) await printJson({ link });
      else await print(`A new password can be set with this link, once: ${link}`);
    });
}
