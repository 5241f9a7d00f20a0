import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SyncWatch } from "../engine/report/sync-watch.ts";
import { streamSyncEvents } from "./stream-sync-events.ts";

type Watched = Parameters<SyncWatch["watch"]>;

let tell: Watched[2];
let end: Watched[3];
const stopWatching = vi.fn();
const watch = {
  watch: (...[, , onChange, onEnd]: Watched) => {
    [tell, end] = [onChange, onEnd];
    return stopWatching;
  },
} as Partial<SyncWatch> as SyncWatch;

beforeEach(() => {
  vi.useFakeTimers();
  stopWatching.mockClear();
});
afterEach(() => vi.useRealTimers());

const sync = { phase: "applying" } as Parameters<Watched[2]>[0]["sync"];

test("says every quarter of a minute that it is alive, in a way that browsers tell pages of", async () => {
  const stream = streamSyncEvents(watch, 1, 1);
  tell({ event: "phase", sync });
  await vi.advanceTimersByTimeAsync(30_000);
  end();
  const text = await stream.setEncoding("utf8").toArray();
  expect(text.join("").trim().split("\n\n")).toEqual([
    'event: phase\ndata: {"phase":"applying"}',
    "event: alive\ndata: {}",
    "event: alive\ndata: {}",
    "event: end\ndata: {}",
  ]);
});

test("leaves nothing running when the reader goes away", async () => {
  const stream = streamSyncEvents(watch, 1, 1);
  stream.destroy();
  await vi.advanceTimersByTimeAsync(0);
  expect(stopWatching).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test("gives up a reader that reads nothing", async () => {
  const stream = streamSyncEvents(watch, 1, 1);
  const long = { ...sync, id: "x".repeat(600_000) };
  for (let at = 0; at < 3; at++) tell({ event: "progress", sync: long });
  expect(stream.destroyed).toBe(true);
});
