import { describe, expect, test } from "vitest";
import { shareDone } from "./share-done.ts";

describe("the share that is done", () => {
  test.each([
    [0, 50, 0],
    [31, 50, 0.62],
    [1, 3, 0.33],
    [999_999, 1_000_000, 0.99],
    [50, 50, 1],
    [51, 50, 1],
  ])("%i of %i is %f", (done, total, share) => {
    expect(shareDone({ done, total })).toBe(share);
  });

  test("is not known while nobody knows how much there is", () => {
    expect(shareDone({ done: 0, total: 0 })).toBeNull();
  });
});
