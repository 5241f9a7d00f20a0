/** Who stands on a loop, given for each the one above: a user's Direct Manager, or a team's parent. */
export function findRingMembers(above: ReadonlyMap<number, number>): number[] {
  const found: number[] = [];
  const walkOf = new Map<number, number>();
  let walk = 0;
  for (const start of above.keys()) {
    walk += 1;
    let at: number | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, walk);
      at = above.get(at);
    }
    // Met its own trail: from here on it goes round. Another walk's trail was judged by that walk.
    if (at === undefined || walkOf.get(at) !== walk) continue;
    let member: number = at;
    do {
      found.push(member);
      member = above.get(member) ?? at;
    } while (member !== at);
  }
  return found;
}
