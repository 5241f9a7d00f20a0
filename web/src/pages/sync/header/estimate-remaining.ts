/** How far something was at a moment. */
export interface ProgressSample {
  at: number;
  done: number;
}

/** A rate taken over less would jump about. */
const LEAST_MS = 3000;
/** What was fast a minute ago says little of now. */
const WINDOW_MS = 60_000;

/** The samples that an estimate is taken from, with a new one. Going back begins anew. */
export function addSample(
  samples: readonly ProgressSample[],
  sample: ProgressSample,
): readonly ProgressSample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.done < last.done) return [sample];
  if (last?.done === sample.done) return samples;
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
}

/**
 * How many milliseconds are left, from how fast it went of late; `null` while that is not known. Rounded up to what
 * people would say: 5 seconds, then half minutes, then minutes.
 */
export function estimateRemaining(
  samples: readonly ProgressSample[],
  total: number,
  now: number,
): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < LEAST_MS) return null;
  const rate = (last.done - first.done) / (last.at - first.at);
  const left = (total - last.done) / rate - (now - last.at);
  const step = left <= 55_000 ? 5000 : left <= 240_000 ? 30_000 : 60_000;
  return Math.max(step, Math.ceil(left / step) * step);
}
