import { expect, test } from "vitest";
import { formatSize } from "./format-size.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1500, "1.5 kB"],
  [412_300, "412 kB"],
  [999_999, "1 MB"],
  [1_073_741_824, "1.1 GB"],
  [5_000_000_000_000, "5,000 GB"],
])("%d bytes are %s", (bytes, said) => {
  expect(formatSize(bytes, "en")).toBe(said);
});

test("French has its own units", () => {
  expect(formatSize(1500, "fr")).toMatch(/^1,5\sko$/);
});
