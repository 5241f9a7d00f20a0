import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffPart, diffWords } from "./word-diff.ts";

const write = (parts: DiffPart[] | null) =>
  parts?.map(({ kind, text }) => ({ same: "", removed: "-", added: "+" })[kind] + text) ?? null;

describe("the words that changed", () => {
  test.each([
    ["a b c", "a b c", ["a b c"]],
    ["one two three", "one 2 three", ["one ", "-two", "+2", " three"]],
    ["Leads the team.", "Leads the new team.", ["Leads the ", "+new ", "team."]],
    ["red green blue", "red blue", ["red ", "-green ", "blue"]],
    ["", "new", ["+new"]],
    ["old", "", ["-old"]],
    ["", "", []],
    ["keep this and that", "keep those or that", ["keep ", "-this and", "+those or", " that"]],
    ["Zoé Côté", "Zoé Cote", ["Zoé ", "-Côté", "+Cote"]],
  ])("%j → %j", (before, after, expected) => {
    expect(write(diffWords(before, after))).toEqual(expected);
  });

  test("of texts that have hardly anything in common are not told", () => {
    const words = (from: number) =>
      Array.from({ length: 900 }, (_, at) => `w${from + at}`).join(" ");
    expect(diffWords(words(0), words(5000))).toBeNull();
  });

  test("are few where little of a long text changed", () => {
    const long = Array.from({ length: 3000 }, (_, at) => `word${at}`);
    const changed = long.with(1500, "other");
    expect(write(diffWords(long.join(" "), changed.join(" ")))).toHaveLength(4);
  });

  test("together are both texts", () => {
    const word = fc.constantFrom("a", "b", "c", " ", ",", "é");
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after) ?? [];
        const join = (kind: string) =>
          parts
            .map((part) => (part.kind === "same" || part.kind === kind ? part.text : ""))
            .join("");
        expect(join("removed")).toBe(before);
        expect(join("added")).toBe(after);
      }),
    );
  });
});
