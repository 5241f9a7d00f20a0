import { describe, expect, it } from "vitest";
import { readCursor, readTexts, readTime, readValues, writeCursor } from "./read-values.ts";

describe("values of a query", () => {
  it("are alternatives, repeated or joined by commas", () => {
    expect(readTexts(["a,b", "c", "a", ""])).toEqual(["a", "b", "c"]);
    expect(readTexts([""])).toBeUndefined();
    expect(readTexts(undefined)).toBeUndefined();
  });

  it("refuses a value that is none of the list", () => {
    expect(readValues("kind", ["issue"], ["issue", "update"])).toEqual(["issue"]);
    expect(() => readValues("kind", ["issues"], ["issue", "update"])).toThrow(
      "kind must be one of issue, update",
    );
  });

  it("includes a day to its end", () => {
    expect(readTime("from", "2026-11-01")?.toISOString()).toBe("2026-11-01T00:00:00.000Z");
    expect(readTime("to", "2026-11-01", "end")?.toISOString()).toBe("2026-11-02T00:00:00.000Z");
    expect(readTime("to", "2026-11-01T08:00:00+02:00", "end")?.toISOString()).toBe(
      "2026-11-01T06:00:00.001Z",
    );
    for (const wrong of ["yesterday", "2026-13-01", "2026-11-01T25:00:00Z", "1"]) {
      expect(() => readTime("from", wrong)).toThrow("must be a time");
    }
  });

  it("reads back the cursor it wrote, and no other", () => {
    expect(readCursor(writeCursor(812345))).toBe(812345);
    expect(readCursor(undefined)).toBeNull();
    for (const wrong of ["", "abc", "MTIz", "n5"])
      expect(() => readCursor(wrong)).toThrow("cursor");
  });
});
