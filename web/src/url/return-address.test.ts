import { expect, test } from "vitest";
import { readReturnAddress } from "./return-address.ts";

const origin = "http://muster.test";

test.each([["/syncs/31?tab=issues&q=a#row"], ["/users"]])(
  "goes on to a path of this server: %s",
  (address) => {
    expect(readReturnAddress(address, origin)).toBe(address);
  },
);

test.each([
  undefined,
  "",
  "syncs",
  "//evil.test/syncs",
  "/\\evil.test",
  "/\t/evil.test",
  "https://evil.test/",
  "javascript:alert(1)",
  "/sign-in?return=/syncs",
  "/setup",
])("goes nowhere else: %s", (address) => {
  expect(readReturnAddress(address, origin)).toBe("/");
});
