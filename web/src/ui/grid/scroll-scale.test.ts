import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createScale,
  furthestPosition,
  furthestTop,
  isScaled,
  TALLEST_TRACK,
  toPosition,
  toTop,
} from "./scroll-scale.ts";

const rowsOf = (rows: number, view = 600, pixelRatio = 1) =>
  createScale(rows * 40, view, pixelRatio);
const anyScale = fc
  .tuple(
    fc.integer({ min: 0, max: 50_000_000 }),
    fc.integer({ min: 0, max: 4000 }),
    fc.constantFrom(0.5, 1, 1.25, 2, 6, 15),
  )
  .map(([rows, view, pixelRatio]) => rowsOf(rows, view, pixelRatio));

describe("the scale", () => {
  test("is one to one as long as browsers can do it", () => {
    expect(isScaled(rowsOf(200_000))).toBe(false);
    expect(isScaled(rowsOf(200_001))).toBe(true);
    expect(toPosition(rowsOf(10_000), 1234.5)).toBe(1234.5);
  });

  test("stays below the cap of browsers in device pixels", () => {
    expect(rowsOf(1_000_000).track).toBe(TALLEST_TRACK);
    for (const pixelRatio of [1, 2, 4, 5, 8, 15]) {
      expect(rowsOf(1_000_000, 600, pixelRatio).track * pixelRatio).toBeLessThan(33_554_428);
    }
  });

  test("a thumb at three quarters shows the rows at three quarters", () => {
    const scale = rowsOf(1_000_000);
    expect(toPosition(scale, 0.76 * furthestTop(scale)) / 40_000_000).toBeCloseTo(0.76, 2);
  });

  test("both ends are the ends of the rows", () => {
    fc.assert(
      fc.property(anyScale, (scale) => {
        expect(toPosition(scale, 0)).toBe(0);
        expect(toPosition(scale, furthestTop(scale))).toBe(furthestPosition(scale));
        expect(toTop(scale, furthestPosition(scale))).toBe(furthestTop(scale));
      }),
    );
  });

  test("there and back is the same place, and further down is further down", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyScale, share, share, (scale, a, b) => {
        const [one, other] = [a * furthestPosition(scale), b * furthestPosition(scale)];
        expect(toPosition(scale, toTop(scale, one))).toBeCloseTo(one, 3);
        if (one <= other) expect(toTop(scale, one)).toBeLessThanOrEqual(toTop(scale, other));
      }),
    );
  });

  test("near both ends a pixel is a pixel", () => {
    fc.assert(
      fc.property(anyScale, fc.integer({ min: 0, max: 3000 }), (scale, px) => {
        fc.pre(furthestTop(scale) >= 6000);
        expect(toPosition(scale, px)).toBe(px);
        expect(toPosition(scale, furthestTop(scale) - px)).toBe(furthestPosition(scale) - px);
      }),
    );
  });

  test("what is beyond the ends is at the ends", () => {
    const scale = rowsOf(1_000_000);
    expect(toPosition(scale, -50)).toBe(0);
    expect(toTop(scale, 1e12)).toBe(furthestTop(scale));
  });
});
