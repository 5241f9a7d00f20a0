/**
 * Tells the workers of this process that there is something to do, so that they need not wait for their next look.
 * Only a hint: what is to be done stands in the database, where workers of other processes find it too.
 */
const listeners = new Set<() => void>();

/** Wakes the workers of this process; call it after the commit. */
export function announceWork(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever there is work; answers how to stop. */
export function onWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
