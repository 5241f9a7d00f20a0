import { describe, expect, it } from "vitest";
import { isCalendarDate, isEmailAddress, isLanguageCode, parseFlag } from "./value-formats.ts";

describe("isEmailAddress", () => {
  it.each([
    "ada@example.com",
    "ada.b+tag@mail.example.co.uk",
    "o'brien@example.com",
    "_@a.io",
    "1@2.com",
    "josé@exámple.fr",
    "ada@xn--bcher-kva.example",
    "ada@1and1.com",
    "a@b-c.de",
  ])("takes %s", (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    "",
    "ada",
    "@example.com",
    "ada@",
    "ada@example",
    "ada@@example.com",
    "a@b@example.com",
    "ada lovelace@example.com",
    "ada@exam ple.com",
    "ada\u00a0b@example.com",
    "ada@example..com",
    "ada@.example.com",
    "ada@example.com.",
    "ada@-example.com",
    "ada@example-.com",
    "ada@exa_mple.com",
    "ada@192.168.0.1",
    "ada@[192.168.0.1]",
    "<ada@example.com>",
    "a,b@example.com",
    "a;b@example.com",
    "ada@example.com,bob@example.com",
    "mailto:ada@example.com",
  ])("refuses %j", (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  it("takes time in proportion to the length only", () => {
    expect(isEmailAddress(`a@${"a.".repeat(200_000)}`)).toBe(false);
    expect(isEmailAddress("a".repeat(1_000_000))).toBe(false);
  });
});

describe("isCalendarDate", () => {
  it.each(["2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"])("takes %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-00-10",
    "2024-13-01",
    "2024-01-00",
    "2024-01-32",
    "0000-01-01",
    "2024-1-1",
    "24-01-01",
    "01/02/2024",
    "2024-01-01T00:00:00Z",
    "2024-01-01\n",
    "\u0662\u0660\u0662\u0664-01-01",
  ])("refuses %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

describe("isLanguageCode", () => {
  it.each(["fr", "FR", "fr-CA", "fr_CA", "zh-Hant-TW", "es-419", "fil"])("takes %s", (text) => {
    expect(isLanguageCode(text)).toBe(true);
  });

  it.each(["f", "French", "fr,en", "fr;en", "fr-", "fr-C", "12", "français"])(
    "refuses %s",
    (text) => {
      expect(isLanguageCode(text)).toBe(false);
    },
  );
});

describe("parseFlag", () => {
  it.each([
    ["true", true],
    ["TRUE", true],
    ["1", true],
    ["Yes", true],
    ["false", false],
    ["False", false],
    ["0", false],
    ["NO", false],
    ["y", undefined],
    ["2", undefined],
    ["oui", undefined],
  ])("%s is %s", (text, expected) => {
    expect(parseFlag(text)).toBe(expected);
  });
});
