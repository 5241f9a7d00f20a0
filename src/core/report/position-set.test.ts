import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PositionSet } from "./position-set.ts";

const SIZE = 150;
const members = fc
  .uniqueArray(fc.integer({ min: 1, max: SIZE }))
  .map((all) => all.sort((a, b) => a - b));

function setOf(positions: readonly number[]): PositionSet {
  const set = PositionSet.empty(SIZE);
  for (const position of positions) set.add(position);
  return set;
}

describe("a set of positions", () => {
  it("counts within any range, words cut anywhere", () => {
    fc.assert(
      fc.property(
        members,
        fc.integer({ min: -5, max: 160 }),
        fc.integer({ min: -5, max: 160 }),
        (all, first, last) => {
          const naive = all.filter((position) => position >= first && position <= last).length;
          expect(setOf(all).count({ first, last })).toBe(naive);
        },
      ),
    );
  });

  it("finds the n-th member and the ones after a position", () => {
    fc.assert(
      fc.property(members, fc.nat(160), fc.nat(20), (all, number, limit) => {
        expect(setOf(all).at(number)).toBe(all[number] ?? null);
        expect(setOf(all).after(number, limit)).toEqual(
          all.filter((position) => position > number).slice(0, limit),
        );
      }),
    );
  });

  it("combines as sets do", () => {
    fc.assert(
      fc.property(members, members, (mine, theirs) => {
        const [a, b] = [setOf(mine), setOf(theirs)];
        const list = (set: PositionSet) => set.after(0, SIZE);
        expect(list(a.intersect(b))).toEqual(mine.filter((position) => theirs.includes(position)));
        expect(list(a.subtract(b))).toEqual(mine.filter((position) => !theirs.includes(position)));
        expect(list(a.unite(b))).toEqual(list(setOf([...mine, ...theirs])));
      }),
    );
  });

  it("is filled by ranges, cut to its size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 160 }),
        fc.integer({ min: -5, max: 160 }),
        (first, last) => {
          const set = PositionSet.ofRanges(SIZE, [{ first, last }]);
          for (let position = 0; position <= SIZE + 40; position++) {
            const inside = position >= Math.max(first, 1) && position <= Math.min(last, SIZE);
            expect(set.has(position)).toBe(inside);
          }
          expect(set.count()).toBe(Math.max(0, Math.min(last, SIZE) - Math.max(first, 1) + 1));
        },
      ),
    );
  });
});
