import { describe, expect, it } from "vitest";
import {
  chunk,
  readCsv,
  readJson,
  refusalOf,
  TEST_PROPERTIES,
} from "../../../test/support/read-input.ts";
import { createInputReader } from "./input-reader.ts";

async function drain(batches: AsyncIterable<unknown>): Promise<void> {
  for await (const _batch of batches);
}

describe("an input reader", () => {
  it("sums up the parts of one push", async () => {
    const reader = createInputReader({ properties: TEST_PROPERTIES });
    const members = "id,email,Badge\nE1,a@x.io,1\n";
    const mappings = "groupId,userId\nT1,E1\nT1,E2\n";
    await drain(reader.readCsv("users", "C:\\temp\\people\u0000.csv", chunk(members)));
    await drain(reader.readCsv("groupsMapping", undefined, chunk(mappings)));
    expect(reader.summary()).toEqual({
      sections: {
        members: { file: "people.csv", rows: 1 },
        teamMappings: { file: "teams-mappings.csv", rows: 2 },
      },
      unknownColumns: [{ section: "members", column: "Badge", nearest: null, line: 1 }],
      bytes: members.length + mappings.length,
    });
  });

  it("refuses two parts of one section, also by two names", async () => {
    const reader = createInputReader({ properties: [] });
    await drain(reader.readCsv("members", undefined, chunk("id,email\n")));
    const refusal = await refusalOf(drain(reader.readCsv("users", undefined, chunk("id,email\n"))));
    expect(refusal).toMatchObject({ code: "duplicate_section", status: 400 });
    expect(refusal.message).toContain('"members" and "users"');
  });

  it("refuses a push without any section", async () => {
    const reader = createInputReader({ properties: [] });
    expect((await refusalOf(Promise.resolve().then(() => reader.summary()))).code).toBe(
      "no_section",
    );
  });

  it.each(["settings", "people"])("refuses a part called %s", async (part) => {
    const refusal = await refusalOf(readCsv("a,b\n", { part }));
    expect(refusal.status).toBe(400);
    expect(refusal.message).toContain(part);
  });

  it("refuses more bytes than allowed, over all parts", async () => {
    const text = "id,email\nE1,a@x.io\n";
    const reader = createInputReader({ properties: [], maxBytes: text.length + 10 });
    await drain(reader.readCsv("members", undefined, chunk(text)));
    const teams = reader.readCsv("teams", "t.csv", chunk("id,name\nT1,A\n"));
    expect(await refusalOf(drain(teams))).toMatchObject({
      code: "input_too_large",
      status: 413,
      errors: [{ file: "t.csv" }],
    });
    expect((await refusalOf(readJson({ members: [] }, { maxBytes: 5 }))).code).toBe(
      "input_too_large",
    );
  });

  it("passes on the error of a connection that breaks", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("id,email\n");
      throw new Error("connection reset");
    }
    const reader = createInputReader({ properties: [] });
    await expect(drain(reader.readCsv("members", undefined, broken()))).rejects.toThrow(
      "connection reset",
    );
    expect(() => reader.summary()).toThrow("no section");
  });
});
