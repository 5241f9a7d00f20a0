/** What one list has and the other lacks, each with a key of its own: two people may have one name. */
export function takeOff(
  from: readonly string[],
  those: readonly string[],
): { key: string; value: string }[] {
  const left = new Map<string, number>();
  for (const value of those) left.set(value, (left.get(value) ?? 0) + 1);
  return from.flatMap((value, at) => {
    const count = left.get(value) ?? 0;
    if (count === 0) return [{ key: `${at} ${value}`, value }];
    left.set(value, count - 1);
    return [];
  });
}
