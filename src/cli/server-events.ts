import type { Readable } from "node:stream";

export interface ServerEvent {
  event: string;
  data: string;
}

/** Reads a stream of server-sent events (HTML, "Server-sent events"); comments and other fields are left out. */
export async function* readServerEvents(stream: Readable): AsyncGenerator<ServerEvent> {
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of stream) {
    rest += chunk;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = block.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line));
      const valuesOf = (name: string) =>
        fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ""] : []));
      const data = valuesOf("data");
      if (data.length > 0)
        yield { event: valuesOf("event").at(-1) ?? "message", data: data.join("\n") };
    }
  }
}
