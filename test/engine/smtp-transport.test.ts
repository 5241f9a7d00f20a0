import { afterEach, describe, expect, it } from "vitest";
import { openSmtpTransport } from "../../src/engine/smtp-transport.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";

describe("the SMTP transport", () => {
  let server: MailServer | undefined;
  afterEach(() => server?.stop());
  const mail = {
    to: { name: "Zoé", address: "zoe@example.com" },
    subject: "Hello",
    text: "A link",
  };

  it("sends from the address that the URL names", async () => {
    server = await startMailServer();
    const { heard, port } = server;
    const transport = openSmtpTransport(`smtp://127.0.0.1:${port}?from=team@crew.test`, "Crew");
    await transport.send(mail);
    transport.close();
    expect(heard).toContain("MAIL FROM:<team@crew.test>");
    expect(heard).toContain("RCPT TO:<zoe@example.com>");
    expect(heard).toContain("From: Crew <team@crew.test>");
    expect(heard).toContain("A link");
    // So that nobody's absence note answers.
    expect(heard).toContain("Auto-Submitted: auto-generated");
  });

  it("tells a refused address by code", async () => {
    server = await startMailServer({ refuse: true });
    const { heard, port } = server;
    const transport = openSmtpTransport(`smtp://127.0.0.1:${port}`, "Crew");
    await expect(transport.send(mail)).rejects.toMatchObject({
      code: "EENVELOPE",
      responseCode: 550,
    });
    transport.close();
    expect(heard).toContain("MAIL FROM:<no-reply@127.0.0.1>");
  });
});
