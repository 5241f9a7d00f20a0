import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AT_START,
  clampPosition,
  type Following,
  findRest,
  followScroll,
  isStuck,
} from "./scroll-follower.ts";
import {
  createScale,
  furthestPosition,
  furthestTop,
  type ScrollScale,
  toPosition,
  toTop,
} from "./scroll-scale.ts";

const MILLION = createScale(1_000_000 * 40, 600);

/** A browser's scroll bar: stops at its ends, and knows halves of pixels only. */
class Bar {
  readonly scale: ScrollScale;
  at: Following = AT_START;

  constructor(scale: ScrollScale) {
    this.scale = scale;
  }

  #snap(top: number): number {
    return Math.min(Math.max(Math.round(top * 2) / 2, 0), furthestTop(this.scale));
  }

  wheel(by: number): void {
    this.at = followScroll(this.scale, this.at, this.#snap(this.at.top + by), true);
    if (isStuck(this.scale, this.at)) this.rest();
  }

  drag(to: number): void {
    this.at = followScroll(this.scale, this.at, this.#snap(to), false);
  }

  rest(): void {
    const rest = findRest(this.scale, this.at);
    if (rest !== null) this.at = { position: this.at.position, top: this.#snap(rest) };
  }

  jump(position: number): void {
    const to = clampPosition(this.scale, position);
    this.at = { position: to, top: this.#snap(toTop(this.scale, to)) };
  }
}

const scales = fc
  .tuple(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 100, max: 2000 }))
  .map(([rows, view]) => createScale(rows * 40, view));

const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("wheel" as const), by: fc.integer({ min: -5000, max: 5000 }) }),
    fc.record({ kind: fc.constant("drag" as const), by: fc.integer({ min: 0, max: 8_000_000 }) }),
    fc.record({ kind: fc.constant("jump" as const), by: fc.integer({ min: 0, max: 120_000_000 }) }),
    fc.record({ kind: fc.constant("rest" as const), by: fc.constant(0) }),
  ),
  { maxLength: 60 },
);

describe("following the scroll bar", () => {
  test("wheels move the rows by exactly what the browser moved, wherever they are", () => {
    fc.assert(
      fc.property(scales, moves, fc.integer({ min: -3000, max: 3000 }), (scale, before, by) => {
        const bar = new Bar(scale);
        for (const move of before) bar[move.kind](move.by);
        bar.rest();
        const { position } = bar.at;
        const wanted = clampPosition(scale, position + by);
        bar.wheel(by);
        expect(Math.abs(bar.at.position - wanted)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the rows never leave their ends, and at rest the bar stands for where they are", () => {
    fc.assert(
      fc.property(scales, moves, (scale, made) => {
        const bar = new Bar(scale);
        for (const move of made) {
          bar[move.kind](move.by);
          expect(bar.at.position).toBeGreaterThanOrEqual(0);
          expect(bar.at.position).toBeLessThanOrEqual(furthestPosition(scale));
        }
        bar.rest();
        expect(Math.abs(bar.at.top - toTop(scale, bar.at.position))).toBeLessThanOrEqual(1);
        expect(findRest(scale, bar.at)).toBeNull();
      }),
    );
  });

  test("a wheel that is turned without a rest reaches both ends", () => {
    for (const [from, by] of [
      [60_000, -700],
      [furthestPosition(MILLION) - 60_000, 700],
    ] as const) {
      const bar = new Bar(MILLION);
      bar.jump(from);
      for (let turns = 0; turns < 100; turns++) bar.wheel(by);
      expect(bar.at.position).toBe(by < 0 ? 0 : furthestPosition(MILLION));
    }
  });

  test("a dragged thumb moves by ratio, to whole pixels", () => {
    const bar = new Bar(MILLION);
    bar.drag(3_000_000.5);
    expect(bar.at.position).toBe(Math.round(toPosition(MILLION, 3_000_000.5)));
    expect(bar.at.position % 1).toBe(0);
    bar.drag(furthestTop(MILLION));
    expect(bar.at.position).toBe(furthestPosition(MILLION));
  });

  test("keys that scroll by less than a view are exact without being told", () => {
    const bar = new Bar(MILLION);
    bar.jump(20_000_000);
    bar.drag(bar.at.top + 560);
    expect(bar.at.position).toBe(20_000_560);
  });

  test("the shortest drag of a thumb is a drag, on any screen", () => {
    for (const view of [200, 600, 1400]) {
      for (const pixelRatio of [1, 1.5, 2]) {
        const bar = new Bar(createScale(1_000_000 * 40, view, pixelRatio));
        bar.jump(20_000_000);
        const { position } = bar.at;
        bar.drag(bar.at.top + furthestTop(bar.scale) / (view * pixelRatio));
        expect(bar.at.position - position).toBeGreaterThan(4.9 * (8_000_000 / (view * pixelRatio)));
      }
    }
  });

  test("a list that fits the bar is where the bar is", () => {
    const bar = new Bar(createScale(4000, 600));
    bar.drag(3000.5);
    expect(bar.at).toEqual({ position: 3000.5, top: 3000.5 });
    expect(findRest(bar.scale, bar.at)).toBeNull();
  });
});
