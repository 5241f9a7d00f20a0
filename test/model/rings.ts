/** Rings in lines where each end has at most one parent (sections 6, 7 and 11). */

import { compareText } from "./entry.ts";

/** Every ring of the graph child -> parent, each from its least name on, each name followed by its parent. */
export function findRings(parentOf: Map<string, string>): string[][] {
  const rings: string[][] = [];
  const seen = new Set<string>();
  for (const start of parentOf.keys()) {
    const path = [start];
    let next = parentOf.get(start);
    while (next !== undefined && !path.includes(next)) {
      path.push(next);
      next = parentOf.get(next);
    }
    // Only a start that stands in the ring itself tells of it; the others merely lead into one.
    if (next !== start || seen.has(start)) continue;
    for (const member of path) seen.add(member);
    rings.push(path);
  }
  return rings;
}

/** Turns a ring so that its least key comes first. */
export function turnToLeast(ring: string[]): string[] {
  const least = [...ring].sort(compareText)[0] as string;
  const at = ring.indexOf(least);
  return [...ring.slice(at), ...ring.slice(0, at)];
}
