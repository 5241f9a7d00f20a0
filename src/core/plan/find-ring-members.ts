import { findRings } from "./find-rings.ts";

/** Who stands on a ring, given for each the one above by id: a user's Direct Manager, or a team's parent. */
export function findRingMembers(lines: readonly { id: number; above: number }[]): number[] {
  const ids = lines.map((line) => line.id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const parents = Int32Array.from(lines, (line) => indexOf.get(line.above) ?? -1);
  return findRings(parents)
    .flat()
    .map((index) => ids[index]!);
}
