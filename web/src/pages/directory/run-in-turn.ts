/** How something that is done for several came out, one by one. */
export interface TurnResult<Item> {
  item: Item;
  /** Why it was not done; `null` when it was. */
  error: unknown;
}

/**
 * Does the same for each, one after the other, so that every one has an answer of its own. Goes on after a refusal;
 * `isStopped` is asked before each.
 */
export async function runInTurn<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  {
    onResult,
    isStopped,
  }: { onResult: (result: TurnResult<Item>) => void; isStopped: () => boolean },
): Promise<void> {
  for (const item of items) {
    if (isStopped()) return;
    let error: unknown = null;
    try {
      await act(item);
    } catch (reason) {
      error = reason;
    }
    onResult({ item, error });
  }
}
