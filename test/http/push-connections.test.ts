import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countStored, pushJson, readStoredInput } from "../support/pushing.ts";
import { startTestApp, type TestApp, testConfig } from "../support/test-app.ts";

const MAX_BYTES = 200_000;
const JSON_URL = "/api/v1/provisioning/json";
const ONE = { members: [{ externalMemberId: "1", email: "ann@example.com" }] };

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ config: testConfig({ maxUploadBytes: MAX_BYTES }) });
});
afterAll(() => test.close());

describe("many pushes at the same moment", () => {
  it("each become one sync with a number of its own and the whole of its rows", async () => {
    const bodies = Array.from({ length: 50 }, (_, index) => ({
      members: Array.from({ length: 40 }, (_, row) => ({
        ...{ externalMemberId: `${index}-${row}`, email: `p${index}-${row}@example.com` },
      })),
    }));
    const syncs = await Promise.all(bodies.map((body) => pushJson(test, body)));
    const numbers = syncs.map((sync) => sync.number).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.at(-1)! - numbers[0]!).toBe(49);
    for (const [index, sync] of syncs.entries()) {
      const [chunk] = await readStoredInput(test, sync);
      expect(chunk?.external_ids).toEqual(
        bodies[index]!.members.map((row) => row.externalMemberId),
      );
    }
  });
});

describe("over a real connection", () => {
  let port: number;
  beforeAll(async () => {
    await test.app.listen({ host: "127.0.0.1", port: 0 });
    port = (test.app.server.address() as { port: number }).port;
  });

  async function send(body: string, headers: string[], options: { end: boolean }): Promise<string> {
    const socket = connect(port, "127.0.0.1");
    const head = [
      ...[
        `POST ${JSON_URL} HTTP/1.1`,
        "Host: x",
        `Authorization: Bearer ${test.workspace.keys.push}`,
      ],
      ...["Content-Type: application/json", "Connection: close", ...headers],
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
    let text = "";
    socket.on("data", (data) => {
      text += data.toString();
    });
    if (options.end) setTimeout(() => socket.destroy(), 300);
    await once(socket, "close");
    return text;
  }

  it("leaves nothing of an upload whose sender went away, and frees its key", async () => {
    const key = createHash("sha256").update(randomUUID()).digest("hex");
    const before = await countStored(test);
    const text = JSON.stringify(ONE);
    await send(text.slice(0, -1), [`Content-Length: ${text.length}`, `Idempotency-Key: ${key}`], {
      end: true,
    });
    for (let tries = 0; tries < 100; tries++) {
      if (JSON.stringify(await countStored(test)) === JSON.stringify(before)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await countStored(test)).toEqual(before);
    expect(
      (await test.call("POST", JSON_URL, { body: ONE, headers: { "idempotency-key": key } }))
        .statusCode,
    ).toBe(202);
  });

  it("answers a refusal while the sender still sends", async () => {
    const rest = "x".repeat(MAX_BYTES / 2);
    const answer = await send(`{"people": [${rest}`, [`Content-Length: ${rest.length + 12}`], {
      end: false,
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("unknown_section");
  });
});
