import { expect, test } from "vitest";
import { findChromium, NO_CHROMIUM } from "./support/find-chromium.ts";

test("there is a Chromium for the browser tests", ({ skip }) => {
  const found = findChromium();
  if (found === null && process.env.CI !== "true") {
    console.warn(`${NO_CHROMIUM} They are skipped.`);
    skip(NO_CHROMIUM);
  }
  expect(found, NO_CHROMIUM).not.toBeNull();
});

test("it is the one that is named, else the first on the path", () => {
  expect(findChromium({ MUSTER_TEST_CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(findChromium({ PATH: "/nowhere" })).toBeNull();
  expect(() => findChromium({ MUSTER_TEST_CHROMIUM: "/nowhere/chromium" })).toThrow("/nowhere");
});
