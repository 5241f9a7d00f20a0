import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readServerEvents } from "./server-events.ts";

test("events are read however the stream is cut up, comments left out", async () => {
  const text =
    'event: phase\ndata: {"name":"Zoé"}\n\n: still here\n\ndata: one\r\ndata: two\r\n\r\nevent: end\ndata: {}\n\nevent: cut';
  for (const size of [1, 2, 3, 7, 1000]) {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const found = [];
    for await (const event of readServerEvents(Readable.from(chunks))) found.push(event);
    expect(found).toEqual([
      { event: "phase", data: '{"name":"Zoé"}' },
      { event: "message", data: "one\ntwo" },
      { event: "end", data: "{}" },
    ]);
  }
});
