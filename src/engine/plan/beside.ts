/**
 * Begins work that is awaited later by calling what this answers: `atOnce`, beside what comes between, where it has a
 * transaction of its own; else only when it is awaited.
 */
export function begin<T>(atOnce: boolean, work: () => Promise<T>): () => Promise<T> {
  if (!atOnce) return work;
  const running = work();
  // It may fail while nobody waits for it; whoever does is told.
  running.catch(() => {});
  return () => running;
}
