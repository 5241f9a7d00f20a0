import { expect, it } from "vitest";
import { readLinkToken } from "./link-token.ts";

it.each([
  ["#token=abc-_1", "abc-_1"],
  ["#token=", null],
  ["#other=1", null],
  ["", null],
])("the token of the link %j is %j", (hash, token) => {
  expect(readLinkToken(hash)).toBe(token);
});
