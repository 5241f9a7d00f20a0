import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAUGHTY_STRINGS } from "../../../test/support/naughty-strings.ts";
import {
  cleanEmail,
  cleanIdentifier,
  cleanText,
  cutText,
  exceedsLength,
  isPlainText,
  showRawValue,
} from "./cell-text.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(...NAUGHTY_STRINGS),
);
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

describe("cleanText", () => {
  it.each([
    ["plain text stays", "Ada Lovelace", "Ada Lovelace", false],
    ["outer spaces go", "  Ada ", "Ada", false],
    ["Unicode white space goes", "\u00a0\u2003Ada\u3000\u0085\u2028", "Ada", false],
    ["a byte order mark at the edge goes", "\ufeffAda", "Ada", false],
    ["inner white space stays", "Ada  B.\tLovelace", "Ada  B.\tLovelace", false],
    ["inner line breaks stay", "1 Rue\r\nParis", "1 Rue\r\nParis", false],
    ["decomposed letters are composed", "Zoe\u0308", "Zo\u00eb", false],
    ["empty is no value", "", null, false],
    ["white space alone is no value", " \t\u00a0\r\n", null, false],
    ["NUL is removed", "a\u0000b", "ab", true],
    ["other controls are removed", "a\u0007\u001b\u007f\u009fb", "ab", true],
    ["bidi overrides are removed", "a\u202eb\u2066c", "abc", true],
    ["direction marks stay", "a\u200fb\u200e", "a\u200fb\u200e", false],
    ["unpaired surrogates are removed", "a\ud83db\ude00", "ab", true],
    ["paired surrogates stay", "a\u{1f600}", "a\u{1f600}", false],
    ["joiners stay", "\u{1f469}\u200d\u{1f4bb}", "\u{1f469}\u200d\u{1f4bb}", false],
    ["what is blank once controls are gone is no value", "\u0000 \u0001", null, true],
    ["white space behind a control is trimmed too", "\u0001 Ada", "Ada", true],
    ["composition across a removed control", "e\u0000\u0301", "\u00e9", true],
  ])("%s", (_rule, raw, text, wasUnsafe) => {
    expect(cleanText(raw)).toEqual({ text, wasUnsafe });
  });

  it("never leaves a character that no value may hold, and is stable", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = cleanText(raw);
        if (text === null) return;
        expect(text).not.toMatch(UNSAFE);
        expect(cleanText(text)).toEqual({ text, wasUnsafe: false });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("cleanIdentifier", () => {
  it.each([
    ["case stays", "Ab-1", "Ab-1", false],
    ["outer white space goes", "\u00a0E1\n", "E1", false],
    ["inner spaces stay", "E 1", "E 1", false],
    ["blank is no value", " ", null, false],
    ["a control makes it unusable", "E\u00001", null, true],
    ["a tab inside makes it unusable", "E\t1", null, true],
    ["a line break inside makes it unusable", "E\n1", null, true],
    ["a bidi override makes it unusable", "E\u202e1", null, true],
    ["an unpaired surrogate makes it unusable", "E\udfff", null, true],
  ])("%s", (_rule, raw, text, wasUnsafe) => {
    expect(cleanIdentifier(raw)).toEqual({ text, wasUnsafe });
  });
});

describe("cleanEmail", () => {
  it.each([
    ["ADA@Example.COM", "ada@example.com"],
    [" \u00c9va@example.com\u00a0", "\u00e9va@example.com"],
    ["J\u030c@example.com", "\u01f0@example.com"],
    ["", null],
  ])("%j becomes %j", (raw, text) => {
    expect(cleanEmail(raw).text).toBe(text);
  });

  it("is stable", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = cleanEmail(raw);
        if (text !== null) expect(cleanEmail(text)).toEqual({ text, wasUnsafe: false });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("isPlainText", () => {
  it("is true only of text that normalisation leaves alone", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        if (isPlainText(raw)) expect(raw).toBe(raw.trim().normalize("NFC"));
      }),
    );
    expect(isPlainText("abc ~")).toBe(true);
    expect(isPlainText("")).toBe(false);
  });
});

describe("lengths", () => {
  it.each([
    ["a".repeat(3), 3, false],
    ["a".repeat(4), 3, true],
    ["\u{1f600}".repeat(3), 3, false],
    ["\u{1f600}".repeat(4), 3, true],
    ["a".repeat(7), 3, true],
  ])("%j has more than %i characters: %s", (text, limit, expected) => {
    expect(exceedsLength(text, limit)).toBe(expected);
  });

  it("cuts between characters", () => {
    expect(cutText("a\u{1f600}b", 2)).toBe("a\u{1f600}");
    expect(cutText("ab", 2)).toBe("ab");
  });
});

describe("showRawValue", () => {
  it.each([
    ["a\u0000b", "a\\u0000b"],
    ["\u202eabc", "\\u202eabc"],
    ["\ud800", "\\ud800"],
    [" a ", " a "],
    ["x".repeat(300), "x".repeat(200)],
  ])("%j is shown as %j", (raw, shown) => {
    expect(showRawValue(raw)).toBe(shown);
  });

  it("shows nothing that cannot be stored, in 200 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), anyText, (a, b) => {
        const shown = showRawValue(a + b);
        expect(shown).not.toMatch(UNSAFE);
        expect(exceedsLength(shown, 200)).toBe(false);
      }),
    );
  });
});
