import { expect, test } from "vitest";
import { guessSectionOf, inspectHead, SHOWN_ROWS } from "./inspect-file.ts";
import { type Head, readHead } from "./read-head.ts";

type Content = string | Uint8Array<ArrayBuffer>;
const bytes = (...values: number[]) => new Uint8Array(values);
function utf16(text: string, isBig = false): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
}
const fileOf = (content: Content) => new Blob([content]);
async function headOf(content: Content, most?: number): Promise<Head> {
  const head = await readHead(fileOf(content), most);
  if ("fault" in head) throw new Error(head.fault);
  return head;
}
const faultOf = async (content: Content) => {
  const head = await readHead(fileOf(content));
  return "fault" in head ? head.fault : null;
};

test("text is read as the server reads it", async () => {
  expect(await headOf("\ufeffid\n1")).toEqual({ encoding: "utf-8", text: "id\n1", isWhole: true });
  expect((await headOf(utf16("\ufeffid;é"))).text).toBe("id;é");
  expect((await headOf(utf16("\ufeffid", true))).encoding).toBe("utf-16be");
  // Cut within the two bytes of é.
  expect(await headOf("id\né", 4)).toEqual({ encoding: "utf-8", text: "id\n", isWhole: false });
});

test("what is no text, or nothing, is told apart", async () => {
  expect(await faultOf("")).toBe("empty");
  expect(await faultOf("\ufeff \r\n")).toBe("empty");
  expect(await faultOf(bytes(0x50, 0x4b, 3, 4, 20))).toBe("workbook");
  expect(await faultOf(bytes(0x69, 0x64, 0x0a, 0xe9))).toBe("unknown_encoding");
  expect(await faultOf(utf16("id"))).toBe("unknown_encoding");
});

test("separator, columns, first rows and their number are found", async () => {
  const rows = Array.from({ length: 30 }, (_, n) => `${n};"a;${n}\r\nb";x`).join("\r\n");
  const head = await headOf(`\r\nid;EMAIL;Hobby\r\n${rows}\r\n`);
  const found = await inspectHead(head, "members", []);
  expect(found.delimiter).toBe(";");
  expect(found.columns.map(({ field }) => field)).toEqual(["externalMemberId", "email", null]);
  expect(found.missing).toEqual([]);
  expect(found.rowCount).toBe(30);
  expect(found.rows).toHaveLength(SHOWN_ROWS);
  expect(found.rows[3]).toEqual(["3", "a;3\r\nb", "x"]);
  expect(await guessSectionOf("people.csv", head, [])).toBe("members");
});

test("a row that is cut off is not shown", async () => {
  const head = await headOf("id,email\n1,a@example.com\n2,bb@example.com", 30);
  const found = await inspectHead(head, "members", []);
  expect(found.rows).toEqual([["1", "a@example.com"]]);
  expect(found.rowCount).toBeNull();
});
