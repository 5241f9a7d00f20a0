/** A row that wants an address which somebody else holds when the run begins. */
export interface AddressClaim {
  row: number;
  /** The row that moves the holder to another address; `null` when none does, so that the holder keeps it. */
  releasedBy: number | null;
  /** The holder is deleted in this run, which frees the address. */
  holderDeleted: boolean;
}

/**
 * Which claims fail because after the run another user would still hold the address (domain rules, section 11,
 * "Identity"). A row that fails gives up nothing itself, so this is repeated until nothing changes; rings of
 * swapped addresses stand. `skipped`: rows that are skipped for another cause.
 */
export function findTakenAddresses(
  claims: readonly AddressClaim[],
  skipped: ReadonlySet<number>,
): Set<number> {
  const waitingFor = new Map<number, number[]>();
  const taken = new Set<number>();
  const queue: number[] = [...skipped];
  const fail = (row: number): void => {
    if (taken.has(row)) return;
    taken.add(row);
    queue.push(row);
  };
  for (const claim of claims) {
    if (claim.holderDeleted) continue;
    if (claim.releasedBy === null) fail(claim.row);
    else {
      const rows = waitingFor.get(claim.releasedBy) ?? [];
      rows.push(claim.row);
      waitingFor.set(claim.releasedBy, rows);
    }
  }
  for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
    for (const waiting of waitingFor.get(row) ?? []) fail(waiting);
  }
  return taken;
}

/** A row that ends with an address which nobody holds by then, and whose user that is (`null` = a new one). */
export interface SharedAddress {
  row: number;
  user: number | null;
  address: string;
  /** The address is locked for the user, who comes back to it. */
  isLocked: boolean;
}

/**
 * Of rows that would end with one address, those that do not get it, each with the user who does: whom it is locked
 * for, and of several the first in the file. `skipped`: rows that are out of it.
 */
export function findOutbidRows(
  shared: readonly SharedAddress[],
  skipped: ReadonlySet<number>,
): Map<number, number> {
  const sound = shared.filter(({ row }) => !skipped.has(row));
  const owners = new Map<string, number>();
  for (const { address, user, isLocked } of sound.toSorted((a, b) => a.row - b.row)) {
    if (isLocked && user !== null && !owners.has(address)) owners.set(address, user);
  }
  const outbid = new Map<number, number>();
  for (const { row, user, address } of sound) {
    const owner = owners.get(address);
    if (owner !== undefined && owner !== user) outbid.set(row, owner);
  }
  return outbid;
}
