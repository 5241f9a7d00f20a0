import { expect, test } from "vitest";
import type { Sync } from "../../../api/syncs.ts";
import { mergeSyncs, type SyncsAtHand } from "./merge-syncs.ts";

const sync = (number: number, phase: Sync["phase"] = "done") =>
  ({ id: `syn_${number}`, number, phase }) as Sync;
const nothing: SyncsAtHand = {
  listed: [],
  news: [],
  isNewsFresher: true,
  waiting: null,
  newest: 0,
};
const numbers = (syncs: readonly Sync[]) => syncs.map(({ number }) => number);

test("what came in since is counted and does not move the rows", () => {
  const at = { ...nothing, listed: [sync(3), sync(2)], news: [sync(5), sync(4), sync(3)] };
  const before = mergeSyncs({ ...at, newest: 3 });
  expect([numbers(before.rows), before.newCount, before.newest]).toEqual([[3, 2], 2, 5]);
  const shown = mergeSyncs({ ...at, newest: before.newest });
  expect([numbers(shown.rows), shown.newCount]).toEqual([[5, 4, 3, 2], 0]);
});

test("the first sync of all is shown at once", () => {
  expect(numbers(mergeSyncs({ ...nothing, news: [sync(1)] }).rows)).toEqual([1]);
});

test("each sync is shown as it was heard of last", () => {
  const at = { ...nothing, listed: [sync(1, "reading")], news: [sync(1, "done")], newest: 1 };
  expect(mergeSyncs(at).rows[0]!.phase).toBe("done");
  expect(mergeSyncs({ ...at, isNewsFresher: false }).rows[0]!.phase).toBe("reading");
});

test("syncs that wait stand on top, once, until they are decided", () => {
  const waits = sync(1, "awaiting_approval");
  const at = { ...nothing, listed: [sync(2), waits], waiting: [waits], newest: 2 };
  expect(numbers(mergeSyncs(at).pinned)).toEqual([1]);
  expect(numbers(mergeSyncs(at).rows)).toEqual([2]);
  const decided = mergeSyncs({ ...at, news: [sync(2), sync(1, "applying")] });
  expect([numbers(decided.pinned), numbers(decided.rows)]).toEqual([[], [2, 1]]);
  const another = mergeSyncs({ ...at, waiting: [waits, sync(3, "awaiting_approval")] });
  expect(numbers(another.pinned)).toEqual([1]);
  // Further down than the list goes so far; and known from the list before it is looked up.
  expect(numbers(mergeSyncs({ ...at, listed: [sync(2)] }).pinned)).toEqual([1]);
  expect(numbers(mergeSyncs({ ...at, waiting: [] }).pinned)).toEqual([1]);
  expect(numbers(mergeSyncs({ ...at, waiting: null }).rows)).toEqual([2, 1]);
});
