import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnRows, NO_ROWS, positionOfRow, seenRows } from "./row-window.ts";

describe("the window of rows", () => {
  test("begins with the rows of the view and some more", () => {
    expect(seenRows(0, 600, 40, 1000)).toEqual({ first: 0, end: 15 });
    expect(drawnRows({ first: 0, end: 15 }, 1000)).toEqual({ first: 0, end: 24 });
    expect(seenRows(1, 600, 40, 1000)).toEqual({ first: 0, end: 16 });
  });

  test("is empty without rows or without a view", () => {
    expect(drawnRows(seenRows(0, 600, 40, 0), 0)).toEqual(NO_ROWS);
    expect(drawnRows(seenRows(0, 0, 40, 10), 10)).toEqual(NO_ROWS);
  });

  test("always covers what is seen, is never much more, and moves in steps", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 4000 }),
        fc.constantFrom(40, 56),
        (rowCount, share, view, rowHeight) => {
          const position = share * Math.max(0, rowCount * rowHeight - view);
          const seen = seenRows(position, view, rowHeight, rowCount);
          expect(seen.first * rowHeight).toBeLessThanOrEqual(position);
          expect(Math.min(rowCount * rowHeight, position + view)).toBeLessThanOrEqual(
            seen.end * rowHeight + 1e-6,
          );
          const drawn = drawnRows(seen, rowCount);
          expect(drawn.first).toBeGreaterThanOrEqual(0);
          expect(drawn.first).toBeLessThanOrEqual(seen.first);
          expect(drawn.end).toBeGreaterThanOrEqual(seen.end);
          expect(drawn.end).toBeLessThanOrEqual(rowCount);
          expect(drawn.end - drawn.first).toBeLessThanOrEqual(seen.end - seen.first + 30);
          // Eight rows further at most one step is drawn anew.
          const next = drawnRows(
            seenRows(position + rowHeight, view, rowHeight, rowCount),
            rowCount,
          );
          expect(next.first - drawn.first).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});

describe("showing a row", () => {
  const place = { position: 1000, view: 600, rowHeight: 40 };

  test("moves as little as possible", () => {
    expect(positionOfRow(30, "nearest", place)).toBe(1000);
    expect(positionOfRow(24, "nearest", place)).toBe(960);
    expect(positionOfRow(39, "nearest", place)).toBe(1000);
    expect(positionOfRow(40, "nearest", place)).toBe(1040);
  });

  test("puts it first or in the middle", () => {
    expect(positionOfRow(500, "start", place)).toBe(20_000);
    expect(positionOfRow(500, "center", place)).toBe(19_720);
  });

  test("shows its beginning where it is taller than the view", () => {
    expect(positionOfRow(50, "nearest", { position: 0, view: 30, rowHeight: 40 })).toBe(2000);
  });

  test("shows every row whole, and leaves whole rows alone", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(400_000),
        fc.integer({ min: 40, max: 2000 }),
        (index, position, view) => {
          const to = positionOfRow(index, "nearest", { position, view, rowHeight: 40 });
          expect(to).toBeLessThanOrEqual(index * 40);
          expect(to + view).toBeGreaterThanOrEqual(index * 40 + 40);
          expect(positionOfRow(index, "nearest", { position: to, view, rowHeight: 40 })).toBe(to);
        },
      ),
    );
  });
});
