/** A change of address: who takes one, and who holds it until then (`null` = nobody). */
export interface AddressChange {
  position: number;
  userId: number;
  holderId: number | null;
}

/**
 * The changes whose address is not given up by its holder. A change that is refused gives up nothing itself, so
 * that whoever waits for its address is refused too, until stable (domain rules, section 11, "Identity").
 */
export function findRefusedAddresses(changes: readonly AddressChange[]): number[] {
  const givers = new Set(changes.map((change) => change.userId));
  const takersOf = new Map<number, AddressChange[]>();
  for (const change of changes) {
    if (change.holderId === null) continue;
    const takers = takersOf.get(change.holderId);
    if (takers === undefined) takersOf.set(change.holderId, [change]);
    else takers.push(change);
  }
  const refused = [...takersOf].flatMap(([holderId, takers]) =>
    givers.has(holderId) ? [] : takers,
  );
  // Grows while it is walked: each refusal refuses the takers of its own address.
  for (const { userId } of refused) refused.push(...(takersOf.get(userId) ?? []));
  return [...new Set(refused.map((change) => change.position))];
}
