import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openSmtpTransport } from "../../src/engine/smtp-transport.ts";

/** Just enough of a mail server (RFC 5321): takes every mail, or refuses every recipient. */
async function startMailServer(
  refuse: boolean,
): Promise<{ server: Server; heard: string[]; port: number }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inMail = false;
    socket.write("220 mail.test\r\n");
    socket.on("data", (data) => {
      for (const line of data.toString("utf8").split("\r\n").slice(0, -1)) {
        heard.push(line);
        if (inMail) {
          if (line === ".") socket.write("250 taken\r\n");
          inMail &&= line !== ".";
        } else if (line.startsWith("RCPT") && refuse) socket.write("550 no such user\r\n");
        else if (line === "DATA") {
          inMail = true;
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      }
    });
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, heard, port: (server.address() as AddressInfo).port };
}

describe("the SMTP transport", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const mail = {
    to: { name: "Zoé", address: "zoe@example.com" },
    subject: "Hello",
    text: "A link",
  };

  it("sends from the address that the URL names", async () => {
    const started = await startMailServer(false);
    server = started.server;
    const transport = openSmtpTransport(
      `smtp://127.0.0.1:${started.port}?from=team@crew.test`,
      "Crew",
    );
    await transport.send(mail);
    transport.close();
    expect(started.heard).toContain("MAIL FROM:<team@crew.test>");
    expect(started.heard).toContain("RCPT TO:<zoe@example.com>");
    expect(started.heard).toContain("From: Crew <team@crew.test>");
    expect(started.heard).toContain("A link");
  });

  it("tells a refused address by code", async () => {
    const started = await startMailServer(true);
    server = started.server;
    const transport = openSmtpTransport(`smtp://127.0.0.1:${started.port}`, "Crew");
    await expect(transport.send(mail)).rejects.toMatchObject({
      code: "EENVELOPE",
      responseCode: 550,
    });
    transport.close();
    expect(started.heard).toContain("MAIL FROM:<no-reply@127.0.0.1>");
  });
});
