import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RowPages, type RowSlice } from "./row-pages.ts";

interface Call {
  offset: number;
  signal: AbortSignal;
  answer(total?: number, mark?: string): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** Pages of rows named by their number, answered when the test says so. */
function openPages(
  options: ConstructorParameters<typeof RowPages>[1] = {},
  { isDeaf = false } = {},
) {
  const calls: Call[] = [];
  const rows = new RowPages<string>(
    (offset, limit, signal) =>
      new Promise<RowSlice<string>>((resolve, reject) => {
        if (!isDeaf) signal.onabort = () => reject(new DOMException("", "AbortError"));
        calls.push({
          offset,
          signal,
          async answer(total = 1000, mark = "row") {
            const length = Math.max(0, Math.min(limit, total - offset));
            resolve({ items: Array.from({ length }, (_, at) => `${mark} ${offset + at}`), total });
            await Promise.resolve();
            await Promise.resolve();
          },
          async fail(error) {
            reject(error);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
    { pageSize: 10, mostPages: 4, ...options },
  );
  return { rows, calls, offsets: () => calls.map(({ offset }) => offset) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("pages of rows", () => {
  test("fetches the pages that are seen, once, and then has their rows", async () => {
    const { rows, calls, offsets } = openPages();
    const told = vi.fn();
    rows.subscribe(told);
    expect(rows.total).toBeUndefined();
    rows.show({ first: 5, end: 25 });
    rows.show({ first: 6, end: 26 });
    expect(offsets()).toEqual([0, 10, 20]);
    for (const call of calls) await call.answer();
    expect(told).toHaveBeenCalledTimes(3);
    expect([rows.get(0), rows.get(29), rows.get(30)]).toEqual(["row 0", "row 29", undefined]);
    expect(rows.total).toBe(1000);
    rows.show({ first: 7, end: 27 });
    expect(calls).toHaveLength(3);
  });

  test("gives up what is no longer seen", async () => {
    const { rows, calls, offsets } = openPages();
    rows.show({ first: 0, end: 5 });
    rows.show({ first: 500, end: 505 });
    expect(calls[0]!.signal.aborted).toBe(true);
    await calls[1]!.answer();
    expect(rows.problem).toBeUndefined();
    rows.show({ first: 0, end: 5 });
    expect(offsets()).toEqual([0, 500, 0]);
  });

  test("waits until a fast move pauses", async () => {
    const { rows, offsets } = openPages({ settleMs: 90 });
    for (const first of [100, 200, 300]) {
      rows.show({ first, end: first + 5 }, true);
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(offsets()).toEqual([]);
    await vi.advanceTimersByTimeAsync(90);
    expect(offsets()).toEqual([300]);
  });

  test("does not wait when a slow move follows a fast one", async () => {
    const { rows, offsets } = openPages();
    rows.show({ first: 100, end: 105 }, true);
    rows.show({ first: 200, end: 205 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(offsets()).toEqual([200]);
  });

  test("tells what went wrong, and tries again when asked or when seen anew", async () => {
    const { rows, calls } = openPages();
    rows.show({ first: 0, end: 5 });
    await calls[0]!.fail("down");
    expect(rows.problem).toBe("down");
    rows.show({ first: 1, end: 6 });
    expect(calls).toHaveLength(1);
    rows.retry();
    expect(rows.problem).toBeUndefined();
    await calls[1]!.fail("still down");
    rows.show({ first: 500, end: 505 });
    expect(rows.problem).toBeUndefined();
    rows.show({ first: 0, end: 5 });
    expect(calls).toHaveLength(4);
  });

  test("shows the old rows until the new ones have come", async () => {
    const { rows, calls } = openPages();
    rows.show({ first: 0, end: 5 });
    await calls[0]!.answer(100, "old");
    rows.show({ first: 20, end: 25 });
    await calls[1]!.answer(100, "old");
    rows.refresh();
    expect([rows.get(0), rows.get(20)]).toEqual([undefined, "old 20"]);
    await calls[2]!.answer(50, "new");
    expect([rows.get(20), rows.total]).toEqual(["new 20", 50]);
  });

  test("an answer from before a refresh is not taken", async () => {
    const { rows, calls } = openPages({}, { isDeaf: true });
    rows.show({ first: 0, end: 5 });
    rows.refresh();
    await calls[0]!.answer(100, "old");
    expect(rows.get(0)).toBeUndefined();
    await calls[1]!.answer(100, "new");
    expect(rows.get(0)).toBe("new 0");
  });

  test("closing stops what is under way; seen again, it is fetched", () => {
    const { rows, calls } = openPages();
    rows.show({ first: 0, end: 5 });
    rows.close();
    expect(calls[0]!.signal.aborted).toBe(true);
    rows.show({ first: 0, end: 5 });
    expect(calls).toHaveLength(2);
  });

  test("asks for no page beyond the end", async () => {
    const { rows, calls, offsets } = openPages();
    rows.show({ first: 0, end: 5 });
    await calls[0]!.answer(15);
    rows.show({ first: 0, end: 40 });
    expect(offsets()).toEqual([0, 10]);
  });

  test("holds few rows whatever is seen, all of them right, and always those on the screen", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(970), { maxLength: 60 }), async (places) => {
        const { rows, calls } = openPages();
        for (const first of places) {
          const done = calls.length;
          rows.show({ first, end: first + 25 });
          for (const call of calls.slice(done)) await call.answer();
          expect(rows.held).toBeLessThanOrEqual(40);
          for (let index = first; index < Math.min(first + 25, 1000); index++) {
            expect(rows.get(index)).toBe(`row ${index}`);
          }
        }
      }),
    );
  });
});
