import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunk, refusalOf } from "../../../test/support/read-input.ts";
import { decodeText } from "./decode-text.ts";
import { advancePosition, TEXT_START } from "./text-position.ts";

const MARK = "\ufeff";

function encode(text: string, encoding: "utf-8" | "utf-16le" | "utf-16be"): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

async function decode(bytes: Uint8Array, sliceSize?: number, chunks?: number[]) {
  let text = "";
  for await (const slice of decodeText(chunk(bytes, chunks), "f.csv", sliceSize)) {
    expect(slice.start).toMatchObject(place(text));
    text += slice.text;
  }
  return text;
}

/** The naive way to the same place. A CRLF that is cut in two has ended its line at the CR. */
function place(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

describe("decodeText", () => {
  it.each([
    ["UTF-8", encode("Zoë 😀", "utf-8")],
    ["UTF-8 with byte order mark", encode(`${MARK}Zoë 😀`, "utf-8")],
    ["UTF-16 LE with byte order mark", encode(`${MARK}Zoë 😀`, "utf-16le")],
    ["UTF-16 BE with byte order mark", encode(`${MARK}Zoë 😀`, "utf-16be")],
  ])("reads %s", async (_name, bytes) => {
    expect(await decode(bytes)).toBe("Zoë 😀");
  });

  it.each(["utf-8", "utf-16le", "utf-16be"] as const)(
    "reads any %s text in any chunks and slices",
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é", "年", "😀", MARK, '"', ",") }),
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
          fc.integer({ min: 1, max: 9 }),
          async (text, chunks, sliceSize) => {
            const bytes = encode(MARK + text, encoding);
            expect(await decode(bytes, sliceSize, chunks)).toBe(text);
          },
        ),
      );
    },
  );

  it.each<[string, number[], number, number]>([
    ["a byte that starts nothing", [...Buffer.from("ab\ncd"), 0xff, 0x61], 2, 3],
    ["Latin-1", [...Buffer.from("id,name\r\n1,Zo", "latin1"), 0xeb, 0x0a], 2, 5],
    ["a character cut off at the end", [...Buffer.from("abc"), 0xc3], 1, 4],
    ["a surrogate in UTF-8", [0x61, 0xed, 0xa0, 0x80, 0x61], 1, 2],
    ["an over-long NUL", [0x61, 0x62, 0xc0, 0x80, 0x61], 1, 3],
    ["an unpaired surrogate in UTF-16", [0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00], 1, 2],
    ["half a UTF-16 unit", [0xff, 0xfe, 0x61, 0x00, 0x62], 1, 2],
  ])("refuses %s with its place", async (_name, bytes, line, column) => {
    for (const sliceSize of [1, 2, 3, 64]) {
      const refusal = await refusalOf(decode(Uint8Array.from(bytes), sliceSize));
      expect(refusal).toMatchObject({ code: "unknown_encoding", status: 415 });
      expect(refusal.errors).toEqual([{ file: "f.csv", line, column, message: refusal.message }]);
      expect(refusal.message).toContain("Save it as UTF-8");
    }
  });

  it.each<[string, number[], string]>([
    ["UTF-16 LE without mark", [0x61, 0, 0x62, 0], "UTF-16 without a byte order mark"],
    ["UTF-16 BE without mark", [0, 0x61, 0, 0x62], "UTF-16 without a byte order mark"],
    ["UTF-32 LE", [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], "UTF-32"],
    ["UTF-32 BE", [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61], "UTF-32"],
    ["a workbook", [0x50, 0x4b, 3, 4, 20, 0], "Export it as CSV"],
  ])("refuses %s and says what it is", async (_name, bytes, words) => {
    const refusal = await refusalOf(decode(Uint8Array.from(bytes)));
    expect(refusal.code).toBe("unknown_encoding");
    expect(refusal.message).toContain(words);
  });
});

describe("advancePosition", () => {
  it("counts LF, CR and CRLF once each, wherever the text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", "\n", "\r") }), { maxLength: 8 }),
        (parts) => {
          const end = parts.reduce(advancePosition, TEXT_START);
          expect(end).toMatchObject(place(parts.join("")));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
