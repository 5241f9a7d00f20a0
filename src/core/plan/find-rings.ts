/** Lines as an array: `parents[i]` is the index that `i` reports to, or -1. */
export type Lines = Int32Array;

/** Every ring, each in the order of its lines: a member is followed by its parent. Linear in the number of lines. */
export function findRings(parents: Lines): number[][] {
  const rings: number[][] = [];
  /** 0 = not seen, otherwise the walk (start + 1) that first came by. */
  const walk = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = start + 1;
      at = parents[at]!;
    }
    if (at === -1 || walk[at] !== start + 1) continue;
    const ring = [at];
    for (let next = parents[at]!; next !== at; next = parents[next]!) ring.push(next);
    rings.push(ring);
  }
  return rings;
}

/**
 * Rings in the lines as they would be after the run (domain rules, section 11, "Managers and loops"). The changed
 * lines of a ring are put back to what they were; where that makes another ring, that one's too, until none is left.
 * Returns every ring that was found, in the order found.
 */
export function refuseRings(
  before: Lines,
  after: Lines,
): { rings: number[][]; refused: Set<number> } {
  const lines = Int32Array.from(after);
  const found: number[][] = [];
  const refused = new Set<number>();
  for (;;) {
    const rings = findRings(lines);
    let putBack = 0;
    for (const ring of rings) {
      found.push(ring);
      for (const member of ring) {
        if (lines[member] === before[member]) continue;
        lines[member] = before[member]!;
        refused.add(member);
        putBack++;
      }
    }
    if (putBack === 0) return { rings: found, refused };
  }
}
