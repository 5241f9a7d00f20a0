import { createTransport } from "nodemailer";
import type { MailTransport } from "./deliver-mail.ts";

/** Keeps absence notes and other automatic answers away (RFC 3834; the second is what Exchange heeds). */
const HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

/**
 * A transport to the server that `MUSTER_SMTP_URL` names. The sender is the address in `?from=`, else the user name
 * where that is an address, else `no-reply` at the server's host.
 */
export function openSmtpTransport(
  smtpUrl: string,
  productName: string,
): MailTransport & { close(): void } {
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  const from =
    url.searchParams.get("from") ?? (user.includes("@") ? user : `no-reply@${url.hostname}`);
  url.searchParams.delete("from");
  const transport = createTransport(url.href, {
    from: { name: productName, address: from },
    headers: HEADERS,
  });
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}
