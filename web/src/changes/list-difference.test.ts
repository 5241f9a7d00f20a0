import { expect, test } from "vitest";
import { takeOff } from "./list-difference.ts";

test.each([
  [["a", "b"], ["b", "c"], ["a"]],
  [["a", "a"], ["a"], ["a"]],
  [["a"], ["a", "a"], []],
  [[], ["a"], []],
])("%j without %j is %j", (from, those, expected) => {
  const left = takeOff(from, those);
  expect(left.map(({ value }) => value)).toEqual(expected);
  expect(new Set(left.map(({ key }) => key)).size).toBe(left.length);
});
