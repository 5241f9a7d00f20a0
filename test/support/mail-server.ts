import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A mail server on this machine, and what it was told. */
export interface MailServer {
  port: number;
  /** Every line that a client sent. */
  heard: string[];
  stop(): Promise<void>;
}

/** Just enough of a mail server (RFC 5321): takes every mail, or refuses every recipient. */
export async function startMailServer({ refuse = false } = {}): Promise<MailServer> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inMail = false;
    let rest = "";
    socket.write("220 mail.test\r\n");
    socket.on("data", (data) => {
      const lines = (rest + data.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
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
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
