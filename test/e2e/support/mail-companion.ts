import { type MailServer, startMailServer } from "../../support/mail-server.ts";
import type { Companion } from "./test-server.ts";

/** A mail server, and a server that sends by it. */
export async function startMailCompanion(): Promise<Companion & Pick<MailServer, "heard">> {
  const { port, heard, stop } = await startMailServer();
  return {
    env: { MUSTER_SMTP_URL: `smtp://127.0.0.1:${port}?from=muster@northwind.example` },
    // No page talks to it.
    origin: "null",
    ...{ heard, stop },
  };
}
